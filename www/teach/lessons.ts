/** The links of the lessons that are ready to be held: here once, for the page and for what is read beside the code. */

import type { Language } from '../i18n/index.js';
import type { LessonId, TeachTexts } from '../i18n/teach.js';
import { linkText } from '../state/link-text.js';

export interface Run {
  /** The key of its texts. */
  id: string;
  /** The names of the link, without language and question. */
  link: string;
}

export interface ReadyLesson {
  id: LessonId;
  minutes: number;
  runs: readonly Run[];
}

const SETTINGS = ['rate', 'hidden', 'reg', 'activation', 'noise', 'points', 'classes', 'seed'];

/** For a student's own screen: all settings are seen, and one can be changed. */
const only = (free: string) =>
  `hide=lesson,inside,editor,newdata&lock=${SETTINGS.filter((name) => name !== free).join()}`;

/** For the projector: no settings, so that the boards have all the room. */
const PROJECTOR = `display=projector&hide=lesson,inside,editor,newdata,soft,check,display,help,data,turn,gap,wrong,test,shift,${SETTINGS}`;

export const READY: readonly ReadyLesson[] = [
  {
    id: 'fifteen',
    minutes: 15,
    runs: [
      {
        id: 'cuts',
        link: `stop=1000&${PROJECTOR},network,chart`,
      },
      { id: 'bends', link: `stop=1000&${PROJECTOR}` },
      { id: 'units', link: `hidden=1&stop=1000&${only('hidden')}` },
    ],
  },
  {
    id: 'fortyFive',
    minutes: 45,
    runs: [
      { id: 'rate', link: `stop=1000&${only('rate')}` },
      { id: 'dead', link: `rate=10&stop=100&display=projector&hide=lesson,editor,newdata` },
      { id: 'size', link: `hidden=3&stop=1000&${only('hidden')}` },
      { id: 'penalty', link: `stop=1000&${only('reg')}` },
    ],
  },
  {
    id: 'ninety',
    minutes: 90,
    runs: [
      {
        id: 'few',
        link: `points=10&test=0.5&stop=1000&${PROJECTOR}`,
      },
      {
        id: 'many',
        link: `points=500&test=0.5&stop=3000&${PROJECTOR}`,
      },
      { id: 'heart', link: 'stop=3000&lesson=15&chapters=15&hide=newdata' },
      {
        id: 'choose',
        link: `points=40&wrong=0.1&test=0.5&rate=0.5&reg=0&stop=3000&${only('reg')}`,
      },
      { id: 'point', link: 'lesson=6&chapters=6' },
      { id: 'own', link: 'lesson=16&chapters=16' },
    ],
  },
];

/** The link of a run, with its question, if it has one, in the language in which the lesson is held. */
export function linkOf({ id, link }: Run, lesson: LessonId, texts: TeachTexts, lang: Language) {
  const { ask = '' } = texts.lessons[lesson].runs[id] ?? {};
  // What ties numbers to their units on the page would make the link longer.
  const plain = linkText(ask.replaceAll('\u00a0', ' '));
  return `#${link}&lang=${lang}${plain && `&ask=${encodeURIComponent(plain)}`}`;
}
