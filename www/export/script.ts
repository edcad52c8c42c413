/** A run as a script for NumPy that stands on its own, as near to the tutorial's as the run allows: it draws the same numbers,
 * trains both classifiers, and prints the losses that the page shows. */

import {
  HIDDEN_WITHOUT_RELU,
  LINEAR,
  MEAN_GRADIENT,
  NETWORK,
  SCORE_GRADIENT,
  type Script,
} from '../formulas/script.js';
import { SCRIPT, type ScriptTexts } from '../i18n/export-script.js';
import { float, within } from './python.js';
import type { RunAsItStands } from './run.js';
import { apartFrom, changeLines } from './script-changes.js';
import { drawPoints, holdOut, holdsOut } from './script-points.js';

type Lines = readonly string[];

/** Longer links are not repeated. */
const LONGEST_LINK = 300;

export function scriptOf(run: RunAsItStands): string {
  const texts = SCRIPT[run.lang];
  const { frame, link } = run;
  const { seed } = frame.experiment.beginning;
  const lines = [
    ...texts.title.map((line) => `# ${line}`),
    ...(link.length <= LONGEST_LINK ? [`# ${link}`] : []),
    'import numpy as np',
    '',
    // What overflows is met on purpose.
    ...(frame.halted ? ["np.seterr(all='ignore')"] : []),
    `np.random.seed(${seed})  # ${texts.seed}`,
    '',
    ...drawPoints(run, texts),
    '',
    `# ${texts.weights}`,
    ...weights(LINEAR.weights),
    `h = ${frame.network.hidden}  # ${texts.hidden}`,
    ...ofNetwork(weights(NETWORK.weights.slice(1))),
    ...holdOut(run, texts),
    '',
    ...beginning(run, texts),
    '',
    '',
    ...softmax(texts),
    '',
    '',
    ...loop(run, texts),
  ];
  return `${lines.join('\n')}\n`;
}

/** Without the shapes of the tutorial's own run. */
const weights = (lines: Lines): string[] => lines.map((line) => line.replace(/ #.*/, ''));

/** Both classifiers in one script: the network's first layer is W1 and b1. */
const ofNetwork = (lines: Lines): string[] =>
  lines.map((line) => line.replaceAll(/\b(d?[Wb])\b/g, '$11'));

/** Learning rate and penalty as the run began. */
function beginning({ frame }: RunAsItStands, texts: ScriptTexts): string[] {
  const { rate, reg } = frame.experiment.beginning;
  return [
    `step_size = ${float(rate)}  # ${texts.rate}`,
    `reg = ${float(reg)}  # ${texts.reg}`,
    'num_examples = X.shape[0]',
  ];
}

/** Softmax and its loss, for both. */
function softmax(texts: ScriptTexts): string[] {
  return [
    'def softmax_loss(scores, y):',
    ...within([
      `# ${texts.shifted}`,
      'scores = scores - np.max(scores, axis=1, keepdims=True)',
      'exp_scores = np.exp(scores)',
      'sums = np.sum(exp_scores, axis=1, keepdims=True)',
      'probs = exp_scores / sums',
      'logprobs = (scores - np.log(sums))[range(len(y)), y]',
      'accuracy = np.mean(np.argmax(scores, axis=1) == y)',
      'return -np.mean(logprobs), accuracy, probs',
    ]),
  ];
}

function loop(run: RunAsItStands, texts: ScriptTexts): string[] {
  const { frame } = run;
  const { experiment, step, diverged, points } = frame;
  const apart = apartFrom(experiment);
  const changes = changeLines(experiment);
  const stops = diverged !== null;
  const withTest = holdsOut(points);
  const relu = experiment.beginning.activation === 'relu';
  // A run that diverged is shown to do so one step later.
  const count = stops && apart === null ? 'steps + 2' : 'steps + 1';
  return [
    `steps = ${step}  # ${stops ? texts.stopped : texts.steps}`,
    `for i in range(${count}):`,
    ...within([
      ...(changes.length > 0 ? [`# ${texts.changes}`, ...changes, ''] : []),
      `# ${texts.linear}`,
      ...evaluation('linear', LINEAR, LINEAR.forward, withTest),
      '',
      `# ${texts.network}`,
      ...evaluation('network', NETWORK, forwardOf(relu), withTest).filter(
        (line) => relu || !line.startsWith('dhidden['),
      ),
      '',
      ...printing(withTest, frame.halted ? '%.6g' : '%f'),
      '',
      ...(apart === null
        ? [`# ${texts.update}`, ...updates(LINEAR), ...ofNetwork(updates(NETWORK))]
        : apartUpdates(apart, relu, texts)),
    ]),
  ];
}

const forwardOf = (relu: boolean): Lines =>
  relu ? NETWORK.forward : [HIDDEN_WITHOUT_RELU, ...NETWORK.forward.slice(1)];

const updates = (script: Script): string[] => [...script.penaltyGradient, ...script.update];

/** Scores, loss and gradients of one classifier; also its loss on the points that are held out. */
function evaluation(
  name: 'linear' | 'network',
  script: Script,
  forward: Lines,
  withTest: boolean,
): string[] {
  const loss = 'softmax_loss(scores, y)';
  const lines = [
    ...(withTest ? testing(name, forward) : []),
    ...forward,
    `data_loss, ${name}_accuracy, probs = ${loss}`,
    script.penalty,
    `${name}_loss = data_loss + reg_loss`,
    ...(withTest ? [`${name}_test_loss += reg_loss`] : []),
    ...SCORE_GRADIENT,
    MEAN_GRADIENT,
    ...script.backward,
  ];
  return name === 'network' ? ofNetwork(lines) : lines;
}

function testing(name: string, forward: Lines): string[] {
  return [
    ...forward.map((line) => line.replace('(X,', '(X_test,')),
    `${name}_test_loss, ${name}_test_accuracy, _ = softmax_loss(scores, y_test)`,
  ];
}

/** In ASCII, which every terminal prints; a loss on its way to infinity in few digits. */
function printing(withTest: boolean, loss: string): string[] {
  const lines = (test: '' | '_test') => {
    const word = test ? "'     test" : "'step %d";
    const values = ['linear', 'network'].map(
      (each) => `${each}${test}_loss, 100*${each}${test}_accuracy`,
    );
    const numbers = test ? values.join(', ') : `i, ${values.join(', ')}`;
    return [
      `print(${word}: linear loss ${loss}, accuracy %.1f %%, network loss ${loss}, accuracy %.1f %%' % (`,
      `    ${numbers}))`,
    ];
  };
  return [
    'if not np.all(np.isfinite([linear_loss, network_loss])):',
    ...within([
      "print('step %d: a loss is no finite number any more. The run ends at step %d.' % (i, i - 1))",
      'break',
    ]),
    'if i % 100 == 0 or i == steps:',
    ...within([...lines(''), ...(withTest ? lines('_test') : [])]),
  ];
}

/** From a step on each classifier goes on for itself: one whose next loss would be no finite number stays as it is. */
function apartUpdates(from: number, relu: boolean, texts: ScriptTexts): string[] {
  const one = (names: string, forward: Lines, script: Script) => [
    `before = [each.copy() for each in (${names})]`,
    ...updates(script),
    ...forward,
    script.penalty,
    `if i >= ${from} and not np.isfinite(softmax_loss(scores, y)[0] + reg_loss):`,
    `    ${names} = before`,
  ];
  return [
    `# ${texts.apart(from)}`,
    ...one('W, b', LINEAR.forward, LINEAR),
    ...ofNetwork(one('W, b, W2, b2', forwardOf(relu), NETWORK)),
  ];
}
