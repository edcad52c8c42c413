/** The chapters of the lesson in order: what each is about, and the state in which it wants the page. */

import type { Settings } from '../engine/settings.js';
import type { FormulaId } from '../formulas/index.js';
import type { LessonTexts } from '../i18n/lesson.js';
import type { View } from '../state/store.js';

export type ChapterId = keyof LessonTexts['chapters'];

export interface Chapter {
  id: ChapterId;
  /** What differs from the defaults. */
  settings: Partial<Settings>;
  /** Where its run stands. */
  step: number;
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

export const CHAPTERS: readonly Chapter[] = [
  {
    id: 'data',
    settings: {},
    step: 0,
    view: LINEAR,
    asks: 'predict',
    formulas: ['spiral'],
    more: ['points'],
  },
  {
    id: 'neuron',
    settings: {},
    step: 0,
    view: { ...LINEAR, inside: 'point', selectedPoint: A_POINT, neuron: true },
    asks: 'think',
    formulas: ['neuron'],
  },
  {
    id: 'linear',
    settings: {},
    step: 0,
    view: { ...LINEAR, inside: 'network' },
    asks: 'think',
    formulas: ['matrix'],
    more: ['weightsOfLinear'],
  },
  {
    id: 'softmax',
    settings: {},
    step: 0,
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
    settings: {},
    step: 0,
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
    settings: {},
    step: 0,
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
    settings: {},
    step: 0,
    view: { ...LINEAR, speed: 100 },
    asks: 'predict',
    formulas: ['update'],
    more: ['linearTraining', 'linearPrints', 'linearAccuracy', 'linearRegions'],
  },
  {
    id: 'relu',
    settings: { hidden: 3 },
    step: 1000,
    view: { inside: 'network', allLines: true },
    asks: 'think',
    formulas: ['relu'],
    more: ['reluGradient'],
  },
  {
    id: 'twoLayers',
    settings: {},
    step: 0,
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
    settings: {},
    step: 10,
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
    settings: {},
    step: 0,
    view: {},
    asks: 'predict',
    formulas: [],
  },
  {
    id: 'lossAndAccuracy',
    settings: { rate: 10 },
    step: 1000,
    view: { ...LINEAR, speed: 1 },
    asks: 'think',
    formulas: ['predicted'],
  },
  {
    id: 'sideBySide',
    settings: {},
    step: 10_000,
    view: {},
    asks: 'think',
    formulas: ['besideForward'],
    more: ['besideWeights', 'besideLoss', 'besideGradients', 'besideUpdate'],
  },
];
