/** What is seen now on the boards, on the chart and in the look inside, named one by one: what is not there is not explained. */

import type { Frame } from '../engine/frame.js';
import { TOOLS } from '../i18n/chart-tools.js';
import type { GuideTexts } from '../i18n/guide.js';
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
  return [
    drawn('points', intent.inside === null ? `${guide.points} ${guide.press}` : guide.points),
    drawn('regions', intent.soft ? guide.soft : guide.regions),
    drawn('boundary', guide.boundary),
    ...(intent.inside === null ? [] : marks(seen, guide)),
    written(texts.loss, guide.loss),
    written(texts.accuracy, guide.accuracy),
    written(texts.step, guide.step),
    written(texts.linearFormula, guide.linearFormula),
    hasRelu(intent)
      ? written(texts.networkFormula, guide.networkFormula)
      : written(texts.withoutReluFormula, guide.withoutReluFormula),
  ];
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
    ...(intent.logSteps ? [written(texts.chartStep, guide.logSteps)] : []),
    written('↔', guide.read),
    written('+ −', guide.zoom),
    written(tools.listen, tools.heard(intent.chart === 'parts')),
  ];
}

function onCurves({ frame, intent, width }: Seen, guide: GuideTexts, texts: InsideTexts): Item[] {
  const { chart, zoom, logSteps, logLoss } = intent;
  const { classes } = frame.points;
  if (chart === 'parts')
    return [
      written('▒', guide.parts),
      drawn('chance', guide.chance(classes)),
      written(texts.loss, guide.loss),
      written('…', guide.states),
    ];
  if (chart !== 'loss')
    return [
      drawn('linear', texts.linear),
      drawn('network', texts.network),
      chart === 'point' ? written('p(y)', guide.ownClass) : written('%', guide.shareRight),
      drawn('chance', guide.guess(classes)),
      written('…', guide.states),
    ];
  return [
    drawn('linear', guide.linear),
    drawn('network', guide.network),
    drawn('chance', guide.chance(classes)),
    ...(width > 1 ? [drawn('strokes', guide.strokes(width))] : []),
    ...(width > 1 && (zoom || logSteps) ? [written('▒', guide.areas(width))] : []),
    written(texts.loss, guide.loss),
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
  const activeOn = hasRelu(intent) ? guide.activeOn : guide.activeOnAll;
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
