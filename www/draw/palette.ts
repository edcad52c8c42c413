/** The colours of classes. They are Okabe and Ito's, which people with any colour vision can tell apart best (style/canvas.css);
 * shapes tell classes apart as well (`shapes.ts`). */

import { theme } from './theme.js';

export function classColour(label: number): string {
  const { classes } = theme();
  return classes[label % classes.length] as string;
}

/** Red, green and blue of each class's region in turn. */
export function regionColours(classes: number): Uint8Array {
  return theme().regions.slice(0, 3 * classes);
}
