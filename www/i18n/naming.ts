/** Texts that call classes by the names that a table has given them. */

import { type Dictionary, nameOfClass } from './index.js';

const known = new WeakMap<readonly string[], Map<Dictionary, Dictionary>>();

/** The same object as long as the names are the same. */
export function naming<T extends Dictionary>(texts: T, names: readonly string[] | null): T {
  if (!names) return texts;
  const named = known.get(names) ?? new Map<Dictionary, Dictionary>();
  known.set(names, named);
  const className = (label: number) => nameOfClass(label, names, texts);
  const renamed = named.get(texts) ?? { ...texts, className };
  named.set(texts, renamed);
  return renamed as T;
}
