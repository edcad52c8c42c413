/** The chapters of the lesson in order: what each is about, and the state in which it wants the page. */

import type { FormulaId } from '../formulas/index.js';
import type { LessonTexts } from '../i18n/lesson.js';
import type { Settings } from '../settings.js';
import type { View } from '../store.js';

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
  formulas: readonly FormulaId[];
  /** Formulas that belong to those, for whoever asks. */
  more?: readonly FormulaId[];
}

/** A point in the middle of the second arm. */
const A_POINT = 150;

const LINEAR: Partial<View> = { insideOf: 'linear' };

export const CHAPTERS: readonly Chapter[] = [
  { id: 'data', settings: {}, step: 0, view: LINEAR, formulas: ['spiral'] },
  {
    id: 'neuron',
    settings: {},
    step: 0,
    view: { ...LINEAR, inside: 'point', selectedPoint: A_POINT },
    formulas: ['neuron'],
  },
  {
    id: 'linear',
    settings: {},
    step: 0,
    view: { ...LINEAR, inside: 'network' },
    formulas: ['matrix'],
  },
  {
    id: 'softmax',
    settings: {},
    step: 0,
    view: { ...LINEAR, inside: 'point', selectedPoint: A_POINT, soft: true, speed: 100 },
    formulas: ['softmax'],
  },
  {
    id: 'crossEntropy',
    settings: {},
    step: 0,
    view: { ...LINEAR, inside: 'point', selectedPoint: A_POINT, speed: 100 },
    // The answer speaks of a line in the chart.
    answerView: { inside: null },
    formulas: ['crossEntropy'],
    more: ['meanLoss', 'penalty'],
  },
  {
    id: 'gradient',
    settings: {},
    step: 0,
    view: { ...LINEAR, inside: 'check', selectedPoint: A_POINT },
    formulas: ['result'],
    more: [
      'softmaxSame',
      'softmaxOther',
      'crossEntropyGradient',
      'chain',
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
    formulas: ['update'],
  },
  {
    id: 'relu',
    settings: { hidden: 3 },
    step: 1000,
    view: { inside: 'network' },
    formulas: ['relu'],
    more: ['reluGradient'],
  },
  {
    id: 'twoLayers',
    settings: {},
    step: 0,
    view: { inside: 'network' },
    formulas: ['twoLayers'],
    more: ['outputWeights', 'outputBias', 'hiddenGradient', 'hiddenWeights', 'hiddenBias'],
  },
  {
    id: 'trainNetwork',
    settings: {},
    step: 10,
    view: {},
    formulas: [],
    more: ['update', 'updateSecond'],
  },
  {
    id: 'experiments',
    settings: {},
    step: 0,
    view: {},
    formulas: [],
  },
];
