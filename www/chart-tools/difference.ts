/** What a run that was left has other than the one that goes on, in a few words: its label. */

import { changeWords } from '../chart/mark-words.js';
import { changesOf } from '../engine/changes.js';
import type { Experiment, Ghost } from '../engine/frame.js';
import { settingsThatDiffer } from '../engine/settings.js';
import type { ToolsTexts } from '../i18n/chart-tools-en.js';
import type { Dictionary } from '../i18n/index.js';

/** Longer labels are cut. */
const LONGEST = 40;

export function difference(
  { beginning, own, changes, end }: Ghost,
  now: Experiment,
  texts: Dictionary,
  tools: ToolsTexts,
): string {
  const words = settingsThatDiffer(beginning, now.beginning).map((name) => {
    if (name === 'activation') return tools.activation(beginning.activation);
    if (name === 'data') return tools.source(beginning.data);
    return `${texts[name]} ${beginning[name]}`;
  });
  if (words.length === 0 && own !== now.own) words.push(tools.otherOwn);
  if (changes !== now.changes) {
    const all = [...changesOf(changes)];
    words.push(...all.map(([step, what]) => tools.changedAt(step, changeWords(what, texts))));
    if (all.length === 0) words.push(tools.unchanged);
  }
  const label = words.length > 0 ? words.join(texts.comma) : tools.same(end);
  return label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label;
}
