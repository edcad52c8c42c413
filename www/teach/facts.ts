/** Every measured or calculated number that the ready lessons state, and what it is the value of: the tests compute it anew and look
 * for it in the texts of every language. Not part of the page. */

import type { Classifier, Reading } from '../engine/frame.js';
import type { Settings } from '../engine/settings.js';
import type { LessonId } from '../i18n/teach.js';

/** What the page reads at a step; an accuracy is meant in per cent. */
export interface Measured {
  lesson: LessonId;
  /** The run that the number is read off. */
  run: string;
  says: string;
  of: Classifier;
  what: keyof Reading;
  /** Of the points that are held out. */
  heldOut?: true;
  step: number;
  /** What is changed in the run. */
  settings?: Partial<Settings>;
}

type Row = [says: string, step: number, settings?: Partial<Settings>];

const rows = (
  lesson: LessonId,
  run: string,
  of: Classifier,
  what: keyof Reading,
  ...all: Row[]
): Measured[] =>
  all.map(([says, step, settings = {}]) => ({ lesson, run, says, of, what, step, settings }));

const held = (measured: Measured[]): Measured[] =>
  measured.map((each) => ({ ...each, heldOut: true }));

export const MEASURED: readonly Measured[] = [
  ...rows('fifteen', 'cuts', 'linear', 'accuracy', ['49.3', 200], ['49.3', 1000]),
  ...rows('fifteen', 'cuts', 'linear', 'loss', ['0.786230', 1000]),
  ...rows('fifteen', 'bends', 'network', 'accuracy', ['93.7', 1000]),
  ...rows(
    'fifteen',
    'units',
    'network',
    'accuracy',
    ['50.0', 1000],
    ['69.7', 1000, { hidden: 3 }],
    ['81.7', 1000, { hidden: 10 }],
    ['68.0', 1000, { hidden: 11 }],
  ),
  ...rows(
    'fortyFive',
    'rate',
    'network',
    'accuracy',
    ['93.7', 1000],
    ['88.0', 500],
    ['55.3', 1000, { rate: 0.1 }],
    ['88.3', 5000, { rate: 0.1 }],
    ['98.7', 1000, { rate: 2 }],
    ['33.3', 1000, { rate: 10 }],
  ),
  ...rows('fortyFive', 'dead', 'network', 'accuracy', ['50.0', 4], ['33.3', 100]),
  ...rows(
    'fortyFive',
    'size',
    'network',
    'accuracy',
    ['69.7', 1000],
    ['93.7', 1000, { hidden: 100 }],
  ),
  ...rows(
    'fortyFive',
    'penalty',
    'network',
    'accuracy',
    ['97.3', 1000, { reg: 0 }],
    ['93.7', 1000],
    ['51.7', 1000, { reg: 0.1 }],
  ),
  ...rows('ninety', 'few', 'network', 'accuracy', ['100.0', 1000]),
  ...held(rows('ninety', 'few', 'network', 'accuracy', ['60.0', 1000])),
  ...rows('ninety', 'many', 'network', 'accuracy', ['98.5', 3000]),
  ...held(rows('ninety', 'many', 'network', 'accuracy', ['97.9', 3000])),
  ...rows('ninety', 'heart', 'network', 'loss', ['0.513738', 750], ['0.232128', 3000]),
  ...held(rows('ninety', 'heart', 'network', 'loss', ['0.648508', 750], ['1.507057', 3000])),
  ...held(
    rows(
      'ninety',
      'choose',
      'network',
      'loss',
      ['1.507057', 3000],
      ['0.971002', 3000, { reg: 0.001 }],
      ['0.862213', 3000, { reg: 0.003 }],
      ['0.932159', 3000, { reg: 0.01 }],
    ),
  ),
];

/** Numbers that a lesson chooses itself: rates, penalties, and what a question asks for. */
export const CHOSEN: Record<LessonId, readonly string[]> = {
  fifteen: ['80'],
  fortyFive: ['0.1', '0.001'],
  ninety: ['0.001', '0.003', '0.01', '100'],
};
