/** What explains the pictures on request, in English; this type is what every other language must fill. */

export const guideEn = {
  boards: 'What the boards show',
  chart: 'What the chart shows',
  close: 'Close the explanation',

  points: 'A point of the data. Its shape and colour tell its class, which is to be learned.',
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
  step: 'How often the weights have been updated. Both boards take each step together.',
  loss: 'The mean over all points of −ln p, where p is the probability given to the point’s own class, plus the penalty on large weights.',
  accuracy: 'The share of the points that lie in a region of their own class.',

  linear: 'The loss of the linear classifier, step by step.',
  network: 'The loss of the neural network, step by step.',
  chance: (classes: number) =>
    `Whoever guesses, and gives each of the ${classes} classes the probability 1/${classes}, has the loss ln ${classes}. Training starts near it.`,
  strokes: (steps: number) =>
    `An upright stroke: ${steps} steps share a place of the chart, and it reaches from their least loss to their greatest.`,
  log: 'On the log scale equal ways up are equal factors: small losses can be told apart.',
  read: 'Point at the chart to read both losses; or go to it with Tab and press arrow keys: one step, with Shift ten, with Page Up and Page Down a hundred, with Home and End to the first and the last.',
  table: 'The values as a table',
};

export type GuideTexts = typeof guideEn;
