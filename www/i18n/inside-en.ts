/** The look inside, in English; this type is what every other language must fill. */

export const insideEn = {
  explainInside: 'What do the drawing and the numbers show?',
  insideTabs: 'Parts of the look inside',
  tabNetwork: 'Weights',
  tabPoint: 'One point',
  tabCheck: 'Gradient check',
  strongest: 'Strongest first',
  byNumber: 'By number',
  findUnit: 'Number of the hidden unit',
  pageBack: 'Previous page',
  pageNext: 'Next page',
  /** A weight or bias, and what it is beside its index. */
  parameterName: (name: string, from: string, to: string, value: string, slope: string) =>
    `${[name, from, to].filter(Boolean).join(', ')}: ${value}, gradient ${slope}`,
  inputName: (name: string) => `input ${name}`,
  unitName: (unit: number) => `hidden unit ${unit}`,
  oneNeuron: 'One neuron alone',
  unitsShown: (first: number, last: number, count: number, dead: number) =>
    `${first}–${last} of ${count} hidden ${count === 1 ? 'unit' : 'units'}; ${dead} dead on all points`,
  tableOfNetwork: 'Weights and biases of the neural network.',
  tableOfLinear: 'Weights and biases of the linear classifier.',
  tableHint: 'Upper number: the value. Lower number: the gradient of the loss.',
  previousPoint: 'Previous point',
  nextPoint: 'Next point',
  followUnit: 'by hidden unit',
  pointHint: 'Click a point on a board, or type its number.',
  /** `truly` is what its class is called where its label is wrong. */
  pointFacts: (count: number, name: string, truly: string | null, x: string, y: string) =>
    `of ${count}, ${name}${truly === null ? '' : ` (a wrong label: truly ${truly})`}, x = ${x}, y = ${y}`,
  pointHeldOut: (trained: number) =>
    `This point is held out: it adds nothing to the gradients. Below stands what it would add if it were one of the ${trained} that are trained on.`,
  /** Between two notes. */
  betweenNotes: ' ',
  activeUnits: (active: number, count: number) =>
    `${active} of ${count} hidden units are active here`,
  otherUnits: (count: number) => `${count} more hidden units`,
  isActive: 'the hidden unit is active, so the gradient passes',
  isNotActive: 'the hidden unit is not active, so nothing passes',
  dividedBy: (points: number) => `divided by the ${points} points, because the loss is their mean:`,
  meanOf: (points: number, loss: string, some: boolean) =>
    `mean over ${some ? `the ${points} points that are trained on` : `all ${points} points`}: ${loss}`,
  fromScores: (p: string) =>
    p === '0'
      ? 'p is smaller than any number of a computer, so it is 0 here, and −ln p would be ∞. From the scores, without p:'
      : `p = ${p} is so small that a computer keeps only some of its digits. From the scores, without p:`,
  cancelledFirst:
    'These numbers are too small for a computer to multiply, so p is cancelled first:',
  sharesSum: 'The shares of all points add up to the gradient of the data loss.',
  updateNote: 'With the gradient of all points, not of this one alone.',
  phaseByPhase: '1 phase/s',
  phaseForward: 'Forward',
  phaseSoftmax: 'Softmax',
  phaseLoss: 'Loss',
  phaseGradients: 'Gradients',
  phaseUpdate: 'Update',
  unitsOff: (off: readonly number[]) =>
    `${off.length === 1 ? `Hidden unit ${off[0]} is` : `${off.length} hidden units are`} off: board, loss, accuracy, diagram and “One point” are without. Training, weights, gradients and the chart are not. The link does not say it.`,
  withoutUnits: (off: readonly number[]) =>
    `without ${off.length === 1 ? `hidden unit ${off[0]}` : `${off.length} hidden units`}`,
  withAllUnits: 'with all hidden units',
  unitIsOff: 'off',
  pointWithout: (off: readonly number[]) =>
    `As on the board, without ${off.length === 1 ? `hidden unit ${off[0]}` : `the ${off.length} hidden units that are off`}: what belongs to a hidden unit that is off counts as 0. The gradients are those of this network, not of the one that is trained.`,
  checkWithAll: (off: readonly number[]) =>
    `Checked is the network that is trained, with all hidden units. Only the board is without ${off.length === 1 ? `hidden unit ${off[0]}` : `${off.length} of them`}.`,
  notTrainedWithout: 'No update: training goes on with all hidden units.',
  less: 'A little less',
  pickHint:
    'Click any number under “Weights” to look at it here. Change it: boards and losses follow.',
  relativeError: 'relative error',
  checkAll: 'Check all',
  showWorst: 'Show it',
  checkStopped: (why: string) => `Not all could be checked. ${why}`,
  insideOf: 'Inside of',
  diagram: 'Diagram: inputs, hidden units, scores, probabilities',
  allLines: 'All folds on the board',
  order: 'Order',
  unit: 'hidden unit',
  neuron: 'One neuron: inputs, weights, bias, output',
  activeOn: 'active on',
  point: 'Point',
  noLine: 'no line of its own: the script goes straight to S − y',
  probability: 'p',
  nextPhase: 'Next phase',
  applyUnits: 'Train without them',
  allUnitsOn: 'All on',
  value: 'Value',
  more: 'A little more',
  numeric: '(L(w + ε) − L(w − ε)) / 2ε',
  analytic: 'gradient, by the chain rule',
  switchUnit: (unit: number) => `hidden unit ${unit} on`,
};
