/** The colours of classes and curves. Classes are Okabe and Ito's colours, which people with any colour vision can tell
 * apart best; shapes tell them apart as well (`shapes.ts`). */

type Colour = readonly [red: number, green: number, blue: number];

const CLASSES: readonly Colour[] = [
  [0, 114, 178],
  [213, 94, 0],
  [0, 158, 115],
  [204, 121, 167],
  [230, 159, 0],
  [86, 180, 233],
];

/** How much of a class's colour is left in its region; the rest is white, so that points stand out on it. */
const REGION_STRENGTH = 0.36;

export const CURVES = { linear: '#6b6f76', network: '#3b2fa6' } as const;

export function classColour(label: number): string {
  const [red, green, blue] = CLASSES[label % CLASSES.length] as Colour;
  return `rgb(${red} ${green} ${blue})`;
}

/** Red, green and blue of each class's region in turn. */
export function regionColours(classes: number): Uint8Array {
  const tint = (channel: number) => Math.round(255 - (255 - channel) * REGION_STRENGTH);
  return Uint8Array.from(CLASSES.slice(0, classes).flat(), tint);
}
