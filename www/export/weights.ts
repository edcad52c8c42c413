/** Weights and biases by their names in the script and in the link. */

import { array } from './python.js';
import type { RunAsItStands } from './run.js';

/** A matrix of parameters; biases are one of a single row, as in the script. */
export interface Matrix {
  /** As the link says it. */
  name: string;
  rows: number[][];
}

export function weightsOf({ frame, parameters }: RunAsItStands): Matrix[] {
  const { classes } = frame.points;
  const { hidden } = frame.network;
  const matrices: Matrix[] = [];
  let from = 0;
  const take = (name: string, height: number, width: number) => {
    const rows = Array.from({ length: height }, (_, i) => [
      ...parameters.subarray(from + i * width, from + (i + 1) * width),
    ]);
    from += height * width;
    matrices.push({ name, rows });
  };
  take('left.W', 2, classes);
  take('left.b', 1, classes);
  take('W1', 2, hidden);
  take('b1', 1, hidden);
  take('W2', hidden, classes);
  take('b2', 1, classes);
  return matrices;
}

/** In Python no name has a dot: the left classifier has the names of the tutorial's first script. */
export const inPython = (name: string) => name.replace(/^left\./, '');

/** Lines of NumPy that set all of them. */
export function weightLines(run: RunAsItStands, told: readonly string[]): string {
  const arrays = weightsOf(run).map(({ name, rows }) => array(inPython(name), rows));
  return `${[...told.map((line) => `# ${line.replaceAll('\u00a0', ' ')}`), 'import numpy as np', '', ...arrays].join('\n')}\n`;
}
