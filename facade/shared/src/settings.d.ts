/** What decides a run; what is left out takes its default. Ranges: see `limits()`. */
export interface Settings {
  seed: number;
  points: number;
  classes: number;
  noise: number;
  hidden: number;
  activation: 'relu' | 'none';
  rate: number;
  reg: number;
}
/** Range and default of one setting that is a number. */
export interface Limits {
  name: Exclude<keyof Settings, 'activation'>;
  min: number;
  max: number;
  default: number;
  whole: boolean;
}
