/** The chapters of the lesson in order, each with what it is about. */

import type { FormulaId } from '../formulas/index.js';
import type { LessonTexts } from '../i18n/lesson.js';
import type { View } from '../state/store.js';
import { type ChapterId, OPENINGS, type Opening } from './openings.js';

export type { ChapterId };

export interface Chapter extends Opening {
  /** What changes in the view while the answer is open. */
  answerView?: Partial<View>;
  /** What its question wants: a guess at what Play will show, or thinking. */
  asks: keyof LessonTexts['asks'];
  formulas: readonly FormulaId[];
  /** Formulas and parts of the script that belong to those, for whoever asks. */
  more?: readonly FormulaId[];
}

/** What each shows, in the order of `OPENINGS`. */
const PAGES: readonly (Omit<Chapter, keyof Opening> & { id: ChapterId })[] = [
  {
    id: 'data',
    asks: 'predict',
    formulas: ['spiral'],
    more: ['points'],
  },
  {
    id: 'neuron',
    asks: 'think',
    formulas: ['neuron'],
  },
  {
    id: 'linear',
    asks: 'think',
    formulas: ['matrix'],
    more: ['weightsOfLinear'],
  },
  {
    id: 'softmax',
    asks: 'predict',
    formulas: ['softmax'],
  },
  {
    id: 'crossEntropy',
    // The answer speaks of a line in the chart.
    answerView: { inside: null },
    asks: 'think',
    formulas: ['crossEntropy'],
    more: ['meanLoss', 'penalty'],
  },
  {
    id: 'gradient',
    asks: 'think',
    formulas: ['result'],
    more: [
      'crossEntropyGradient',
      'softmaxSame',
      'softmaxOther',
      'chain',
      'meanGradient',
      'matrixWeights',
      'matrixBias',
      'penaltyGradient',
    ],
  },
  {
    id: 'trainLinear',
    asks: 'predict',
    formulas: ['update'],
    more: ['linearTraining', 'linearPrints', 'linearAccuracy', 'linearRegions'],
  },
  {
    id: 'relu',
    asks: 'think',
    formulas: ['relu'],
    more: ['reluGradient'],
  },
  {
    id: 'twoLayers',
    asks: 'think',
    formulas: ['twoLayers'],
    more: [
      'weightsOfNetwork',
      'outputWeights',
      'outputBias',
      'hiddenGradient',
      'hiddenWeights',
      'hiddenBias',
      'penaltyGradient',
    ],
  },
  {
    id: 'trainNetwork',
    asks: 'think',
    formulas: [],
    more: [
      'update',
      'updateSecond',
      'networkTraining',
      'networkPrints',
      'networkAccuracy',
      'networkRegions',
    ],
  },
  {
    id: 'experiments',
    asks: 'predict',
    formulas: [],
  },
  {
    id: 'lossAndAccuracy',
    asks: 'think',
    formulas: ['predicted'],
  },
  {
    id: 'sideBySide',
    asks: 'think',
    formulas: ['besideForward'],
    more: ['besideWeights', 'besideLoss', 'besideGradients', 'besideUpdate'],
  },
  // The tutorial ends here. What it does not have follows it, so that old links lead to the chapters that they meant.
  {
    id: 'offCentre',
    asks: 'predict',
    formulas: [],
  },
  {
    id: 'byHeart',
    asks: 'predict',
    formulas: [],
  },
  {
    id: 'ownPoints',
    asks: 'predict',
    formulas: [],
  },
];

export const CHAPTERS: readonly Chapter[] = PAGES.map((page, place) => ({
  ...(OPENINGS[place] as Opening),
  ...page,
}));
