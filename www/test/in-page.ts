/** What tests let a browser do: functions that are sent to the page as text, so they use nothing from outside themselves. */

import type * as Looking from '../pkg/inspector.js';
import type * as Pkg from '../pkg/session.js';

/** A run, and where the page finds the engine's package. */
export interface Run {
  engine: string;
  /** As the record has them, whose words are any to TypeScript. */
  settings: Partial<Omit<Pkg.Settings, 'activation'>> & { activation?: string };
  steps: number;
}

/** Trains in the page; what it comes to, as `crate/tests/golden/bits.json` records it. */
export async function record({ engine: url, settings, steps }: Run) {
  const engine: typeof Pkg = await import(url);
  await engine.default();

  const hex = (bits: bigint) => bits.toString(16).padStart(16, '0');
  const hash = (numbers: Float64Array) => {
    const fnv = (hash: bigint, byte: number) =>
      BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    return hex(new Uint8Array(numbers.buffer).reduce<bigint>(fnv, 0xcbf29ce484222325n));
  };
  const bits = (number: number) => hex(new BigUint64Array(Float64Array.of(number).buffer)[0] ?? 0n);

  const lab = new engine.Session(settings as Partial<Pkg.Settings>);
  lab.advance(steps);
  const all = lab.parameters();
  const count = 3 * (settings.classes ?? 3);
  const [linear, network] = [engine.Classifier.Linear, engine.Classifier.Network].map(
    (classifier) => ({
      loss: bits(lab.loss(classifier)),
      parameters: hash(classifier === 0 ? all.slice(0, count) : all.slice(count)),
    }),
  );
  const [coordinates] = lab.points();
  return { points: hash(coordinates), settings, steps, linear, network };
}

/** The layers of both classifiers after so many steps; slopes are those of the whole loss, penalty included. */
export async function layers({ engine: url, settings, steps }: Run) {
  const engine: typeof Pkg = await import(url);
  await engine.default();
  const looking: typeof Looking = await import(url.replace('session', 'inspector'));
  const { memory } = await looking.default();
  const { Classifier, Kind } = engine;
  const run = new engine.Session(settings as Partial<Pkg.Settings>);
  run.advance(steps);
  const lab = new looking.Inspector(settings as Partial<Pkg.Settings>);
  lab.stand(steps, settings.rate ?? 1, settings.reg ?? 0, run.parameters(), new Uint32Array());
  const { classes = 0, hidden = 0, reg = 0 } = settings;
  const shapes = {
    linear: [[2, classes]],
    network: [
      [2, hidden],
      [hidden, classes],
    ],
  };
  const layersOf = (classifier: number, sizes: number[][]) =>
    sizes.map(([inputs = 0, outputs = 0], layer) => {
      const read = (kind: number, slopes: boolean, length: number) => {
        const pointer = lab.statePointer(classifier, layer, kind, slopes);
        return [...new Float64Array(memory.buffer, pointer, length)];
      };
      const weights = read(Kind.Weight, false, inputs * outputs);
      const dataSlopes = read(Kind.Weight, true, inputs * outputs);
      return {
        weights,
        biases: read(Kind.Bias, false, outputs),
        weightSlopes: dataSlopes.map((slope, i) => slope + reg * (weights[i] ?? 0)),
        biasSlopes: read(Kind.Bias, true, outputs),
      };
    });
  return {
    linear: layersOf(Classifier.Linear, shapes.linear),
    network: layersOf(Classifier.Network, shapes.network),
  };
}
