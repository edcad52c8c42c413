/** The part of a square on which a linear function is positive: where a hidden unit is active. */

export interface Linear {
  wx: number;
  wy: number;
  b: number;
}

/** The corners of { (x, y) : wx·x + wy·y + b > 0 } within the square from −reach to reach, in order; none if it is empty
 * (Sutherland and Hodgman's clipping, with one edge). Writes x and y in turn into `corners`, room for ten numbers, and
 * returns how many corners there are. */
export function positivePart({ wx, wy, b }: Linear, reach: number, corners: Float64Array): number {
  const square = [-reach, -reach, reach, -reach, reach, reach, -reach, reach] as const;
  const value = (corner: number) =>
    wx * (square[2 * corner] as number) + wy * (square[2 * corner + 1] as number) + b;
  let count = 0;
  const add = (x: number, y: number) => {
    corners[2 * count] = x;
    corners[2 * count + 1] = y;
    count += 1;
  };
  for (let corner = 0; corner < 4; corner++) {
    const next = (corner + 1) % 4;
    const [x, y] = [square[2 * corner] as number, square[2 * corner + 1] as number];
    const [here, there] = [value(corner), value(next)];
    if (here > 0) add(x, y);
    if (here > 0 !== there > 0) {
      const share = here / (here - there);
      add(
        x + share * ((square[2 * next] as number) - x),
        y + share * ((square[2 * next + 1] as number) - y),
      );
    }
  }
  return count;
}
