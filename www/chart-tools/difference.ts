/** What a run that was left has other than the one that goes on, in a few words: its label. */

import { changeWords } from '../chart/mark-words.js';
import { changesOf } from '../engine/changes.js';
import type { Experiment, Ghost } from '../engine/frame.js';
import { type Settings, settingsThatDiffer } from '../engine/settings.js';
import type { ToolsTexts } from '../i18n/chart-tools-en.js';
import type { Dictionary } from '../i18n/index.js';

/** Longer labels are cut. */
const LONGEST = 40;

/** What a setting is called. */
type NameOf = (name: keyof Settings & keyof Dictionary) => string;

export function difference(
  ghost: Ghost,
  now: Experiment,
  texts: Dictionary,
  tools: ToolsTexts,
): string {
  const others = settingsThatDiffer(ghost.beginning, now.beginning);
  const settings = wordsOf(ghost.beginning, others, tools, (name) => texts[name]);
  const words = [...settings, ...besideSettings(ghost, now, settings.length > 0, texts, tools)];
  return cut(words.length > 0 ? words.join(texts.comma) : tools.same(ghost.end));
}

/** A run in the key: each earlier one with its letter; the one that goes on has none. */
export interface KeyEntry {
  letter: string;
  words: string;
}

/** What tells some runs apart: of all of them the settings in which any two differ, in short words. The names that somebody has
 * given stand in place of them. Runs that are all alike need no telling apart. */
export function keyOf(
  ghosts: readonly Ghost[],
  now: Experiment,
  told: { letterOf(ghost: Ghost): string; givenName(ghost: Ghost): string | null },
  texts: Dictionary,
  tools: ToolsTexts,
): KeyEntry[] {
  const others = new Set(
    ghosts.flatMap(({ beginning }) => settingsThatDiffer(beginning, now.beginning)),
  );
  const short: NameOf = (name) => tools.short[name] ?? texts[name];
  const inShort = (settings: Settings) => wordsOf(settings, [...others], tools, short);
  const given = ghosts.map((ghost) => {
    const settings = inShort(ghost.beginning);
    const beside = besideSettings(ghost, now, settings.length > 0, texts, tools);
    return told.givenName(ghost) ?? [...settings, ...beside].join(texts.comma);
  });
  if (given.every((words) => words === '')) return [];
  const entries = ghosts.map((ghost, i) => ({
    letter: told.letterOf(ghost),
    words: cut(given[i] || tools.same(ghost.end)),
  }));
  const own = cut(inShort(now.beginning).join(texts.comma));
  return own === '' ? entries : [...entries, { letter: '', words: tools.now(own) }];
}

function wordsOf(
  settings: Settings,
  names: readonly (keyof Settings)[],
  tools: ToolsTexts,
  nameOf: NameOf,
): string[] {
  return names.map((name) => {
    if (name === 'activation') return tools.activation(settings.activation);
    if (name === 'data') return tools.source(settings.data);
    return `${nameOf(name)} ${settings[name]}`;
  });
}

/** What is other besides the settings: points, and what was changed on the way. */
function besideSettings(
  { own, changes }: Ghost,
  now: Experiment,
  differ: boolean,
  texts: Dictionary,
  tools: ToolsTexts,
): string[] {
  const words = !differ && own !== now.own ? [tools.otherOwn] : [];
  if (changes === now.changes) return words;
  const all = [...changesOf(changes)];
  words.push(...all.map(([step, what]) => tools.changedAt(step, changeWords(what, texts))));
  if (all.length === 0) words.push(tools.unchanged);
  return words;
}

const cut = (words: string) => (words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words);
