/** What is seen now on the boards and on the chart, named one by one: what is not there is not explained. */

import type { Frame } from '../../frame.js';
import type { GuideTexts } from '../../i18n/guide.js';
import type { Dictionary } from '../../i18n/index.js';
import type { Intent } from '../../store.js';
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

export function itemsOf(topic: Topic, seen: Seen, guide: GuideTexts, texts: Dictionary): Item[] {
  return topic === 'boards' ? onBoards(seen, guide, texts) : onChart(seen, guide, texts);
}

const drawn = (sample: Sample, text: string): Item => ({ sign: { sample }, text });
const written = (words: string, text: string): Item => ({ sign: { words }, text });

function onBoards({ intent }: Seen, guide: GuideTexts, texts: Dictionary): Item[] {
  return [
    drawn('points', intent.inside === null ? `${guide.points} ${guide.press}` : guide.points),
    drawn('regions', intent.soft ? guide.soft : guide.regions),
    drawn('boundary', guide.boundary),
    ...(intent.inside === null ? [] : marks(intent, guide)),
    written(texts.loss, guide.loss),
    written(texts.accuracy, guide.accuracy),
    written(texts.step, guide.step),
    written(texts.linearFormula, guide.linearFormula),
    written(texts.networkFormula, guide.networkFormula),
  ];
}

/** What the look inside marks: see marks.ts. */
function marks({ insideOf, selectedUnit, allLines }: Intent, guide: GuideTexts): Item[] {
  const ofClasses = insideOf === 'linear';
  const items = [drawn('ring', guide.ring)];
  if (ofClasses) items.push(drawn('scores', guide.scores));
  else if (allLines) items.push(drawn('folds', guide.folds));
  if (selectedUnit !== null)
    items.push(
      drawn('lit', ofClasses ? guide.litScore(selectedUnit) : guide.litFold(selectedUnit)),
    );
  return items;
}

function onChart({ frame, intent, width }: Seen, guide: GuideTexts, texts: Dictionary): Item[] {
  return [
    drawn('linear', guide.linear),
    drawn('network', guide.network),
    drawn('chance', guide.chance(frame.points.classes)),
    ...(width > 1 ? [drawn('strokes', guide.strokes(width))] : []),
    written(texts.loss, guide.loss),
    ...(intent.logLoss ? [written(texts.logScale, guide.log)] : []),
    written('↔', guide.read),
  ];
}
