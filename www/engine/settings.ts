/** The settings of a run as the page knows them: their limits come from the engine, their meaning for the run from here. */

import type { ChangeProblem, Limits, Settings } from '../pkg/session.js';

export { parseNumber, readings } from '../ui/numerals.js';
export type { ChangeProblem, Limits, Settings };
/** A setting that is a number. */
export type Name = Limits['name'];

/** Range and default of every number, by name. */
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

/** What a hidden unit may make of its pre-activation; the first is the default. */
export type Activation = Settings['activation'];
export const ACTIVATIONS = ['relu', 'none'] as const satisfies Activation[];

const ALL = [...NAMES, 'activation'] as const;

/** What a change of a setting does: act on the running model, or start the run anew at step 0. */
export const ACTS_AT_ONCE: ReadonlySet<keyof Settings> = new Set(['rate', 'reg'] as const);

export function limitsTable(rows: readonly Limits[]): LimitsTable {
  return Object.fromEntries(rows.map((row) => [row.name, row])) as Record<Name, Limits>;
}

export function defaults(table: LimitsTable): Settings {
  const numbers = Object.fromEntries(NAMES.map((name) => [name, table[name].default]));
  return { ...(numbers as Record<Name, number>), activation: ACTIVATIONS[0] };
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

export function settingsThatDiffer(a: Settings, b: Settings): (keyof Settings)[] {
  return ALL.filter((name) => a[name] !== b[name]);
}
