/** The part of the script that draws the points, in the order in which the engine draws: the points, wrong labels; and, after
 * the first weights, which points are held out. */

import type { Points } from '../engine/frame.js';
import type { Settings } from '../engine/settings.js';
import { ARM } from '../formulas/script.js';
import type { ScriptTexts } from '../i18n/export-script.js';
import { float, inLines, within } from './python.js';
import type { RunAsItStands } from './run.js';

/** Own points lie on a grid of so many lines in a unit. */
const GRID = 1024;
/** Means and standard deviations of iris petals in centimetres, near enough to tell a millimetre from the next. */
const PETALS = [
  { mean: 3.758, deviation: 1.7594 },
  { mean: 1.19933, deviation: 0.75969 },
] as const;
/** Points in a line of the script. */
const IN_A_LINE = 6;

type Draw = (run: RunAsItStands, texts: ScriptTexts) => string[];

const sizes = ({ frame }: RunAsItStands, texts: ScriptTexts): string[] => [
  `N = ${frame.experiment.beginning.points}  # ${texts.pointsPerClass}`,
  `D = 2  # ${texts.coordinates}`,
  `K = ${frame.points.classes}  # ${texts.classes}`,
];

const SHUFFLE = ['order = np.random.permutation(N*K)', 'X, y = X[order], y[order]'];

const DRAWS: Record<Settings['data'], Draw> = {
  spiral: (run, texts) => {
    const { noise, turn, gap } = run.frame.experiment.beginning;
    const [radius = '', , place = ''] = ARM;
    const start = gap === 4 ? 'j*4, (j+1)*4' : 'j*gap, j*gap + 4';
    const turned = turn === 1 ? place : place.replaceAll('(t)', `(${float(turn)}*t)`);
    return [
      `# ${texts.spiral}`,
      ...sizes(run, texts),
      ...(gap === 4 ? [] : [`gap = ${gap === 'even' ? '2*np.pi/K' : float(gap)}  # ${texts.gap}`]),
      'X = np.zeros((N*K, D))',
      "y = np.zeros(N*K, dtype='uint8')",
      'for j in range(K):',
      ...within([
        'ix = range(N*j, N*(j+1))',
        radius,
        `t = np.linspace(${start}, N) + np.random.randn(N)*${float(noise)}`,
        turned,
        'y[ix] = j',
      ]),
    ];
  },
  moons: (run, texts) => [
    `# ${texts.moons}`,
    ...sizes(run, texts),
    't = np.linspace(0, np.pi, N)',
    'upper = np.c_[np.cos(t), np.sin(t)]',
    'lower = np.c_[1 - np.cos(t), 1 - np.sin(t) - 0.5]',
    ...twoShapes('upper', 'lower', run),
  ],
  circles: (run, texts) => [
    `# ${texts.circles}`,
    ...sizes(run, texts),
    't = np.linspace(0, 2*np.pi, N, endpoint=False)',
    'circle = np.c_[np.cos(t), np.sin(t)]',
    ...twoShapes('circle', '0.5*circle', run),
  ],
  blobs: (run, texts) => [
    `# ${texts.blobs}`,
    ...sizes(run, texts),
    'centers = np.random.uniform(-1, 1, (K, D))',
    `X = np.concatenate([center + ${noiseOf(run)}*np.random.randn(N, D) for center in centers])`,
    'y = np.repeat(np.arange(K), N)',
    ...SHUFFLE,
  ],
  xor: (run, texts) => [
    `# ${texts.xor}`,
    ...sizes(run, texts),
    'X = np.random.uniform(-1, 1, (N*K, D))',
    'y = (X[:, 0]*X[:, 1] < 0).astype(int)',
    `X += ${noiseOf(run)}*np.random.randn(N*K, D)`,
  ],
  iris: (run, texts) => [
    `# ${texts.iris}`,
    ...given(run, texts, (value, axis) => {
      const { mean, deviation } = PETALS[axis];
      return Math.round(10 * (value * deviation + mean)) / 10;
    }),
    'X = (X - X.mean(axis=0)) / X.std(axis=0)',
  ],
  own: (run, texts) => [
    `# ${texts.own}`,
    ...given(run, texts, (value) => Math.round(value * GRID) / GRID),
  ],
};

function noiseOf({ frame }: RunAsItStands): string {
  return float(frame.experiment.beginning.noise);
}

function twoShapes(first: string, second: string, run: RunAsItStands): string[] {
  return [
    `X = np.concatenate([${first}, ${second}])`,
    'y = np.repeat(np.arange(K), N)',
    ...SHUFFLE,
    `X += ${noiseOf(run)}*np.random.randn(N*K, D)`,
  ];
}

/** Points that are not drawn stand there one by one; `read` makes of a coordinate what it was before it was shifted and scaled. */
function given(
  { frame, classNames }: RunAsItStands,
  texts: ScriptTexts,
  read: (value: number, axis: 0 | 1) => number,
): string[] {
  const { coordinates, trueLabels, classes } = frame.points;
  const { shift } = frame.experiment.beginning;
  const at = (i: number, axis: 0 | 1) =>
    float(read((coordinates[2 * i + axis] as number) - shift, axis));
  const places = [...trueLabels.keys()].map((i) => `[${at(i, 0)}, ${at(i, 1)}]`);
  const names = classNames?.map((name, k) => `${k} ${name}`).join(', ');
  return [
    'X = np.array([',
    ...inLines(places, IN_A_LINE),
    '])',
    `y = np.array([${names ? `  # ${oneLine(names)}` : ''}`,
    ...inLines([...trueLabels].map(String), 5 * IN_A_LINE),
    '])',
    `D = 2  # ${texts.coordinates}`,
    `K = ${classes}  # ${texts.classes}`,
  ];
}

/** A name of a class may hold anything: in a comment it ends with the line. */
const oneLine = (text: string) => text.replaceAll(/\p{Cc}|\p{Zl}|\p{Zp}/gu, ' ');

export function drawPoints(run: RunAsItStands, texts: ScriptTexts): string[] {
  const { data, wrong, shift } = run.frame.experiment.beginning;
  const lines = DRAWS[data](run, texts);
  if (wrong > 0)
    lines.push(
      '',
      `# ${texts.wrong}`,
      'u, v = np.random.rand(len(y)), np.random.rand(len(y))',
      'another = (y + 1 + np.floor(v*(K - 1)).astype(int)) % K',
      `y = np.where(u < ${float(wrong)}, another, y)`,
    );
  if (shift !== 0) lines.push('', `# ${texts.shift}`, `X = X + ${float(shift)}`);
  return lines;
}

/** Whether some points are held out. */
export const holdsOut = ({ heldOut }: Points) => heldOut.some(Boolean);

export function holdOut({ frame }: RunAsItStands, texts: ScriptTexts): string[] {
  const { test } = frame.experiment.beginning;
  if (!holdsOut(frame.points)) return [];
  return [
    '',
    `# ${texts.heldOut}`,
    `count = int(np.floor(${float(test)}*len(y) + 0.5))`,
    'held_out = np.zeros(len(y), dtype=bool)',
    'held_out[np.random.permutation(len(y))[:count]] = True',
    'X_test, y_test = X[held_out], y[held_out]',
    'X, y = X[~held_out], y[~held_out]',
  ];
}
