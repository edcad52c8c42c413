/** The settings of a run as the page knows them: all that is said of one stands in its row of the engine's table. */

import type { ChoiceSetting, NumberSetting, Setting, Settings } from '../pkg/session.js';

export { parseNumber, readings } from './link.js';
export type { ChoiceSetting, NumberSetting, Setting, Settings };
/** A setting that is a number. */
export type Name = NumberSetting['name'];
/** A setting that is one of some words. */
export type ChoiceName = ChoiceSetting['name'];
/** What a hidden unit may make of its pre-activation. */
export type Activation = Settings['activation'];

/** The rows by their names, in the order of the link. */
export type SettingsTable = {
  readonly [N in keyof Settings]: N extends Name ? NumberSetting : ChoiceSetting;
};

export function tableOf(rows: readonly Setting[]): SettingsTable {
  return Object.fromEntries(rows.map((row) => [row.name, row])) as unknown as SettingsTable;
}

export function rowsOf(table: SettingsTable): Setting[] {
  return Object.values(table);
}

export function defaults(table: SettingsTable): Settings {
  const all = rowsOf(table).map((row) => [row.name, row.default]);
  return Object.fromEntries(all) as unknown as Settings;
}

/** What a number may be. */
export type Range = Pick<NumberSetting, 'min' | 'max' | 'whole'>;

export function isAllowed({ min, max, whole }: Range, value: number): boolean {
  return value >= min && value <= max && (!whole || Number.isInteger(value));
}

export function settingsThatDiffer(a: Settings, b: Settings): (keyof Settings)[] {
  return (Object.keys(a) as (keyof Settings)[]).filter((name) => a[name] !== b[name]);
}
