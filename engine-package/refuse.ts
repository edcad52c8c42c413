/** What the package refuses by itself, before the engine is asked: with a code, as the engine does. */

import { CLASSIFIERS, type Classifier } from '../www/engine/frame.js';
import type { Refusal } from '../www/engine/refusal.js';
import type { Settings, SettingsTable } from '../www/engine/settings.js';

function refuse(sentence: string, refusal: Refusal): never {
  throw Object.assign(new Error(sentence), { refusal });
}

/** A setting that is misspelt would otherwise be its default, without a word. */
export function knownSettings(settings: Partial<Settings>, table: SettingsTable): void {
  for (const name of Object.keys(settings)) {
    if (!Object.hasOwn(table, name))
      refuse(`There is no setting called ${name}.`, { code: 'unknownSetting', name });
  }
}

/** Programs without types may ask for any. */
export function knownClassifier(classifier: Classifier): Classifier {
  if (CLASSIFIERS.includes(classifier)) return classifier;
  const [name, words, value] = ['classifier', [...CLASSIFIERS], String(classifier)];
  const sentence = `${name} must be ${words.join(' or ')}, not ${value}.`;
  return refuse(sentence, { code: 'unknownChoice', name, words, value });
}

/** A number of own points that no list of whole numbers holds. */
export function within(name: string, value: number, [min, max]: [number, number], whole: boolean) {
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return value;
  const kind = whole ? 'a whole number' : 'a number';
  const sentence = `${name} must be ${kind} from ${min} to ${max}, not ${value}.`;
  return refuse(sentence, { code: 'outOfLimits', name, min, max, whole, value });
}
