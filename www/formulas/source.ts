/** Every formula of the lesson in TeX, with the lines of the NumPy script that compute it. Rendered while building
 * (scripts/formulas.ts), so that neither TeX nor a renderer reaches the browser: the page imports `index.ts`. */

import { LISTINGS } from './listings.ts';
import * as script from './script.ts';
import { LINEAR, NETWORK } from './script.ts';

export interface Source {
  /** The formula as a textbook has it; empty for a listing. */
  tex: string;
  /** The script's own lines that compute it; empty where it goes straight to the result. */
  code: string;
  /** A second script's lines, to stand beside the first's. */
  beside?: string;
}

type Lines = string | readonly string[];

const source = (tex: string, code: Lines): Source => ({ tex, code: [code].flat().join('\n') });

/** A step of a derivation of which the script keeps only the end. */
const step = (tex: string): Source => ({ tex, code: '' });

/** ∂a/∂b. */
const partial = (a: string, b: string) => String.raw`\frac{\partial ${a}}{\partial ${b}}`;
const bold = (letters: string) => String.raw`\mathbf{${letters}}`;
/** An array with its shape beneath it. */
const shaped = (array: string, rows: number, columns: number) =>
  String.raw`\,\underset{${rows} \times ${columns}}{${array}}\,`;
/** Lines that are aligned where `&` stands. */
const aligned = (...lines: readonly string[]) =>
  String.raw`\begin{aligned} ${lines.join(String.raw` \\ `)} \end{aligned}`;

const [X, Z, H, A] = [bold('X'), bold('Z'), bold('H'), bold('A')];
const [W, B, W1, B1, W2, B2] = [
  bold('W'),
  bold('b'),
  `${bold('W')}_1`,
  `${bold('b')}_1`,
  `${bold('W')}_2`,
  `${bold('b')}_2`,
];
const dLdZ = partial('L', Z);
const dLdH = partial('L', H);
const dLdA = partial('L', A);
const AFFINE = `${X}${W} + ${B}`;
const UNIT_SUM = String.raw`a_j &= \sum_i x_i w_{ij} + b_j`;
const SHARE = String.raw`\frac{e^{z_i}}{\sum_k e^{z_k}}`;
const OTHER_SHARE = String.raw`\frac{e^{z_j}}{\sum_k e^{z_k}}`;
const SQUARED_SUM = String.raw`\left(\sum_k e^{z_k}\right)^2`;

const update = (array: string) =>
  String.raw`${array} &\leftarrow ${array} - \eta \, ${partial('L', array)}`;

const FORMULAS = {
  spiral: source(String.raw`x = r \sin t, \quad y = r \cos t`, script.ARM),

  neuron: source(String.raw`z = \sum_i x_i w_i + b`, LINEAR.forward),
  matrix: source(
    `${shaped(Z, 300, 3)} = ${shaped(X, 300, 2)} ${shaped(W, 2, 3)} + ${shaped(B, 1, 3)}`,
    `${script.forwardLine(LINEAR, 0)} # (300, 3)`,
  ),
  matrixWeights: source(
    aligned(
      `${partial(Z, W)} &= ${partial(`(${AFFINE})`, W)} = ${X}^\\top`,
      `${partial('L', W)} &= ${X}^\\top \\, ${dLdZ}`,
    ),
    script.backwardLine(LINEAR, 0),
  ),
  matrixBias: source(
    aligned(
      `${partial(Z, B)} &= ${partial(`(${AFFINE})`, B)} = ${bold('I')}`,
      String.raw`${partial('L', B)} &= \sum_n ${partial('L', String.raw`\mathbf{z}_n`)}`,
    ),
    script.backwardLine(LINEAR, 1),
  ),

  softmax: source(String.raw`S_i = \hat{y}_i = ${SHARE}`, script.SOFTMAX),
  softmaxSame: step(
    aligned(
      String.raw`${partial('S_j', 'z_i')} &= ${partial('S_i', 'z_i')} = ${partial('', 'z_i')} ${SHARE} \qquad (j = i)`,
      String.raw`&= \frac{\sum_k e^{z_k} \, e^{z_i} - (e^{z_i})^2}{${SQUARED_SUM}}`,
      String.raw`&= ${SHARE} \left(1 - ${SHARE}\right)`,
      '&= S_i (1 - S_i)',
    ),
  ),
  softmaxOther: step(
    aligned(
      String.raw`${partial('S_j', 'z_i')} &= ${partial('', 'z_i')} ${OTHER_SHARE} \qquad (j \ne i)`,
      String.raw`&= -e^{z_j} \left(\frac{1}{\sum_k e^{z_k}}\right)^2 e^{z_i}`,
      '&= -S_i S_j',
    ),
  ),

  crossEntropy: source(
    aligned(
      String.raw`L_i &= -y_i \, \ln \hat{y}_i = -y_i \, \ln S_i`,
      String.raw`L &= \sum_i L_i = -\sum_i y_i \, \ln S_i`,
    ),
    script.POINT_LOSS,
  ),
  crossEntropyGradient: step(
    String.raw`${partial('L_i', 'S_i')} = ${partial(String.raw`(-y_i \ln S_i)`, 'S_i')} = -\frac{y_i}{S_i}`,
  ),
  chain: step(
    aligned(
      String.raw`${partial('L', 'z_i')} &= \sum_j ${partial('L_j', 'S_j')} \, ${partial('S_j', 'z_i')}`,
      String.raw`&= \sum_{j = i} ${partial('L_j', 'S_j')} \, ${partial('S_j', 'z_i')} + \sum_{j \ne i} ${partial('L_j', 'S_j')} \, ${partial('S_j', 'z_i')}`,
      String.raw`&= -\frac{y_i}{S_i} \, S_i (1 - S_i) + \sum_{j \ne i} \frac{y_j}{S_j} \, S_i S_j`,
      String.raw`&= -y_i + y_i S_i + \sum_{j \ne i} y_j S_i`,
      String.raw`&= -y_i + S_i \sum_j y_j`,
    ),
  ),
  result: source(
    String.raw`${partial('L', 'z_i')} = S_i - y_i = \hat{y}_i - y_i`,
    script.SCORE_GRADIENT,
  ),
  meanGradient: source(
    String.raw`${dLdZ} = \frac{1}{N} \, (${bold('S')} - ${bold('Y')})`,
    script.MEAN_GRADIENT,
  ),
  meanLoss: source(String.raw`L = \frac{1}{N} \sum_n L_n + L_2`, [script.DATA_LOSS, script.LOSS]),

  // The linear classifier's line, then the network's.
  penalty: source(String.raw`L_2 = \frac{\lambda}{2} \sum_i \sum_j w_{ij}^2`, [
    LINEAR.penalty,
    NETWORK.penalty,
  ]),
  // The second layer's line, then the first's, which is also the linear classifier's.
  penaltyGradient: source(
    String.raw`${partial('L_2', 'w_{ij}')} = \lambda w_{ij}, \quad ${partial('L_2', W)} = \lambda ${W}`,
    NETWORK.penaltyGradient,
  ),

  relu: source(String.raw`r = \max(0, x)`, script.forwardLine(NETWORK, 0)),
  reluGradient: source(
    String.raw`\frac{dr}{dx} = \begin{cases} 0 & x \le 0 \\ 1 & x > 0 \end{cases}`,
    script.backwardLine(NETWORK, 3),
  ),

  twoLayers: source(
    aligned(
      `${shaped(A, 300, 100)} &= ${shaped(X, 300, 2)} ${shaped(W1, 2, 100)} + ${shaped(B1, 1, 100)}`,
      String.raw`${H} &= \max(0, ${A})`,
      `${shaped(Z, 300, 3)} &= ${shaped(H, 300, 100)} ${shaped(W2, 100, 3)} + ${shaped(B2, 1, 3)}`,
    ),
    NETWORK.forward,
  ),
  /** One hidden unit, and what it gives on. */
  hiddenLayer: source(
    aligned(UNIT_SUM, String.raw`h_j &= \max(0, a_j)`),
    script.forwardLine(NETWORK, 0),
  ),
  /** The same with the ReLU taken away. */
  hiddenWithoutRelu: source(aligned(UNIT_SUM, 'h_j &= a_j'), script.HIDDEN_WITHOUT_RELU),
  hiddenScores: source(`${Z} = ${H}${W2} + ${B2}`, script.forwardLine(NETWORK, 1)),
  outputWeights: source(
    String.raw`${partial('L', W2)} = ${H}^\top \, ${dLdZ}`,
    script.backwardLine(NETWORK, 0),
  ),
  outputBias: source(
    String.raw`${partial('L', B2)} = \sum_n ${partial('L', String.raw`\mathbf{z}_n`)}`,
    script.backwardLine(NETWORK, 1),
  ),
  hiddenGradient: source(
    aligned(
      String.raw`${dLdH} &= ${dLdZ} \, ${W2}^\top`,
      String.raw`${dLdA} &= ${dLdH} \odot \mathbf{1}_{${H} > 0}`,
    ),
    [script.backwardLine(NETWORK, 2), script.backwardLine(NETWORK, 3)],
  ),
  /** The same with the ReLU taken away. */
  gradientWithoutRelu: source(
    `${dLdA} = ${dLdH} = ${dLdZ} \\, ${W2}^\\top`,
    script.backwardLine(NETWORK, 2),
  ),
  hiddenWeights: source(
    String.raw`${partial('L', W1)} = ${X}^\top \, ${dLdA}`,
    script.backwardLine(NETWORK, 4),
  ),
  hiddenBias: source(
    String.raw`${partial('L', B1)} = \sum_n ${partial('L', String.raw`\mathbf{a}_n`)}`,
    script.backwardLine(NETWORK, 5),
  ),

  update: source(aligned(update(W), update(B)), LINEAR.update),
  updateSecond: source(aligned(update(W2), update(B2)), NETWORK.update.slice(2)),
} satisfies Record<string, Source>;

export const SOURCES = { ...FORMULAS, ...LISTINGS };

export type FormulaId = keyof typeof SOURCES;
