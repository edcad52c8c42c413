/** The settings of a run as the page knows them: their limits come from the engine, their meaning for the run from here. */

import type { Limits, Settings } from './pkg/spiral_lab.js';

export { parseNumber, readings } from './numerals.js';
export type { Settings };
export type Name = keyof Settings;

/** Range and default of every setting, by name. */
export type LimitsTable = Readonly<Record<Name, Limits>>;

export const NAMES = [
  'seed',
  'points',
  'classes',
  'noise',
  'hidden',
  'rate',
  'reg',
] as const satisfies Name[];

/** What a change of a setting does: act on the running model, or start the run anew at step 0. */
export const ACTS_AT_ONCE: ReadonlySet<Name> = new Set<Name>(['rate', 'reg']);

export function limitsTable(rows: readonly Limits[]): LimitsTable {
  return Object.fromEntries(rows.map((row) => [row.name, row])) as Record<Name, Limits>;
}

export function defaults(table: LimitsTable): Settings {
  return Object.fromEntries(NAMES.map((name) => [name, table[name].default])) as Record<
    Name,
    number
  >;
}

/** What a number may be. */
export type Range = Pick<Limits, 'min' | 'max' | 'whole'>;

export function isAllowed({ min, max, whole }: Range, value: number): boolean {
  return value >= min && value <= max && (!whole || Number.isInteger(value));
}

/** The nearest value that is allowed; `value` is a number, infinite perhaps, but not NaN. */
export function nearestAllowed({ min, max, whole }: Range, value: number): number {
  const within = Math.min(max, Math.max(min, value));
  return whole ? Math.round(within) : within;
}

export function settingsThatDiffer(a: Settings, b: Settings): Name[] {
  return NAMES.filter((name) => a[name] !== b[name]);
}
