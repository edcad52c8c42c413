/** What is counted from 0. */
export type Thing = 'layer' | 'weight' | 'bias' | 'hidden unit' | 'point';
/** Why something that was asked for was not done; nothing has changed then. Every error that the engine throws with
 * intent has it as its property `refusal`. */
export type Refusal =
  | { code: 'unknownSetting'; name: string }
  | { code: 'unknownChoice'; name: string; words: string[]; value: string }
  | { code: 'noSettings' }
  | { code: 'outOfLimits'; name: string; min: number; max: number; whole: boolean; value: number }
  | { code: 'notPositive'; name: string; value: number }
  | { code: 'badEpsilon'; max: number; value: number }
  | { code: 'notFinite'; thing: Thing; value: number }
  | { code: 'notThere'; thing: Thing; index: number; last: number }
  | { code: 'lossNotFinite' }
  | { code: 'lossNotFiniteWithout'; unit: number }
  | { code: 'lossNotFiniteBeside'; epsilon: number }
  | { code: 'wrongColours'; classes: number; given: number }
  | { code: 'noRandomness' };
