/** The chart's tools, in English; this type is what every other language must fill. */

import type { Settings } from '../engine/settings.js';

export const toolsEn = {
  tools: 'Tools of the chart',
  logSteps: 'Log scale for steps',
  show: 'Show',
  modes: {
    loss: 'loss',
    parts: 'data + regularization',
    accuracy: 'accuracy',
    point: 'p(y) of a point',
  },
  /** Whose parts, and which point. */
  of: 'Whose loss',
  point: 'Point',
  partsTitle: (classifier: string) => `Loss in two parts: ${classifier}`,
  accuracyTitle: 'Accuracy, step by step',
  pointTitle: (point: number, name: string) => `p(y) of point ${point}, ${name}, step by step`,
  probability: 'p(y)',
  dataLoss: 'data loss',
  regLoss: 'regularization loss',
  lossSum: 'loss, their sum',
  guess: (classes: number) => `guessing: 1/${classes}`,
  said: (step: number, named: readonly (readonly [name: string, value: string])[]) =>
    `step ${step}: ${named.map((each) => each.join(' ')).join(', ')}`,
  listen: 'Listen',
  stopListening: 'Stop',
  /** What is heard. */
  heard: (stacked: boolean): string =>
    stacked
      ? 'The curves as tones for three seconds: the greater the value, the higher the tone. A tick is a number on the axis of steps.'
      : 'The curves as tones for three seconds: the linear classifier on the left, the neural network on the right; the greater the value, the higher the tone. A tick is a number on the axis of steps.',
  noAudio:
    'This browser has no sound for pages. The “?” beside the chart has the values as a table.',
  zoom: 'Zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  all: 'All',
  until: 'Run until',
  untilKind: (kind: string, linear: string, network: string) => {
    const [board, of] = kind.split(' ');
    if (kind === 'step') return 'step';
    if (kind === 'more') return 'so many steps more';
    const name = board === 'linear' ? linear : network;
    return of === 'loss' ? `${name}: loss below` : `${name}: accuracy at least`;
  },
  untilValue: 'Value',
  untilMost: 'Steps at most',
  untilRun: 'Run',
  saveFile: 'Save run',
  copyRun: 'Copy run',
  copied: 'Copied',
  notCopied: 'Not copied',
  openFile: 'Open run',
  ghosts: 'Earlier runs',
  /** What the settings that runs are compared by are called where there is little room. */
  short: { rate: 'rate', reg: 'reg.', hidden: 'units' } as Partial<Record<keyof Settings, string>>,
  /** The run that goes on, beside the earlier ones. */
  now: (words: string) => `now ${words}`,
  /** The losses on the points that are held out, at the end of an earlier run. */
  testLoss: (linear: string, network: string, step: number) =>
    `test loss at step ${step}: linear ${linear}, network ${network}`,
  /** Each earlier run has a letter. */
  ghostName: (letter: string) => `Name of the earlier run ${letter}`,
  bringBack: 'Bring back',
  bringBackOf: (letter: string) => `Bring back ${letter}`,
  listenTo: (letter: string) => `Listen to ${letter}`,
  stopListeningTo: (letter: string) => `Stop ${letter}`,
  removeGhost: (letter: string) => `Remove this curve: ${letter}`,
  /** In place of its curve, where the chart follows one point. */
  otherPoints: 'It has other points: there is no curve of this one.',
  /** A column of the table. */
  ofEarlier: (run: string, name: string) => `${run}: ${name}`,
  /** Where a value is known only for a step nearby. */
  atStep: (step: number) => `at step ${step}`,
  /** Whose points a run has. */
  source: (data: Settings['data']): string =>
    ({
      spiral: 'the spiral',
      moons: 'two moons',
      circles: 'two circles',
      blobs: 'blobs',
      xor: 'XOR',
      iris: 'iris petals',
      own: 'own points',
    })[data],
  otherOwn: 'other own points',
  activation: (activation: 'relu' | 'none'): string =>
    activation === 'none' ? 'without ReLU' : 'with ReLU',
  unchanged: 'no changes on the way',
  changedAt: (step: number, what: string) => `${what} from step ${step}`,
  same: (steps: number) => `same settings, ${steps} ${steps === 1 ? 'step' : 'steps'}`,
  /** What is shown of the run; or what will be, once it has come so far. */
  part: (from: number, to: number, shown: boolean) =>
    shown ? `steps ${from} to ${to}` : `steps ${from} to ${to}, once the run is there`,
};

export type ToolsTexts = typeof toolsEn;
