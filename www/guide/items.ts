/** What is seen now on the boards, on the chart and in the look inside, named one by one: what is not there is not explained. */

import type { Frame } from '../engine/frame.js';
import { TOOLS } from '../i18n/chart-tools.js';
import type { GuideTexts } from '../i18n/guide.js';
import { HELD_OUT } from '../i18n/held-out.js';
import type { InsideTexts } from '../i18n/inside.js';
import { PASSED_BY } from '../inside/neuron.js';
import type { Intent } from '../state/store.js';
import type { Topic } from './buttons.js';
import type { Sample } from './samples.js';

export interface Item {
  /** A picture of what is explained, or what is written at it. */
  sign: { sample: Sample } | { words: string };
  text: string;
}

export interface Seen {
  frame: Frame;
  intent: Intent;
  /** How many steps share a place of the chart. */
  width: number;
}

export function itemsOf(topic: Topic, seen: Seen, guide: GuideTexts, texts: InsideTexts): Item[] {
  switch (topic) {
    case 'boards':
      return onBoards(seen, guide, texts);
    case 'chart':
      return onChart(seen, guide, texts);
    case 'inside':
      return inside(seen, guide, texts);
  }
}

const drawn = (sample: Sample, text: string): Item => ({ sign: { sample }, text });
const written = (words: string, text: string): Item => ({ sign: { words }, text });

const hasRelu = ({ settings }: Intent) => settings.activation === 'relu';

function onBoards(seen: Seen, guide: GuideTexts, texts: InsideTexts): Item[] {
  const { intent } = seen;
  const { heldOut, wrong } = partsOf(seen);
  const test = HELD_OUT[intent.lang].test;
  return [
    drawn('points', intent.inside === null ? `${guide.points} ${guide.press}` : guide.points),
    ...(heldOut > 0 ? [drawn('hollow', guide.hollow(heldOut))] : []),
    ...(wrong > 0 ? [drawn('wrong', guide.wrong(wrong))] : []),
    drawn('regions', intent.soft ? guide.soft : guide.regions),
    drawn('boundary', guide.boundary),
    ...(intent.inside === null ? [] : marks(seen, guide)),
    ...onNumbers(seen, guide, texts),
    ...(heldOut > 0 ? [written(test, guide.test)] : []),
    written(texts.step, guide.step),
    written(texts.linearFormula, guide.linearFormula),
    hasRelu(intent)
      ? written(texts.networkFormula, guide.networkFormula)
      : written(texts.withoutReluFormula, guide.withoutReluFormula),
  ];
}

/** The loss and the accuracy are of the points that are trained on: of all, unless some are held out. */
function onNumbers(seen: Seen, guide: GuideTexts, texts: InsideTexts): Item[] {
  if (partsOf(seen).heldOut === 0)
    return [written(texts.loss, guide.loss), written(texts.accuracy, guide.accuracy)];
  const { training } = HELD_OUT[seen.intent.lang];
  return [
    written(texts.loss, guide.lossOfTrained),
    written(training + texts.accuracy, guide.accuracyOfTrained),
  ];
}

/** How many points are held out, and how many have a wrong label. */
function partsOf({ frame }: Seen): { heldOut: number; wrong: number } {
  const { labels, trueLabels, heldOut } = frame.points;
  return {
    heldOut: heldOut.reduce((sum, held) => sum + held, 0),
    wrong: labels.reduce((sum, label, i) => sum + Number(label !== trueLabels[i]), 0),
  };
}

/** What the look inside marks: see marks.ts. */
function marks({ frame, intent }: Seen, guide: GuideTexts): Item[] {
  const { insideOf, selectedUnit, allLines } = intent;
  const ofClasses = frame[insideOf].hidden === 0;
  const items = [drawn('ring', guide.ring)];
  if (ofClasses) items.push(drawn('scores', guide.scores));
  else if (!hasRelu(intent)) return items;
  else if (allLines) items.push(drawn('folds', guide.folds));
  if (selectedUnit !== null)
    items.push(
      drawn('lit', ofClasses ? guide.litScore(selectedUnit) : guide.litFold(selectedUnit)),
    );
  return items;
}

function onChart(seen: Seen, guide: GuideTexts, texts: InsideTexts): Item[] {
  const { frame, intent } = seen;
  const tools = TOOLS[intent.lang];
  return [
    ...onCurves(seen, guide, texts),
    ...(frame.ghosts.length > 0 ? [drawn('ghost', guide.ghosts)] : []),
    drawn('mark', guide.marks),
    ...(isTested(seen) ? [drawn('best', guide.best)] : []),
    ...(intent.logSteps ? [written(texts.chartStep, guide.logSteps)] : []),
    written('↔', guide.read),
    written('+ −', guide.zoom),
    written(tools.listen, tools.heard(intent.chart === 'parts')),
  ];
}

/** Whether the chart shows curves of points that are held out. */
function isTested(seen: Seen): boolean {
  const { chart } = seen.intent;
  return partsOf(seen).heldOut > 0 && (chart === 'loss' || chart === 'accuracy');
}

function onCurves(seen: Seen, guide: GuideTexts, texts: InsideTexts): Item[] {
  const { frame, intent, width } = seen;
  const tested = isTested(seen) ? [drawn('test', guide.testCurves)] : [];
  const loss = partsOf(seen).heldOut > 0 ? guide.lossOfTrained : guide.loss;
  const { chart, zoom, logSteps, logLoss } = intent;
  const { classes } = frame.points;
  if (chart === 'parts')
    return [
      written('▒', guide.parts),
      drawn('chance', guide.chance(classes)),
      written(texts.loss, loss),
      written('…', guide.states),
    ];
  if (chart !== 'loss')
    return [
      drawn('linear', texts.linear),
      drawn('network', texts.network),
      ...tested,
      chart === 'point' ? written('p(y)', guide.ownClass) : written('%', guide.shareRight),
      drawn('chance', guide.guess(classes)),
      written('…', guide.states),
    ];
  return [
    drawn('linear', guide.linear),
    drawn('network', guide.network),
    ...tested,
    drawn('chance', guide.chance(classes)),
    ...(width > 1 ? [drawn('strokes', guide.strokes(width))] : []),
    ...(width > 1 && (zoom || logSteps) ? [written('▒', guide.areas(width))] : []),
    written(texts.loss, loss),
    ...(logLoss ? [written(texts.logScale, guide.log)] : []),
  ];
}

function inside(seen: Seen, guide: GuideTexts, texts: InsideTexts): Item[] {
  return [...inDrawing(seen, guide, texts), ...inTab(seen, guide, texts)];
}

function inDrawing({ frame, intent }: Seen, guide: GuideTexts, texts: InsideTexts): Item[] {
  const { insideOf, neuron, phase } = intent;
  const gradients = phase === 'gradients' && !neuron;
  const edges = [
    drawn('positive', gradients ? guide.positiveGradient : guide.positive),
    drawn('negative', gradients ? guide.negativeGradient : guide.negative),
    drawn('one', guide.one),
  ];
  if (neuron) {
    const passed = hasRelu(intent) ? guide.passed : guide.passedWithoutRelu;
    const by = PASSED_BY[intent.settings.activation];
    const passes = frame[insideOf].hidden > 0 ? [written(by, passed)] : [];
    return [...edges, written('Σ', guide.sum), ...passes];
  }
  const aboutUnit = hasRelu(intent) ? guide.unit : guide.unitWithoutRelu;
  const unit = frame[insideOf].hidden > 0 ? [drawn('unit', aboutUnit)] : [];
  return [
    ...edges,
    ...unit,
    drawn('bar', guide.bar),
    written('−ln p', guide.pointLoss),
    written(texts.nextPhase, guide.phases),
  ];
}

function inTab({ frame, intent }: Seen, guide: GuideTexts, texts: InsideTexts): Item[] {
  const { inside, insideOf } = intent;
  const some = frame.points.heldOut.length > 0 ? guide.activeOnTrained : guide.activeOn;
  const activeOn = hasRelu(intent) ? some : guide.activeOnAll;
  const network = frame[insideOf].hidden > 0;
  switch (inside) {
    case 'network':
      return [
        written(network ? 'W1[0, j]' : 'W[0, k]', network ? guide.indexOfUnit : guide.indexOfClass),
        written('0.1234', guide.value),
        ...(network ? [written(texts.activeOn, activeOn)] : []),
      ];
    case 'point':
      return [written('S[1]', guide.lineOfClass), written('=', guide.digits)];
    case 'check':
      return [written('L(w + ε)', guide.beside), written('ε', guide.epsilon)];
    default:
      return [];
  }
}
