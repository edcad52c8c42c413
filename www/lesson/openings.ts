/** The state in which each chapter of the lesson wants the page: known at once, because a link may open any of them. */

import type { Beginning } from '../engine/link.js';
import type { LessonTexts } from '../i18n/lesson.js';
import type { View } from '../state/store.js';
import beginnings from './beginnings.json' with { type: 'json' };

export type ChapterId = keyof LessonTexts['chapters'];

export interface Opening extends Beginning {
  id: ChapterId;
  /** What differs from the plain view. */
  view: Partial<View>;
}

/** A point in the middle of the second arm. */
const A_POINT = 150;

const LINEAR: Partial<View> = { insideOf: 'linear' };

/** In the order of the chapters. */
const VIEWS: Record<ChapterId, Partial<View>> = {
  data: LINEAR,
  neuron: { ...LINEAR, inside: 'point', selectedPoint: A_POINT, neuron: true },
  linear: { ...LINEAR, inside: 'network' },
  softmax: {
    ...LINEAR,
    inside: 'point',
    selectedPoint: A_POINT,
    working: 'softmax',
    soft: true,
    speed: 100,
  },
  crossEntropy: {
    ...LINEAR,
    inside: 'point',
    selectedPoint: A_POINT,
    working: 'crossEntropy',
    speed: 100,
  },
  gradient: { ...LINEAR, inside: 'point', selectedPoint: A_POINT, working: 'result' },
  trainLinear: { ...LINEAR, speed: 100 },
  relu: { inside: 'network', allLines: true },
  twoLayers: { inside: 'network' },
  // Slow enough to see the network come from behind; the text leads on to where it is well trained.
  trainNetwork: { speed: 10 },
  experiments: {},
  lossAndAccuracy: { ...LINEAR, speed: 1 },
  sideBySide: {},
  // Slow enough to see the folds leave the points.
  offCentre: { inside: 'network', allLines: true, speed: 100 },
  byHeart: {},
  ownPoints: { speed: 100 },
};

/** What each begins with is data that the command line reads, too. */
export const OPENINGS: readonly Opening[] = Object.entries(VIEWS).map(([id, view], place) => ({
  ...(beginnings[place] as Beginning),
  id: id as ChapterId,
  view,
}));
