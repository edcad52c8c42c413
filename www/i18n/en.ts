/** Every sentence that the page needs at once, in English; this dictionary's type is what every other language must fill. */

export const en = {
  languageName: 'English',
  otherLanguage: '中文',
  title: 'Spiral Lab',

  linear: 'Linear classifier',
  linearFormula: 'X·W + b',
  network: 'Neural network',
  networkFormula: 'max(0, X·W1 + b1)·W2 + b2',
  withoutReluFormula: '(X·W1 + b1)·W2 + b2',
  step: 'step',
  loss: 'loss',
  accuracy: 'accuracy',

  explainBoards: 'What do the boards show?',
  explainChart: 'What does the chart show?',
  boardWords: (step: string, loss: string, accuracy: string) =>
    `Step ${step}: loss ${loss}, ${accuracy} of the points lie in their own class’s region.`,
  boardRing: (point: number, name: string, x: string, y: string) =>
    ` Ringed: point ${point}, ${name}, x = ${x}, y = ${y}.`,

  chart: 'Loss, step by step',
  chartStep: 'step',
  comma: ', ',
  apart: 'one goes on without the other',
  markChanged: (what: string) => `changed: ${what}`,
  markReached: (board: string, percent: number) => `${board}: ${percent} % for the first time`,
  markDied: (units: number) =>
    units === 1 ? 'a hidden unit has died' : `${units} hidden units have died`,
  markLeast: (board: string) => `${board}: the least loss`,
  markBest: (board: string) => `${board}: the least test loss`,
  markDiverged: (board: string) => `${board}: the next loss exceeds all numbers`,
  checkWord: 'Check',
  checkCode: 'Check code',
  toEnd: (step: number, end: number) =>
    `Step ${step.toLocaleString('en')} of ${end.toLocaleString('en')}: to the end`,
  chartLoss: 'loss',
  logScale: 'Log scale',
  chartMore: 'More',
  chance: (classes: number) => `guessing: ln ${classes}`,

  /** A classifier’s value on the points that are held out. */
  ofTest: (board: string) => `${board}, test`,
  chartValues: (step: string, linear: string, network: string) =>
    `step ${step}: linear classifier ${linear}, neural network ${network}`,

  lessonButton: 'Lesson',

  controls: 'Controls',
  play: 'Play',
  pause: 'Pause',
  stepButton: 'Step',
  reset: 'Reset',
  newData: 'New data',
  seed: 'Seed',
  speed: 'Speed',
  speed1: '1 step/s',
  speed10: '10 steps/s',
  speed100: '100 steps/s',
  speed1000: '1,000 steps/s',
  speedInfinity: 'fastest',
  relu: 'ReLU',
  soft: 'Shade by probability',
  keys: 'Space plays and pauses, → takes one step, P goes from phase to phase of one step, R resets, D is the projector’s display; in the lesson Page Down and Page Up turn the chapters.',
  stopAt: 'stop at',
  projector: 'Projector',
  display: 'Display',
  displayAuto: 'as the system',
  displayLight: 'light',
  displayDark: 'dark',
  displayProjector: 'projector',

  training: 'Training',
  dataHeading: 'Data and penalty',
  ownPoints: 'Points',
  data: 'Points from',
  rate: 'Learning rate',
  hidden: 'Hidden units',
  reg: 'Regularization',
  noise: 'Noise',
  turn: 'Turns (×)',
  gap: 'Gap between arms',
  wrong: 'Wrong labels (share)',
  test: 'Held out (share)',
  shift: 'Shift off the centre',
  points: 'Points per class',
  classes: 'Classes',
  moreSettings: 'more settings',
  unused: 'These points do without it.',
  asNumber: (name: string) => `${name}: type a number`,
  startsAnew: 'starts the run anew at step 0',
  startsAnewLegend: 'starts the run anew; the rest acts at once.',

  catchingUp: (target: string) => `Running to step ${target}`,
  stop: 'Stop',
  dismiss: 'Dismiss this message',

  unreachable:
    'This part of the page could not be loaded: the server cannot be reached. Nothing has changed; try again when the connection is back.',
  replaced:
    'This part of the page could not be loaded: the page has probably been updated since it was opened here. Reload it; the link in the address bar keeps this run.',
  reload: 'Reload',
  fault: (reason: string) =>
    `Something in this page failed; the rest goes on. It said: “${reason}”`,
  summary: (
    step: string,
    linearLoss: string,
    linearAccuracy: string,
    networkLoss: string,
    networkAccuracy: string,
  ) =>
    `Step ${step}. Linear classifier: loss ${linearLoss}, accuracy ${linearAccuracy}. Neural network: loss ${networkLoss}, accuracy ${networkAccuracy}.`,

  inside: 'Look inside',
  share: 'Share',
  insideLinear: 'linear',
  insideNetwork: 'network',
  close: 'Close',
  className: (label: number) => `class ${label}`,
  classNumber: 'class',
  /** Between two sentences. */
  between: ' ',

  spokenWithout: 'The numbers of the network are those without the hidden units that are off.',

  undo: 'Undo',
  redo: 'Redo',

  loading: 'The engine is loading. Play comes with it.',
  failed: (reason: string) => `The page could not start: ${reason}`,
};

export type Dictionary = typeof en;
