/** The comments of the exported script, in English; this type is what every other language must fill. */

export const scriptEn = {
  title: [
    'A run of Spiral Lab with NumPy alone: python spiral_lab.py',
    'It prints the losses that the page shows. Both round in ways of their own:',
    'where training jumps about, the last digits part first, and then the others.',
  ] as readonly string[],
  seed: 'all random numbers come from one stream, in this order',
  pointsPerClass: 'points of each class',
  coordinates: 'coordinates of a point',
  classes: 'classes',
  gap: 'from the start of one arm to that of the next, in radians',
  spiral: 'The points: a spiral with an arm for each class',
  moons: "The points: two half circles, as scikit-learn's make_moons draws them",
  circles: "The points: a circle within another, as scikit-learn's make_circles draws them",
  blobs: "The points: a cloud for each class, as scikit-learn's make_blobs draws them",
  xor: 'The points: the sign of x*y tells the class',
  iris: 'The points: length and width of 150 iris petals in cm (R. A. Fisher, 1936)',
  own: 'The points',
  wrong: 'Wrong labels: some points get the label of another class',
  shift: 'All points off the centre',
  heldOut: 'Points that are held out: the classifiers are tested on them, not trained',
  weights: 'The first weights: W and b of the linear classifier, the others of the network',
  hidden: 'hidden units',
  rate: 'learning rate',
  reg: 'regularization strength',
  shifted: 'less the greatest score: no probability changes, and exp cannot overflow',
  steps: 'the step at which the page stands',
  stopped: 'the last step of this run: the next loss is no finite number',
  changes: 'changed on the way',
  linear: 'the linear classifier',
  network: 'the network',
  update: 'a step of gradient descent',
  apart: (step: number) =>
    `a step of gradient descent; from step ${step} on a classifier stays as it is if its next loss is no finite number`,
};

export type ScriptTexts = typeof scriptEn;
