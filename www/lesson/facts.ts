/** Every measured or calculated number that the lesson's texts state, and what it is the value of: the tests compute it
 * anew, to the digits that are written, and look for it in the texts of every language. Not part of the page. */

import type { Classifier, Reading } from '../engine/frame.js';
import type { Settings } from '../engine/settings.js';
import type { ChapterId } from './chapters.js';

/** What the page reads at a step; an accuracy is meant in per cent. */
export interface Measured {
  chapter: ChapterId;
  says: string;
  of: Classifier;
  what: keyof Reading;
  /** Of the points that are held out. */
  heldOut?: true;
  step: number;
  /** What differs from the chapter's own settings. */
  settings?: Partial<Settings>;
}

export const MEASURED: readonly Measured[] = [
  { chapter: 'crossEntropy', says: '1.096919', of: 'linear', what: 'loss', step: 0 },
  { chapter: 'crossEntropy', says: '1.098637', of: 'network', what: 'loss', step: 0 },
  { chapter: 'trainLinear', says: '0.786281', of: 'linear', what: 'loss', step: 200 },
  { chapter: 'trainLinear', says: '0.786230', of: 'linear', what: 'loss', step: 1000 },
  { chapter: 'trainLinear', says: '49.3', of: 'linear', what: 'accuracy', step: 1000 },
  { chapter: 'relu', says: '69.7', of: 'network', what: 'accuracy', step: 1000 },
  {
    chapter: 'relu',
    says: '49.3',
    of: 'network',
    what: 'accuracy',
    step: 1000,
    settings: { activation: 'none' },
  },
  { chapter: 'trainNetwork', says: '1.094471', of: 'network', what: 'loss', step: 10 },
  { chapter: 'trainNetwork', says: '0.917310', of: 'linear', what: 'loss', step: 10 },
  { chapter: 'trainNetwork', says: '0.294416', of: 'network', what: 'loss', step: 1000 },
  { chapter: 'trainNetwork', says: '93.7', of: 'network', what: 'accuracy', step: 1000 },
  { chapter: 'trainNetwork', says: '98.0', of: 'network', what: 'accuracy', step: 10_000 },
  {
    chapter: 'experiments',
    says: '50.0',
    of: 'network',
    what: 'accuracy',
    step: 1000,
    settings: { hidden: 1 },
  },
  {
    chapter: 'experiments',
    says: '81.7',
    of: 'network',
    what: 'accuracy',
    step: 1000,
    settings: { hidden: 10 },
  },
  { chapter: 'experiments', says: '93.7', of: 'network', what: 'accuracy', step: 1000 },
  {
    chapter: 'experiments',
    says: '33.3',
    of: 'network',
    what: 'accuracy',
    step: 1000,
    settings: { rate: 10 },
  },
  {
    chapter: 'lossAndAccuracy',
    says: '0.786230',
    of: 'linear',
    what: 'loss',
    step: 1000,
    settings: { rate: 1 },
  },
  {
    chapter: 'lossAndAccuracy',
    says: '49.3',
    of: 'linear',
    what: 'accuracy',
    step: 1000,
    settings: { rate: 1 },
  },
  { chapter: 'lossAndAccuracy', says: '1.043843', of: 'linear', what: 'loss', step: 1000 },
  { chapter: 'lossAndAccuracy', says: '55.3', of: 'linear', what: 'accuracy', step: 1000 },
  { chapter: 'lossAndAccuracy', says: '1.008309', of: 'linear', what: 'loss', step: 1001 },
  { chapter: 'lossAndAccuracy', says: '58.7', of: 'linear', what: 'accuracy', step: 1001 },
  {
    chapter: 'lossAndAccuracy',
    says: '57.3',
    of: 'network',
    what: 'accuracy',
    step: 2,
    settings: { rate: 1 },
  },
  {
    chapter: 'lossAndAccuracy',
    says: '48.7',
    of: 'network',
    what: 'accuracy',
    step: 20,
    settings: { rate: 1 },
  },
  { chapter: 'sideBySide', says: '49.3', of: 'linear', what: 'accuracy', step: 10_000 },
  { chapter: 'sideBySide', says: '98.0', of: 'network', what: 'accuracy', step: 10_000 },
  {
    chapter: 'sideBySide',
    says: '49.3',
    of: 'network',
    what: 'accuracy',
    step: 1000,
    settings: { activation: 'none' },
  },
  {
    chapter: 'offCentre',
    says: '97.3',
    of: 'network',
    what: 'accuracy',
    step: 1000,
    settings: { shift: 0 },
  },
  { chapter: 'offCentre', says: '33.3', of: 'network', what: 'accuracy', step: 0 },
  { chapter: 'offCentre', says: '33.3', of: 'network', what: 'accuracy', step: 200 },
  { chapter: 'offCentre', says: '33.3', of: 'network', what: 'accuracy', step: 1000 },
  { chapter: 'offCentre', says: '1.098612', of: 'network', what: 'loss', step: 1000 },
  { chapter: 'byHeart', says: '0.648508', of: 'network', what: 'loss', heldOut: true, step: 750 },
  { chapter: 'byHeart', says: '1.507057', of: 'network', what: 'loss', heldOut: true, step: 3000 },
  { chapter: 'byHeart', says: '0.513738', of: 'network', what: 'loss', step: 750 },
  { chapter: 'byHeart', says: '0.232128', of: 'network', what: 'loss', step: 3000 },
  {
    chapter: 'byHeart',
    says: '0.862213',
    of: 'network',
    what: 'loss',
    heldOut: true,
    step: 3000,
    settings: { reg: 0.003 },
  },
  { chapter: 'ownPoints', says: '100', of: 'linear', what: 'accuracy', step: 10 },
  {
    chapter: 'ownPoints',
    says: '50',
    of: 'linear',
    what: 'accuracy',
    step: 1000,
    settings: { data: 'circles' },
  },
  {
    chapter: 'ownPoints',
    says: '100',
    of: 'network',
    what: 'accuracy',
    step: 1000,
    settings: { data: 'circles' },
  },
  {
    chapter: 'ownPoints',
    says: '64',
    of: 'linear',
    what: 'accuracy',
    step: 1000,
    settings: { data: 'xor' },
  },
  {
    chapter: 'ownPoints',
    says: '100',
    of: 'network',
    what: 'accuracy',
    step: 1000,
    settings: { data: 'xor' },
  },
];

/** What follows by arithmetic. */
export const CALCULATED: readonly { chapter: ChapterId; says: string; is: number }[] = [
  { chapter: 'data', says: '300', is: 3 * 100 },
  { chapter: 'data', says: '99.3', is: (100 * (300 - 2)) / 300 },
  { chapter: 'neuron', says: '0.9', is: 2 * 0.5 + 1 * -0.2 + 0.1 },
  { chapter: 'linear', says: '6', is: 2 * 3 },
  { chapter: 'linear', says: '9', is: 2 * 3 + 3 },
  { chapter: 'crossEntropy', says: '0.01', is: -Math.log(0.99) },
  { chapter: 'crossEntropy', says: '4.61', is: -Math.log(0.01) },
  { chapter: 'crossEntropy', says: '1.098612', is: Math.log(3) },
  { chapter: 'gradient', says: '−0.67', is: 1 / 3 - 1 },
  { chapter: 'gradient', says: '0.33', is: 1 / 3 },
  { chapter: 'trainLinear', says: '148', is: Math.round(0.49333 * 300) },
  { chapter: 'twoLayers', says: '603', is: 2 * 100 + 100 + 100 * 3 + 3 },
  { chapter: 'lossAndAccuracy', says: '5', is: Math.log(0.01) / Math.log(0.4) },
  { chapter: 'sideBySide', says: '9', is: 2 * 3 + 3 },
  { chapter: 'sideBySide', says: '603', is: 2 * 100 + 100 + 100 * 3 + 3 },
  { chapter: 'sideBySide', says: '594', is: 603 - 9 },
  { chapter: 'byHeart', says: '120', is: 3 * 40 },
  { chapter: 'byHeart', says: '60', is: 3 * 40 * 0.5 },
];

/** Numbers that a chapter chooses itself. */
export const CHOSEN: Partial<Record<ChapterId, readonly string[]>> = {
  neuron: ['0.5', '−0.2', '0.1'],
  crossEntropy: ['0.99', '0.01'],
  // The scale of the first weights.
  trainNetwork: ['0.01'],
  lossAndAccuracy: ['0.01', '0.4'],
  // The penalty.
  byHeart: ['0.003'],
};
