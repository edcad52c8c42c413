/** Every formula of the lesson in TeX, with the lines of the NumPy script that compute it. Rendered while building
 * (scripts/formulas.ts), so that neither TeX nor a renderer reaches the browser: the page imports `index.ts`. */

interface Source {
  /** The formula as a textbook has it. */
  tex: string;
  /** The script's own lines, word for word, its spelling included; none where it takes another way. */
  code: string;
  /** The same formula worked out with numbers, each the text of an element of class `live-…` that the page fills. */
  live?: string;
}

const source = (tex: string, code: string | string[], live?: string): Source => ({
  tex,
  code: [code].flat().join('\n'),
  ...(live !== undefined && { live }),
});

/** ∂a/∂b. */
const partial = (a: string, b: string) => String.raw`\frac{\partial ${a}}{\partial ${b}}`;
/** A place for a number. */
const live = (name: string) => String.raw`\class{live-${name}}{0}`;

const dLdZ = partial('L', String.raw`\mathbf{Z}`);
const dLdH = partial('L', String.raw`\mathbf{H}`);
const dLdA = partial('L', String.raw`\mathbf{A}`);
const AFFINE = String.raw`\mathbf{X}\mathbf{W} + \mathbf{b}`;

// Together they are S − y. What leads there on paper, −y/S and the derivatives of softmax, has no line of its own: the
// script goes straight to the result.
const TRUE_CLASS = 'dscores[range(num_examples), y] -= 1';
const ALL_CLASSES = 'dscores = probs';
const STRAIGHT_TO_RESULT = '';
const HIDDEN = 'hidden_layer = np.maximum(0, np.dot(X, W) + b)';
const HIDDEN_SCORES = 'scores = np.dot(hidden_layer, W2) + b2';
const SCORES = 'scores = np.dot(X, W) + b';
const CROSS_ENTROPY = 'corect_logprobs = -np.log(probs[range(num_examples), y])';

export const SOURCES = {
  spiral: source(String.raw`x = r \sin t, \quad y = r \cos t`, [
    'r = np.linspace(0.0, 1, N)',
    't = np.linspace(j*4, (j+1)*4, N) + np.random.randn(N)*0.2',
    'X[ix] = np.c_[r*np.sin(t), r*np.cos(t)]',
  ]),

  neuron: source(
    String.raw`z = \sum_i x_i w_i + b`,
    SCORES,
    String.raw`z = ${live('x')} \cdot ${live('wx')} + ${live('y')} \cdot ${live('wy')} + ${live('b')} = ${live('z')}`,
  ),
  matrix: source(String.raw`\mathbf{Z} = ${AFFINE}`, SCORES),
  matrixWeights: source(
    String.raw`\begin{aligned}
      ${partial(String.raw`\mathbf{Z}`, String.raw`\mathbf{W}`)} &=
        ${partial(`(${AFFINE})`, String.raw`\mathbf{W}`)} = \mathbf{X}^\top \\
      ${partial('L', String.raw`\mathbf{W}`)} &= \mathbf{X}^\top \, ${dLdZ}
    \end{aligned}`,
    'dW = np.dot(X.T, dscores)',
  ),
  matrixBias: source(
    String.raw`\begin{aligned}
      ${partial(String.raw`\mathbf{Z}`, String.raw`\mathbf{b}`)} &=
        ${partial(`(${AFFINE})`, String.raw`\mathbf{b}`)} = \mathbf{I} \\
      ${partial('L', String.raw`\mathbf{b}`)} &= \sum_n ${partial('L', String.raw`\mathbf{z}_n`)}
    \end{aligned}`,
    'db = np.sum(dscores, axis=0, keepdims=True)',
  ),

  softmax: source(
    String.raw`S_i = \hat{y}_i = \frac{e^{z_i}}{\sum_k e^{z_k}}`,
    [
      'exp_scores = np.exp(scores)',
      'probs = exp_scores / np.sum(exp_scores, axis=1, keepdims=True)',
    ],
    String.raw`S_i = \frac{${live('exp')}}{${live('sum')}} = ${live('p')}`,
  ),
  softmaxSame: source(
    String.raw`\begin{aligned}
      ${partial('S_i', 'z_i')}
        &= \frac{e^{z_i} \sum_k e^{z_k} - (e^{z_i})^2}{\left(\sum_k e^{z_k}\right)^2} \\
        &= \frac{e^{z_i}}{\sum_k e^{z_k}} \left(1 - \frac{e^{z_i}}{\sum_k e^{z_k}}\right) \\
        &= S_i (1 - S_i)
    \end{aligned}`,
    STRAIGHT_TO_RESULT,
    String.raw`${partial('S_i', 'z_i')} = ${live('p')} \cdot (1 - ${live('p')}) = ${live('dp')}`,
  ),
  softmaxOther: source(
    String.raw`\begin{aligned}
      ${partial('S_j', 'z_i')}
        &= -e^{z_j} \, \frac{e^{z_i}}{\left(\sum_k e^{z_k}\right)^2} \\
        &= -S_i S_j \qquad (j \ne i)
    \end{aligned}`,
    STRAIGHT_TO_RESULT,
    String.raw`${partial('S_j', 'z_i')} = -${live('p')} \cdot ${live('pj')} = ${live('dp')}`,
  ),

  crossEntropy: source(
    String.raw`L = -\sum_i y_i \, \ln S_i`,
    CROSS_ENTROPY,
    String.raw`L = -\ln ${live('p')} = ${live('loss')}`,
  ),
  crossEntropyGradient: source(
    String.raw`${partial('L_i', 'S_i')} = -\frac{y_i}{S_i}`,
    STRAIGHT_TO_RESULT,
    String.raw`${partial('L', 'S_i')} = -\frac{${live('y')}}{${live('p')}} = ${live('dl')}`,
  ),
  chain: source(
    String.raw`\begin{aligned}
      ${partial('L', 'z_i')}
        &= \sum_j ${partial('L_j', 'S_j')} \, ${partial('S_j', 'z_i')} \\
        &= -\frac{y_i}{S_i} \, S_i (1 - S_i) + \sum_{j \ne i} \frac{y_j}{S_j} \, S_i S_j \\
        &= -y_i + y_i S_i + \sum_{j \ne i} y_j S_i \\
        &= -y_i + S_i \sum_j y_j
    \end{aligned}`,
    [ALL_CLASSES, TRUE_CLASS],
  ),
  result: source(
    `${partial('L', 'z_i')} = S_i - y_i`,
    [ALL_CLASSES, TRUE_CLASS],
    `${partial('L', 'z_i')} = ${live('p')} - ${live('y')} = ${live('dz')}`,
  ),
  meanLoss: source(
    String.raw`L = \frac{1}{N} \sum_n L_n + L_2`,
    ['data_loss = np.sum(corect_logprobs) / num_examples', 'loss = data_loss + reg_loss'],
    `L = ${live('data')} + ${live('reg')} = ${live('loss')}`,
  ),

  /** What the mean makes of the result: each point's share is an N-th of it. */
  meanGradient: source(
    String.raw`${dLdZ} = \frac{1}{N} (\mathbf{S} - \mathbf{Y})`,
    'dscores /= num_examples',
  ),

  penalty: source(
    String.raw`L_2 = \frac{\lambda}{2} \sum_i \sum_j w_{ij}^2`,
    [
      'reg_loss = 0.5 * reg * np.sum(W*W)',
      'reg_loss = 0.5*reg*np.sum(W*W) + 0.5*reg*np.sum(W2*W2)',
    ],
    String.raw`L_2 = \frac{${live('lambda')}}{2} \cdot ${live('squares')} = ${live('reg')}`,
  ),
  penaltyGradient: source(
    String.raw`${partial('L_2', 'w_{ij}')} = \lambda w_{ij}, \quad
      ${partial('L_2', String.raw`\mathbf{W}`)} = \lambda \mathbf{W}`,
    ['dW2 += reg * W2', 'dW += reg * W'],
    String.raw`${partial('L_2', 'w')} = ${live('lambda')} \cdot ${live('w')} = ${live('dw')}`,
  ),

  relu: source(
    String.raw`r = \max(0, x)`,
    HIDDEN,
    String.raw`r = \max(0, ${live('z')}) = ${live('h')}`,
  ),
  reluGradient: source(
    String.raw`\frac{dr}{dx} = \begin{cases} 0 & x \le 0 \\ 1 & x > 0 \end{cases}`,
    'dhidden[hidden_layer <= 0] = 0',
  ),

  twoLayers: source(
    String.raw`\begin{aligned}
      \mathbf{A} &= \mathbf{X}\mathbf{W}_1 + \mathbf{b}_1 \\
      \mathbf{H} &= \max(0, \mathbf{A}) \\
      \mathbf{Z} &= \mathbf{H}\mathbf{W}_2 + \mathbf{b}_2
    \end{aligned}`,
    [HIDDEN, HIDDEN_SCORES],
  ),
  /** One hidden unit, and what it gives on. */
  hiddenLayer: source(
    String.raw`\begin{aligned}
      a_j &= \sum_i x_i w_{ij} + b_j \\
      h_j &= \max(0, a_j)
    \end{aligned}`,
    HIDDEN,
  ),
  hiddenScores: source(
    String.raw`\mathbf{Z} = \mathbf{H}\mathbf{W}_2 + \mathbf{b}_2`,
    HIDDEN_SCORES,
  ),
  outputWeights: source(
    String.raw`${partial('L', String.raw`\mathbf{W}_2`)} = \mathbf{H}^\top \, ${dLdZ}`,
    'dW2 = np.dot(hidden_layer.T, dscores)',
    String.raw`${partial('L', 'w')} = ${live('h')} \cdot ${live('dz')} = ${live('dw')}`,
  ),
  outputBias: source(
    String.raw`${partial('L', String.raw`\mathbf{b}_2`)} = \sum_n ${partial('L', String.raw`\mathbf{z}_n`)}`,
    'db2 = np.sum(dscores, axis=0, keepdims=True)',
  ),
  hiddenGradient: source(
    String.raw`\begin{aligned}
      ${dLdH} &= ${dLdZ} \, \mathbf{W}_2^\top \\
      ${dLdA} &= ${dLdH} \odot \mathbf{1}_{\mathbf{H} > 0}
    \end{aligned}`,
    ['dhidden = np.dot(dscores, W2.T)', 'dhidden[hidden_layer <= 0] = 0'],
  ),
  hiddenWeights: source(
    String.raw`${partial('L', String.raw`\mathbf{W}_1`)} = \mathbf{X}^\top \, ${dLdA}`,
    'dW = np.dot(X.T, dhidden)',
    String.raw`${partial('L', 'w')} = ${live('x')} \cdot ${live('da')} = ${live('dw')}`,
  ),
  hiddenBias: source(
    String.raw`${partial('L', String.raw`\mathbf{b}_1`)} = \sum_n ${partial('L', String.raw`\mathbf{a}_n`)}`,
    'db = np.sum(dhidden, axis=0, keepdims=True)',
  ),

  update: source(
    String.raw`\mathbf{W} \leftarrow \mathbf{W} - \eta \, ${partial('L', String.raw`\mathbf{W}`)}`,
    ['W += -step_size * dW', 'b += -step_size * db'],
    String.raw`w \leftarrow ${live('w')} - ${live('eta')} \cdot ${live('dw')} = ${live('new')}`,
  ),
  updateSecond: source(
    String.raw`\mathbf{W}_2 \leftarrow \mathbf{W}_2 - \eta \, ${partial('L', String.raw`\mathbf{W}_2`)}`,
    ['W2 += -step_size * dW2', 'b2 += -step_size * db2'],
  ),
} satisfies Record<string, Source>;

export type FormulaId = keyof typeof SOURCES;
