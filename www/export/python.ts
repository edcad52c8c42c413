/** Numbers and arrays as Python reads them, bit for bit. */

/** A float, also where it is whole: an array of whole numbers would be one of integers. */
export function float(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** A matrix with a line for each row. */
export function array(name: string, rows: readonly (readonly number[])[]): string {
  const lines = rows.map((row) => `[${row.map(float).join(', ')}]`);
  return `${name} = np.array([${lines.join(`,\n${' '.repeat(name.length + 13)}`)}])`;
}

/** A list of things over several lines, so many in each. */
export function inLines(things: readonly string[], inEach: number): string[] {
  const count = Math.ceil(things.length / inEach);
  return Array.from(
    { length: count },
    (_, i) => `    ${things.slice(i * inEach, (i + 1) * inEach).join(', ')},`,
  );
}

/** As the body of a loop or a function. */
export const within = (lines: readonly string[]): string[] =>
  lines.map((line) => (line === '' ? '' : `    ${line}`));
