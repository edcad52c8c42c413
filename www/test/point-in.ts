/** One point worked out in a classifier of given parameters, as the engine does it: for numbers that no run leads to. */

import type { LayerState, WorkedPoint } from '../engine/inspector.js';
import type { Activation } from '../engine/settings.js';

interface Shape {
  /** 0 for the linear classifier. */
  hidden: number;
  classes: number;
}

/** Parameters lie layer by layer, weights row by row, then biases. */
export function pointIn(
  parameters: readonly number[],
  { hidden, classes }: Shape,
  [x, y]: readonly [number, number],
  label: number,
  points: number,
  activation: Activation = 'relu',
): { worked: WorkedPoint; layers: LayerState[] } {
  const numbers = [...parameters];
  const layer = (inputs: number, outputs: number): LayerState => {
    const take = (count: number) => Float64Array.from(numbers.splice(0, count));
    const [weights, biases] = [take(inputs * outputs), take(outputs)];
    return { inputs, outputs, weights, biases, weightSlopes: weights, biasSlopes: biases };
  };
  const layers = hidden ? [layer(2, hidden), layer(hidden, classes)] : [layer(2, classes)];
  const last = layers.at(-1) as LayerState;
  const z = hidden ? outputs([x, y], layers[0] as LayerState) : new Float64Array();
  const passes = (each: number) => each > 0 || activation === 'none';
  const active = z.map((each) => (passes(each) ? each : 0));
  const scores = outputs(hidden ? active : [x, y], last);
  const greatest = Math.max(...scores);
  const shifted = scores.map((score) => score - greatest);
  const exps = shifted.map(Math.exp);
  const sum = exps.reduce((total, exp) => total + exp, 0);
  const probabilities = exps.map((exp) => exp / sum);
  const errors = probabilities.map((p, k) => p - Number(k === label));
  const scoreSlopes = errors.map((error) => error / points);
  const hiddenSlopes = z.map((_, j) =>
    scoreSlopes.reduce((sum, slope, k) => sum + slope * (last.weights[j * classes + k] ?? 0), 0),
  );
  const zSlopes = hiddenSlopes.map((slope, j) => (passes(z[j] ?? 0) ? slope : 0));
  const loss = Math.log(sum) - (shifted[label] ?? 0);
  const facts = { index: 0, x, y, label, points, greatest, sum, loss, shares: [] };
  const forward = { z, hidden: active, scores, shifted, exps, probabilities };
  return { worked: { ...facts, ...forward, errors, scoreSlopes, hiddenSlopes, zSlopes }, layers };
}

function outputs(inputs: ArrayLike<number>, { weights, biases, outputs }: LayerState) {
  return biases.map((bias, j) =>
    Array.from(inputs).reduce(
      (sum, input, i) => sum + input * (weights[i * outputs + j] ?? 0),
      bias,
    ),
  );
}
