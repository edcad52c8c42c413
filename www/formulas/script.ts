/** The NumPy script that the lesson teaches, part by part, word for word, its spelling included; behind `#` the shapes of
 * its arrays. Every listing and every line beside a formula is taken from here. */

type Lines = readonly string[];

const within = (lines: Lines): Lines => lines.map((line) => `    ${line}`);

export const IMPORTS: Lines = [
  'import numpy as np',
  'import matplotlib.pyplot as plt',
  "plt.rcParams['figure.figsize'] = (10.0, 8.0)",
];

export const ARM: Lines = [
  'r = np.linspace(0.0, 1, N)',
  't = np.linspace(j*4, (j+1)*4, N) + np.random.randn(N)*0.2',
  'X[ix] = np.c_[r*np.sin(t), r*np.cos(t)]',
];

export const POINTS: Lines = [
  'np.random.seed(0)',
  'N = 100',
  'D = 2',
  'K = 3',
  'X = np.zeros((N*K, D)) # (300, 2)',
  "y = np.zeros(N*K, dtype='uint8') # (300,)",
  'for j in range(K):',
  ...within(['ix = range(N*j, N*(j+1))', ...ARM, 'y[ix] = j']),
];

export const SCATTER = 'plt.scatter(X[:, 0], X[:, 1], c=y, s=40, cmap=plt.cm.Spectral)';

/** The script's own numbers, the same for both classifiers. */
export const RATES: Lines = ['step_size = 1e-0', 'reg = 1e-3'];
export const COUNT = 'num_examples = X.shape[0]';

export const SOFTMAX: Lines = [
  'exp_scores = np.exp(scores)',
  'probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)',
];

export const POINT_LOSS = 'corect_logprobs = -np.log(probs[range(num_examples), y])';
export const DATA_LOSS = 'data_loss = np.sum(corect_logprobs) / num_examples';
export const LOSS = 'loss = data_loss + reg_loss';

/** ∂L/∂z of each point, then its part in the mean. */
export const SCORE_GRADIENT: Lines = ['dscores = probs', 'dscores[range(num_examples), y] -= 1'];
export const MEAN_GRADIENT = 'dscores /= num_examples';

export const PREDICTED: Lines = [
  'predicted_class = np.argmax(scores, axis=1)',
  "print('training accuracy: %.2f' % (np.mean(predicted_class == y)))",
];

const GRID: Lines = [
  'h = 0.02',
  'x_min, x_max = X[:, 0].min() - 1, X[:, 0].max() + 1',
  'y_min, y_max = X[:, 1].min() - 1, X[:, 1].max() + 1',
  'xx, yy = np.meshgrid(np.arange(x_min, x_max, h),',
  '                     np.arange(y_min, y_max, h))',
];

const CONTOURS: Lines = [
  'Z = np.argmax(Z, axis=1)',
  'Z = Z.reshape(xx.shape)',
  'fig = plt.figure()',
  'plt.contourf(xx, yy, Z, cmap=plt.cm.Spectral, alpha=0.8)',
  SCATTER,
  'plt.xlim(xx.min(), xx.max())',
  'plt.ylim(yy.min(), yy.max())',
  'plt.show()',
];

/** What the script has for each of the two classifiers. */
export interface Script {
  weights: Lines;
  forward: Lines;
  penalty: string;
  backward: Lines;
  penaltyGradient: Lines;
  update: Lines;
  steps: number;
  printEvery: number;
  print: string;
  /** The scores of all points of the plane. */
  plane: string;
}

export const LINEAR: Script = {
  weights: ['W = 0.01 * np.random.randn(D, K) # (2, 3)', 'b = np.zeros((1, K)) # (1, 3)'],
  forward: ['scores = np.dot(X, W) + b'],
  penalty: 'reg_loss = 0.5 * reg * np.sum(W*W)',
  backward: ['dW = np.dot(X.T, dscores)', 'db = np.sum(dscores, axis=0, keepdims=True)'],
  penaltyGradient: ['dW += reg * W'],
  update: ['W += -step_size * dW', 'b += -step_size * db'],
  steps: 1000,
  printEvery: 100,
  print: "print('iteration %d: loss %f' % (i, loss))",
  plane: 'Z = np.dot(np.c_[xx.ravel(), yy.ravel()], W) + b',
};

export const NETWORK: Script = {
  weights: [
    'h = 100',
    'W = 0.01 * np.random.randn(D, h) # (2, 100)',
    'b = np.zeros((1, h)) # (1, 100)',
    'W2 = 0.01 * np.random.randn(h, K) # (100, 3)',
    'b2 = np.zeros((1, K)) # (1, 3)',
  ],
  forward: [
    'hidden_layer = np.maximum(0, np.dot(X, W) + b)',
    'scores = np.dot(hidden_layer, W2) + b2',
  ],
  penalty: 'reg_loss = 0.5*reg*np.sum(W*W) + 0.5*reg*np.sum(W2*W2)',
  backward: [
    'dW2 = np.dot(hidden_layer.T, dscores)',
    'db2 = np.sum(dscores, axis=0, keepdims=True)',
    'dhidden = np.dot(dscores, W2.T)',
    'dhidden[hidden_layer <= 0] = 0',
    'dW = np.dot(X.T, dhidden)',
    'db = np.sum(dhidden, axis=0, keepdims=True)',
  ],
  penaltyGradient: ['dW2 += reg * W2', 'dW += reg * W'],
  update: [
    'W += -step_size * dW',
    'b += -step_size * db',
    'W2 += -step_size * dW2',
    'b2 += -step_size * db2',
  ],
  steps: 10_000,
  printEvery: 1000,
  print: 'print("iteration %d: loss %f" % (i, loss))',
  plane: 'Z = np.dot(np.maximum(0, np.dot(np.c_[xx.ravel(), yy.ravel()], W) + b), W2) + b2',
};

/** The line of the hidden layer, with the ReLU taken away. */
export const HIDDEN_WITHOUT_RELU = 'hidden_layer = np.dot(X, W) + b';

const line = (lines: Lines, place: number): string => lines[place] as string;

/** One line of a part by its place. */
export const forwardLine = (script: Script, place: number): string => line(script.forward, place);
export const backwardLine = (script: Script, place: number): string => line(script.backward, place);

/** Shapes behind the lines, where a listing shows the default number of points and classes. */
function shaped(lines: Lines, shapes: Record<string, string>): Lines {
  return lines.map((text) => {
    const shape = shapes[text.split(' ')[0] ?? ''];
    return shape ? `${text} # ${shape}` : text;
  });
}

const SHAPES = {
  hidden_layer: '(300, 100)',
  scores: '(300, 3)',
  exp_scores: '(300, 3)',
  probs: '(300, 3)',
  corect_logprobs: '(300,)',
};

/** The training, from the first weights to the last update. */
export function training(script: Script): Lines {
  const gradients =
    script === LINEAR
      ? { dW: '(2, 3)', db: '(1, 3)' }
      : { dW2: '(100, 3)', db2: '(1, 3)', dhidden: '(300, 100)', dW: '(2, 100)', db: '(1, 100)' };
  return [
    ...script.weights,
    ...RATES,
    COUNT,
    `for i in range(${script.steps}):`,
    ...within([
      ...shaped([...script.forward, ...SOFTMAX, POINT_LOSS], SHAPES),
      DATA_LOSS,
      script.penalty,
      LOSS,
      `if i % ${script.printEvery} == 0:`,
      `    ${script.print}`,
      ...SCORE_GRADIENT,
      MEAN_GRADIENT,
      ...shaped(script.backward, gradients),
      ...script.penaltyGradient,
      ...script.update,
    ]),
  ];
}

/** How many points the trained classifier gets right. */
export function accuracy(script: Script): Lines {
  return [...script.forward, ...PREDICTED];
}

/** The picture of the regions: the class at each place of a grid, and the lines between them. */
export function regions(script: Script): Lines {
  return [...GRID, script.plane, ...CONTOURS];
}
