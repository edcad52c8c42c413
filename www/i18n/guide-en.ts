/** What explains the pictures on request, in English; this type is what every other language must fill. */

export const guideEn = {
  boards: 'What the boards show',
  chart: 'What the chart shows',
  inside: 'What the look inside shows',
  close: 'Close the explanation',

  points: 'A point of the data. Its shape and colour tell its class, which is to be learned.',
  hollow: (count: number) =>
    `Hollow: a point that is held out, one of ${count}. Nothing is learned from it; it tells how the classifier does on points that it has never seen.`,
  wrong: (count: number) =>
    `A dot on a point: its label is wrong, here on ${count} of the points. Shape and colour are those of the class that it is given, and the dot has the colour of the class that it truly is of.`,
  test: 'The same on the points that are held out: the mean of −ln p, without the penalty, and the share of them in a region of their own class. Where the training loss still falls and this one rises, the classifier learns its points by heart.',
  lossOfTrained:
    'The mean over the points that are trained on of −ln p, where p is the probability given to the point’s own class, plus the penalty on large weights.',
  accuracyOfTrained:
    'The share of the points that are trained on that lie in a region of their own class.',
  testCurves: 'Dashed, in the colour of each classifier: the same on the points that are held out.',
  best: 'A dashed tick: the step with the least test loss, which has grown since. Who stops there stops early.',
  activeOnTrained:
    'On how many of the points that are trained on the hidden unit is active, that is, passes on more than 0.',
  regions: 'The ground: the class that a point here is given, the one with the highest score.',
  soft: 'The ground mixes the colours of the classes by their probabilities: where it is clear, the classifier is sure.',
  boundary:
    'Between two regions both classes have the same score. The linear classifier’s lines are straight; the network’s bend at its folds.',
  press: 'Press a point to see it worked out.',
  ring: 'The ring: the point that is worked out under “One point”. Press another to choose it.',
  folds:
    'A fold: here the input of a hidden unit is 0. On one side of it the hidden unit is not active, on the other it is.',
  litFold: (unit: number) => `The fold of hidden unit ${unit}. On the shaded side it is active.`,
  litScore: (label: number) =>
    `Here the score of class ${label} is 0. On the shaded side it is above 0.`,
  scores: 'Here the score of the class with this colour is 0. The arrow points to where it grows.',
  linearFormula:
    'The scores: the points, one a row, times the weights, plus the biases. The highest score of a row wins.',
  networkFormula:
    'The same twice. In between, max(0, …) turns whatever is negative into 0: the ReLU of the hidden units.',
  withoutReluFormula:
    'The same twice, with nothing in between. Multiplied out it is X times one matrix plus one bias: a linear classifier in more numbers.',
  step: 'How often the weights have been updated. Both boards take each step together.',
  loss: 'The mean over all points of −ln p, where p is the probability given to the point’s own class, plus the penalty on large weights.',
  accuracy: 'The share of the points that lie in a region of their own class.',

  positive:
    'An edge is a weight; solid: above 0. The thicker, the larger. The value that comes in is multiplied by it.',
  negative: 'Dashed: the weight is below 0, so that what comes in counts against.',
  positiveGradient:
    'In the phase “Gradients” an edge shows the gradient of its weight; solid: above 0, so that the step makes the weight smaller.',
  negativeGradient: 'Dashed: the gradient is below 0, so that the step makes the weight larger.',
  one: 'The input that is always 1. Its weights are the biases.',
  unit: 'A hidden unit, and before it its number. The square is the board in small: shaded where the unit is active. Crossed out: switched off.',
  unitWithoutRelu:
    'A hidden unit, and before it its number. The square is the board in small: shaded where the unit puts out more than 0. Crossed out: switched off.',
  bar: 'The probability that the ringed point is given for this class. Its own class stands in bold.',
  pointLoss: 'What the ringed point costs: p is the probability of its own class.',
  phases:
    'One step in five phases, on both boards. Press again for the next, or let one phase follow another each second; with “Update” the step is taken.',
  sum: 'The inputs times their weights, added up, and the bias. An edge to it has the number that stands over it.',
  passed: 'What is below 0 becomes 0, all else passes: the ReLU.',
  passedWithoutRelu: 'The ReLU is taken away: the sum passes as it is.',
  indexOfUnit:
    'As the script writes it: row 0 is the input x, row 1 the input y; j is the hidden unit, the last number of W2 the class.',
  indexOfClass: 'As the script writes it: row 0 is the input x, row 1 the input y; k is the class.',
  value:
    'The value of a weight or bias in bold, and in small numbers the gradient of the loss by it. Press it to change it or to check its gradient. 9.5e−4 is 0.00095.',
  activeOn: 'On how many of the points the hidden unit is active, that is, passes on more than 0.',
  activeOnAll:
    'Without a ReLU every hidden unit passes its sum on at every point: it is active on all.',
  lineOfClass:
    'What a line calculates: S[1] is the probability of class 1. Each class has its shape.',
  digits:
    'After “=” stand as many digits as come out if you calculate with the numbers that are shown.',
  beside: 'The loss with this one weight a little larger, or smaller: w + ε and w − ε.',
  epsilon:
    'How far to go to either side. The slope between the two losses is compared with the gradient.',

  linear: 'The loss of the linear classifier, step by step.',
  network: 'The loss of the neural network, step by step.',
  chance: (classes: number) =>
    `Whoever guesses, and gives each of the ${classes} classes the probability 1/${classes}, has the loss ln ${classes}. Training starts near it.`,
  strokes: (steps: number) =>
    `An upright stroke: ${steps} steps share a place of the chart, and it reaches from their least loss to their greatest.`,
  logSteps:
    'On the log scale for steps equal ways to the right are about equal factors: the first steps, in which most happens, get room.',
  zoom: 'A part of the run: with Ctrl or ⌘ and the wheel, with two fingers, or with + and − while the chart has the focus; 0 leads back to all steps. The losses then begin and end close to the curves.',
  areas: (steps: number) =>
    `An area: of these ${steps} steps only the first loss, the least and the greatest are known.`,
  marks:
    'A tick on the axis: something happened at that step. A long one is a change by hand; one in a curve’s colour is a step at which that board first had 50, 90 or 98 % right, or its least loss; a short one is a hidden unit that died. Point at it to read which.',
  ghosts:
    'A faint curve: an earlier run, with what was different in it. Point at the chart, and its values stand under the axis, by its letter. Under “More” it is listened to (♪), brought back, renamed or removed.',
  log: 'On the log scale equal ways up are equal factors: small losses can be told apart.',
  parts:
    'The loss in its two parts: at the bottom the data loss, what the points cost; on top of it the regularization loss, what the weights cost. Together they are the loss.',
  shareRight: 'How many of the points lie in their own class’s region.',
  ownClass:
    'The probability that either classifier gives the ringed point’s own class. Press another point on a board to follow that one.',
  guess: (classes: number) =>
    `Whoever guesses is right for one point in ${classes}, and gives each class the probability 1/${classes}.`,
  states:
    'The curves lead straight from one kept state of the run to the next; the step where the run stands, and its last, are always among them.',
  read: 'Point at the chart to read both losses. Press it, or drag along it, and boards, numbers and weights go to that step again; Esc gives a drag up. With Tab and arrow keys: one step, with Shift ten, with Ctrl to the next mark; Page Up and Page Down a hundred, Home and End to the first and the last.',
  table: 'The values as a table',
};

export type GuideTexts = typeof guideEn;
