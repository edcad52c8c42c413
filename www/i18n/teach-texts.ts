/** What is to be said, in every language, of how to teach with the page. */

export const LESSON_IDS = ['fifteen', 'fortyFive', 'ninety'] as const;
export type LessonId = (typeof LESSON_IDS)[number];

export interface LessonTexts {
  title: string;
  aim: string;
  projector: string;
  /** From which minute to which, and what is done. */
  plan: readonly (readonly [minutes: string, what: string])[];
  /** By their keys: what the link is called, and what is asked before Play. */
  runs: Record<string, { name: string; ask?: string }>;
  handIn: string;
  /** What students say, and what it shows. */
  wrong: readonly (readonly [said: string, shows: string])[];
}

export interface TeachTexts {
  intro: string;
  aim: string;
  projector: string;
  plan: string;
  runs: string;
  handIn: string;
  wrong: string;
  /** Before and after what a student says. */
  quotes: readonly [string, string];
  copy: string;
  copyOf: (name: string) => string;
  copied: string;
  marked: string;
  link: string;
  lessons: Record<LessonId, LessonTexts>;
  rooms: readonly { title: string; text: readonly string[] }[];
}
