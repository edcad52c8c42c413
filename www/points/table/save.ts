/** Points as a table: a row for each, with its class by name or number. */

import { csvFormatRows } from 'd3-dsv';
import { SAVED } from './guess.js';
import { GRID } from './scale.js';

/** The text of points in 1024ths. Where names or gaps leave it open which number a class has, a fourth column says it, so that
 * opened again they are the same points. */
export function csvOf(points: Int32Array, names: readonly string[] | null): string {
  const rows = Array.from({ length: points.length / 3 }, (_, i) => {
    const [x = 0, y = 0, label = 0] = points.subarray(3 * i, 3 * i + 3);
    return [String(x / GRID), String(y / GRID), names?.[label] || String(label), String(label)];
  });
  const labels = new Set(rows.map(([, , , number]) => Number(number)));
  const isPlain = !names?.length && [...labels].every((label) => label < labels.size);
  const table = [SAVED, ...rows].map((row) => row.slice(0, isPlain ? 3 : 4));
  return `${csvFormatRows(table)}\n`;
}
