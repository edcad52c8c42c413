/** What a weight or bias is called: by its index, as the script writes it, and in words. */

import type { ParameterAddress } from '../engine/frame.js';
import type { InsideTexts } from '../i18n/inside.js';

/** The sizes that places in a layer are counted with. */
export interface Shape {
  /** Hidden units; 0 where the scores come straight from the inputs. */
  hidden: number;
  classes: number;
}

interface Ends {
  /** The input, or null for a bias. */
  input: number | null;
  output: number;
  /** Whether the outputs are the classes' scores. */
  toClasses: boolean;
}

function endsOf({ hidden, classes }: Shape, parameter: ParameterAddress): Ends {
  const { layer, kind, index } = parameter;
  const toClasses = hidden === 0 || layer === 1;
  const outputs = toClasses ? classes : hidden;
  if (kind === 'bias') return { input: null, output: index, toClasses };
  return { input: Math.floor(index / outputs), output: index % outputs, toClasses };
}

/** As the script would index it: `W1[0, 8]`, `b[2]`. */
export function nameOf(shape: Shape, parameter: ParameterAddress): string {
  const { input, output } = endsOf(shape, parameter);
  const number = shape.hidden === 0 ? '' : String(parameter.layer + 1);
  return input === null ? `b${number}[${output}]` : `W${number}[${input}, ${output}]`;
}

/** Where it comes from, empty for a bias, and where it leads to, in words. */
export function endsInWords(
  shape: Shape,
  parameter: ParameterAddress,
  texts: InsideTexts,
): [from: string, to: string] {
  const { input, output, toClasses } = endsOf(shape, parameter);
  const inner = parameter.layer === 1;
  const from =
    input === null ? '' : inner ? texts.unitName(input) : texts.inputName(input === 0 ? 'x' : 'y');
  return [from, toClasses ? texts.className(output) : texts.unitName(output)];
}

/** The class whose score it leads to; null where it leads to a hidden unit. */
export function classOf(shape: Shape, parameter: ParameterAddress): number | null {
  const { output, toClasses } = endsOf(shape, parameter);
  return toClasses ? output : null;
}

/** Names of the numbers that belong to a class, its number in brackets. */
const OF_CLASS = /(?:^|[^a-zA-Z])(?:z|S|dscores|d?b2?)\[(\d+)\]|(?:^|[^a-zA-Z])d?W2?\[\d+, (\d+)\]/;

/** The class that a worked line speaks of, if it names one. */
export function classIn(line: string): number | null {
  const [, single, second] = OF_CLASS.exec(line) ?? [];
  const label = single ?? second;
  return label === undefined ? null : Number(label);
}
