/** The chapters of the lesson in order: what each is about, and the state in which it wants the page. */

import type { Beginning } from '../engine/link.js';
import type { FormulaId } from '../formulas/index.js';
import type { LessonTexts } from '../i18n/lesson.js';
import type { View } from '../state/store.js';
import beginnings from './beginnings.json' with { type: 'json' };

export type ChapterId = keyof LessonTexts['chapters'];

export interface Chapter extends Beginning {
  id: ChapterId;
  /** What differs from the plain view. */
  view: Partial<View>;
  /** What changes in the view while the answer is open. */
  answerView?: Partial<View>;
  /** What its question wants: a guess at what Play will show, or thinking. */
  asks: keyof LessonTexts['asks'];
  formulas: readonly FormulaId[];
  /** Formulas and parts of the script that belong to those, for whoever asks. */
  more?: readonly FormulaId[];
}

/** A point in the middle of the second arm. */
const A_POINT = 150;

const LINEAR: Partial<View> = { insideOf: 'linear' };

/** What each shows. */
const PAGES: readonly Omit<Chapter, keyof Beginning>[] = [
  {
    id: 'data',
    view: LINEAR,
    asks: 'predict',
    formulas: ['spiral'],
    more: ['points'],
  },
  {
    id: 'neuron',
    view: { ...LINEAR, inside: 'point', selectedPoint: A_POINT, neuron: true },
    asks: 'think',
    formulas: ['neuron'],
  },
  {
    id: 'linear',
    view: { ...LINEAR, inside: 'network' },
    asks: 'think',
    formulas: ['matrix'],
    more: ['weightsOfLinear'],
  },
  {
    id: 'softmax',
    view: {
      ...LINEAR,
      inside: 'point',
      selectedPoint: A_POINT,
      working: 'softmax',
      soft: true,
      speed: 100,
    },
    asks: 'predict',
    formulas: ['softmax'],
  },
  {
    id: 'crossEntropy',
    view: {
      ...LINEAR,
      inside: 'point',
      selectedPoint: A_POINT,
      working: 'crossEntropy',
      speed: 100,
    },
    // The answer speaks of a line in the chart.
    answerView: { inside: null },
    asks: 'think',
    formulas: ['crossEntropy'],
    more: ['meanLoss', 'penalty'],
  },
  {
    id: 'gradient',
    view: { ...LINEAR, inside: 'point', selectedPoint: A_POINT, working: 'result' },
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
    view: { ...LINEAR, speed: 100 },
    asks: 'predict',
    formulas: ['update'],
    more: ['linearTraining', 'linearPrints', 'linearAccuracy', 'linearRegions'],
  },
  {
    id: 'relu',
    view: { inside: 'network', allLines: true },
    asks: 'think',
    formulas: ['relu'],
    more: ['reluGradient'],
  },
  {
    id: 'twoLayers',
    view: { inside: 'network' },
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
    // Slow enough to see the network come from behind; the text leads on to where it is well trained.
    view: { speed: 10 },
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
    view: {},
    asks: 'predict',
    formulas: [],
  },
  {
    id: 'lossAndAccuracy',
    view: { ...LINEAR, speed: 1 },
    asks: 'think',
    formulas: ['predicted'],
  },
  {
    id: 'sideBySide',
    view: {},
    asks: 'think',
    formulas: ['besideForward'],
    more: ['besideWeights', 'besideLoss', 'besideGradients', 'besideUpdate'],
  },
  // The tutorial ends here. What it does not have follows it, so that old links lead to the chapters that they meant.
  {
    id: 'offCentre',
    // Slow enough to see the folds leave the points.
    view: { inside: 'network', allLines: true, speed: 100 },
    asks: 'predict',
    formulas: [],
  },
  {
    id: 'byHeart',
    view: {},
    asks: 'predict',
    formulas: [],
  },
  {
    id: 'ownPoints',
    view: { points: true, speed: 100 },
    asks: 'predict',
    formulas: [],
  },
];

/** What each begins with is data that the command line reads, too. */
export const CHAPTERS: readonly Chapter[] = PAGES.map((page, place) => ({
  ...(beginnings[place] as Beginning),
  ...page,
}));
