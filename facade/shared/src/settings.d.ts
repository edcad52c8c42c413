/** What a change of a setting makes anew, with all that follows: the points, the classifiers, the steps; or nothing, then it may
 * change between two steps. */
export type Stage = 'data' | 'model' | 'training' | 'nothing';
interface Row {
  stage: Stage;
  /** The link says it even where it is the default. */
  always: boolean;
}
/** A setting that is a number. */
export interface NumberSetting extends Row, NumberRange {
  name: { [N in keyof Settings]: Settings[N] extends number ? N : never }[keyof Settings];
  default: number;
}
/** A setting that is a number or a word. */
export interface NumberOrSetting extends Row, NumberRange {
  name: {
    [N in keyof Settings]: number extends Settings[N]
      ? Settings[N] extends number
        ? never
        : N
      : never;
  }[keyof Settings];
  default: Settings[NumberOrSetting['name']];
  /** What may stand there instead of a number. */
  word: Exclude<Settings[NumberOrSetting['name']], number>;
}
interface NumberRange {
  min: number;
  max: number;
  whole: boolean;
  /** A slider goes in steps of this size. */
  even?: number;
  /** Or it passes through so many values for each power of ten. */
  perDecade?: number;
  /** Where those begin; a smaller least value comes before. */
  least?: number;
}
/** A setting that is one of some words. */
export interface ChoiceSetting extends Row {
  name: Exclude<keyof Settings, NumberSetting['name'] | NumberOrSetting['name']>;
  default: Settings[ChoiceSetting['name']];
  /** The first is the default. */
  words: Settings[ChoiceSetting['name']][];
}
/** A row of the table of settings. */
export type Setting = NumberSetting | NumberOrSetting | ChoiceSetting;
