/** All that the tutorial has, in its order: each formula, each line of code, each drawing, each word that it introduces, and
 * the place where the page shows it. The tests walk this table and find each there. Not part of the page. */

import type { FormulaId } from '../formulas/index.js';
import type { Language } from '../i18n/index.js';
import type { ChapterId } from './chapters.js';

/** Where in its chapter: beneath the text, or behind “More formulas and code”. */
interface FormulaPlace {
  chapter: ChapterId;
  in: 'formulas' | 'more';
  formula: FormulaId;
}

const inFormulas = (chapter: ChapterId, formula: FormulaId): FormulaPlace => ({
  chapter,
  in: 'formulas',
  formula,
});

const inMore = (chapter: ChapterId, formula: FormulaId): FormulaPlace => ({
  chapter,
  in: 'more',
  formula,
});

/** A formula as the tutorial writes it, in parts that the page's TeX holds, spaces and groups aside. */
interface TutorialFormula {
  about: string;
  parts: readonly string[];
  at: FormulaPlace;
}

export const TUTORIAL_FORMULAS: readonly TutorialFormula[] = [
  {
    about: 'output of one neuron',
    parts: [String.raw`z = \sum_i x_i w_i + b`],
    at: inFormulas('neuron', 'neuron'),
  },
  {
    about: 'a layer in matrices',
    parts: ['{Z}', '{X}', '{W}', '{b}'],
    at: inFormulas('linear', 'matrix'),
  },
  {
    about: 'slope of the scores by the weights',
    parts: [String.raw`\partial Z`, String.raw`\partial W`, 'XW + b', String.raw`= X^\top`],
    at: inMore('gradient', 'matrixWeights'),
  },
  {
    about: 'slope of the scores by the biases',
    parts: [String.raw`\partial Z`, String.raw`\partial b`, 'XW + b', '= I'],
    at: inMore('gradient', 'matrixBias'),
  },
  {
    about: 'softmax',
    parts: [String.raw`S_i = \hat{y}_i = \frac{e^{z_i}}{\sum_k e^{z_k}}`],
    at: inFormulas('softmax', 'softmax'),
  },
  {
    about: 'slope of softmax, the same class',
    parts: [
      'j = i',
      String.raw`\frac{\partial S_j}{\partial z_i}`,
      String.raw`\frac{\partial S_i}{\partial z_i}`,
      String.raw`\sum_k e^{z_k} e^{z_i} - (e^{z_i})^2`,
      String.raw`1 - \frac{e^{z_i}}{\sum_k e^{z_k}}`,
      'S_i (1 - S_i)',
    ],
    at: inMore('gradient', 'softmaxSame'),
  },
  {
    about: 'slope of softmax, another class',
    parts: [
      String.raw`j \ne i`,
      String.raw`\frac{e^{z_j}}{\sum_k e^{z_k}}`,
      '-e^{z_j}',
      String.raw`\frac{1}{\sum_k e^{z_k}}`,
      '-S_i S_j',
    ],
    at: inMore('gradient', 'softmaxOther'),
  },
  {
    about: 'cross-entropy of one class',
    parts: [String.raw`L_i = -y_i \ln \hat{y}_i = -y_i \ln S_i`],
    at: inFormulas('crossEntropy', 'crossEntropy'),
  },
  {
    about: 'cross-entropy',
    parts: [String.raw`L = \sum_i L_i = -\sum_i y_i \ln S_i`],
    at: inFormulas('crossEntropy', 'crossEntropy'),
  },
  {
    about: 'slope of the cross-entropy',
    parts: [
      String.raw`\frac{\partial L_i}{\partial S_i}`,
      String.raw`\partial (-y_i \ln S_i)`,
      String.raw`-\frac{y_i}{S_i}`,
    ],
    at: inMore('gradient', 'crossEntropyGradient'),
  },
  {
    about: 'chain rule through softmax',
    parts: [
      String.raw`= \sum_j \frac{\partial L_j}{\partial S_j} \frac{\partial S_j}{\partial z_i}`,
      String.raw`\sum_{j = i} \frac{\partial L_j}{\partial S_j} \frac{\partial S_j}{\partial z_i} + \sum_{j \ne i}`,
      String.raw`-\frac{y_i}{S_i} S_i (1 - S_i) + \sum_{j \ne i} \frac{y_j}{S_j} S_i S_j`,
      String.raw`-y_i + y_i S_i + \sum_{j \ne i} y_j S_i`,
      String.raw`-y_i + S_i \sum_j y_j`,
    ],
    at: inMore('gradient', 'chain'),
  },
  {
    about: 'gradient of the scores',
    parts: [String.raw`\frac{\partial L}{\partial z_i} = S_i - y_i = \hat{y}_i - y_i`],
    at: inFormulas('gradient', 'result'),
  },
  {
    about: 'penalty',
    parts: [String.raw`L_2 = \frac{\lambda}{2} \sum_i \sum_j w_{ij}^2`],
    at: inMore('crossEntropy', 'penalty'),
  },
  {
    about: 'slope of the penalty',
    parts: [String.raw`\frac{\partial L_2}{\partial w_{ij}} = \lambda w_{ij}`],
    at: inMore('gradient', 'penaltyGradient'),
  },
  {
    about: 'slope of the penalty in matrices',
    parts: [String.raw`\frac{\partial L_2}{\partial W} = \lambda W`],
    at: inMore('gradient', 'penaltyGradient'),
  },
  {
    about: 'ReLU',
    parts: [String.raw`r = \max(0, x)`],
    at: inFormulas('relu', 'relu'),
  },
  {
    about: 'slope of the ReLU',
    parts: [String.raw`\frac{dr}{dx} = \begin{cases} 0 & x \le 0 \\ 1 & x > 0 \end{cases}`],
    at: inMore('relu', 'reluGradient'),
  },
];

/** A piece of code, line by line; behind `#` the shape that the tutorial gives. */
interface TutorialCode {
  about: string;
  code: string;
  at: FormulaPlace;
}

export const TUTORIAL_CODE: readonly TutorialCode[] = [
  {
    about: 'the points',
    code: `
import numpy as np
import matplotlib.pyplot as plt
plt.rcParams['figure.figsize'] = (10.0, 8.0)
np.random.seed(0)
N = 100
D = 2
K = 3
X = np.zeros((N*K, D)) # (300, 2)
y = np.zeros(N*K, dtype='uint8')
for j in range(K):
    ix = range(N*j, N*(j+1))
    r = np.linspace(0.0, 1, N)
    t = np.linspace(j*4, (j+1)*4, N) + np.random.randn(N)*0.2
    X[ix] = np.c_[r*np.sin(t), r*np.cos(t)]
    y[ix] = j
plt.scatter(X[:, 0], X[:, 1], c=y, s=40, cmap=plt.cm.Spectral)`,
    at: inMore('data', 'points'),
  },
  {
    about: 'training of the linear classifier',
    code: `
W = 0.01 * np.random.randn(D, K) # (2, 3)
b = np.zeros((1, K)) # (1, 3)
step_size = 1e-0
reg = 1e-3
num_examples = X.shape[0]
for i in range(1000):
    scores = np.dot(X, W) + b # (300, 3)
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True) # (300, 3)
    corect_logprobs = -np.log(probs[range(num_examples), y])
    data_loss = np.sum(corect_logprobs) / num_examples
    reg_loss = 0.5 * reg * np.sum(W*W)
    loss = data_loss + reg_loss
    if i % 100 == 0:
        print('iteration %d: loss %f' % (i, loss))
    dscores = probs
    dscores[range(num_examples), y] -= 1
    dscores /= num_examples
    dW = np.dot(X.T, dscores) # (2, 3)
    db = np.sum(dscores, axis=0, keepdims=True) # (1, 3)
    dW += reg * W
    W += -step_size * dW
    b += -step_size * db`,
    at: inMore('trainLinear', 'linearTraining'),
  },
  {
    about: 'accuracy of the linear classifier, and what it prints',
    code: `
scores = np.dot(X, W) + b
predicted_class = np.argmax(scores, axis=1)
print('training accuracy: %.2f' % (np.mean(predicted_class == y)))
training accuracy: 0.49`,
    at: inMore('trainLinear', 'linearAccuracy'),
  },
  {
    about: 'regions of the linear classifier',
    code: `
h = 0.02
x_min, x_max = X[:, 0].min() - 1, X[:, 0].max() + 1
y_min, y_max = X[:, 1].min() - 1, X[:, 1].max() + 1
xx, yy = np.meshgrid(np.arange(x_min, x_max, h),
                     np.arange(y_min, y_max, h))
Z = np.dot(np.c_[xx.ravel(), yy.ravel()], W) + b
Z = np.argmax(Z, axis=1)
Z = Z.reshape(xx.shape)
fig = plt.figure()
plt.contourf(xx, yy, Z, cmap=plt.cm.Spectral, alpha=0.8)
plt.scatter(X[:, 0], X[:, 1], c=y, s=40, cmap=plt.cm.Spectral)
plt.xlim(xx.min(), xx.max())
plt.ylim(yy.min(), yy.max())
plt.show()`,
    at: inMore('trainLinear', 'linearRegions'),
  },
  {
    about: 'training of the network',
    code: `
h = 100
W = 0.01 * np.random.randn(D, h)
b = np.zeros((1, h))
W2 = 0.01 * np.random.randn(h, K)
b2 = np.zeros((1, K))
step_size = 1e-0
reg = 1e-3
num_examples = X.shape[0]
for i in range(10000):
    hidden_layer = np.maximum(0, np.dot(X, W) + b)
    scores = np.dot(hidden_layer, W2) + b2
    exp_scores = np.exp(scores)
    probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)
    corect_logprobs = -np.log(probs[range(num_examples), y])
    data_loss = np.sum(corect_logprobs) / num_examples
    reg_loss = 0.5*reg*np.sum(W*W) + 0.5*reg*np.sum(W2*W2)
    loss = data_loss + reg_loss
    if i % 1000 == 0:
        print("iteration %d: loss %f" % (i, loss))
    dscores = probs
    dscores[range(num_examples), y] -= 1
    dscores /= num_examples
    dW2 = np.dot(hidden_layer.T, dscores)
    db2 = np.sum(dscores, axis=0, keepdims=True)
    dhidden = np.dot(dscores, W2.T)
    dhidden[hidden_layer <= 0] = 0
    dW = np.dot(X.T, dhidden)
    db = np.sum(dhidden, axis=0, keepdims=True)
    dW2 += reg * W2
    dW += reg * W
    W += -step_size * dW
    b += -step_size * db
    W2 += -step_size * dW2
    b2 += -step_size * db2`,
    at: inMore('trainNetwork', 'networkTraining'),
  },
  {
    about: 'accuracy of the network, and what it prints',
    code: `
hidden_layer = np.maximum(0, np.dot(X, W) + b)
scores = np.dot(hidden_layer, W2) + b2
predicted_class = np.argmax(scores, axis=1)
print('training accuracy: %.2f' % (np.mean(predicted_class == y)))
training accuracy: 0.98`,
    at: inMore('trainNetwork', 'networkAccuracy'),
  },
  {
    about: 'regions of the network',
    code: `
h = 0.02
x_min, x_max = X[:, 0].min() - 1, X[:, 0].max() + 1
y_min, y_max = X[:, 1].min() - 1, X[:, 1].max() + 1
xx, yy = np.meshgrid(np.arange(x_min, x_max, h),
                     np.arange(y_min, y_max, h))
Z = np.dot(np.maximum(0, np.dot(np.c_[xx.ravel(), yy.ravel()], W) + b), W2) + b2
Z = np.argmax(Z, axis=1)
Z = Z.reshape(xx.shape)
fig = plt.figure()
plt.contourf(xx, yy, Z, cmap=plt.cm.Spectral, alpha=0.8)
plt.scatter(X[:, 0], X[:, 1], c=y, s=40, cmap=plt.cm.Spectral)
plt.xlim(xx.min(), xx.max())
plt.ylim(yy.min(), yy.max())
plt.show()`,
    at: inMore('trainNetwork', 'networkRegions'),
  },
];

/** A drawing, and the element that shows it in its chapter. */
interface TutorialDrawing {
  about: string;
  at: { chapter: ChapterId; selector: string };
}

export const TUTORIAL_DRAWINGS: readonly TutorialDrawing[] = [
  { about: 'the points', at: { chapter: 'data', selector: '#linear-board' } },
  {
    about: 'the linear classifier: inputs, scores, probabilities',
    at: { chapter: 'linear', selector: '#inside canvas.diagram[data-drawing=linear]' },
  },
  {
    about: 'one neuron: inputs, weights, bias, output',
    at: { chapter: 'neuron', selector: '#inside canvas.diagram[data-drawing=neuron]' },
  },
  {
    about: 'softmax: from scores to probabilities',
    at: { chapter: 'softmax', selector: '#inside canvas.diagram[data-drawing=linear]' },
  },
  {
    about: 'losses of the linear classifier, every hundred iterations',
    at: { chapter: 'trainLinear', selector: '#lesson [data-formula=linearPrints]' },
  },
  {
    about: 'losses of the linear classifier, as a curve',
    at: { chapter: 'trainLinear', selector: '#chart' },
  },
  {
    about: 'regions of the linear classifier',
    at: { chapter: 'trainLinear', selector: '#linear-board' },
  },
  {
    about: 'the network: inputs, hidden layer, scores, probabilities',
    at: { chapter: 'twoLayers', selector: '#inside canvas.diagram[data-drawing=network]' },
  },
  {
    about: 'losses of the network, every thousand iterations',
    at: { chapter: 'trainNetwork', selector: '#lesson [data-formula=networkPrints]' },
  },
  {
    about: 'regions of the network',
    at: { chapter: 'trainNetwork', selector: '#network-board' },
  },
  {
    about: 'both classifiers, compared at the end',
    at: { chapter: 'sideBySide', selector: '#network-board' },
  },
  {
    about: 'both scripts, compared at the end',
    at: { chapter: 'sideBySide', selector: '#lesson [data-formula=besideForward] .beside' },
  },
];

/** A word that the tutorial introduces, as the chapter says it. */
interface TutorialWord {
  words: Record<Language, string>;
  at: { chapter: ChapterId; in: 'title' | 'text' | 'answer' };
}

const word = (
  chapter: ChapterId,
  place: TutorialWord['at']['in'],
  en: string,
  zh: string,
): TutorialWord => ({ words: { en, zh }, at: { chapter, in: place } });

export const TUTORIAL_WORDS: readonly TutorialWord[] = [
  word('neuron', 'text', 'weight', '权重'),
  word('neuron', 'text', 'bias', '偏置'),
  word('linear', 'text', 'forward pass', '前向传播'),
  word('softmax', 'title', 'Softmax', 'Softmax'),
  word('crossEntropy', 'title', 'Cross-entropy', '交叉熵'),
  word('crossEntropy', 'text', 'y is 1 for the true class', '真实类别的 y 是 1'),
  word('crossEntropy', 'text', 'mean of all points', '所有点的平均'),
  word('crossEntropy', 'text', 'penalty for large weights', '对大权重的一点惩罚'),
  word('gradient', 'title', 'gradient', '梯度'),
  word('gradient', 'text', 'backpropagation', '反向传播'),
  word('trainLinear', 'text', 'learning rate', '学习率'),
  word('relu', 'text', 'activation function', '激活函数'),
  word('twoLayers', 'text', 'forward pass', '前向传播'),
  word('twoLayers', 'text', 'Backpropagation', '反向传播'),
  word('twoLayers', 'text', 'hidden units', '隐藏神经元'),
  word('sideBySide', 'answer', 'activation function', '激活函数'),
];
