/** The ready lessons as they are read beside the code: docs/teaching.md and its Chinese twin are what this writes. Not part of the page. */

import type { Language } from '../i18n/index.js';
import { TEACH } from '../i18n/teach.js';
import { linkOf, READY, type ReadyLesson } from './lessons.js';

const HEADS: Record<Language, readonly string[]> = {
  en: [
    '# How to teach with this',
    '[中文](teaching.zh.md). The page has the same under Share, For teachers. Put a link behind the address of your page.',
  ],
  zh: [
    '# 怎样用它上课',
    '[English](teaching.md)。页面上“分享”里的“给老师”也有同样的内容。把链接接在你的页面地址后面。',
  ],
};

/** Written again by `npx vitest run teach -u`. */
export function teachingIn(lang: Language): string {
  const { rooms } = TEACH[lang];
  const parts = [
    ...HEADS[lang],
    ...READY.flatMap((lesson) => lessonIn(lang, lesson)),
    ...rooms.flatMap(({ title, text }) => [`## ${title}`, ...text]),
  ];
  return `${parts.join('\n\n').replaceAll('\u00a0', ' ')}\n`;
}

function lessonIn(lang: Language, { id, runs }: ReadyLesson): string[] {
  const texts = TEACH[lang];
  const { title, aim, projector, plan, runs: named, handIn, wrong } = texts.lessons[id];
  const [open, close] = texts.quotes;
  const links = runs.map((run, i) => {
    const { name = '', ask = '' } = named[run.id] ?? {};
    const asked = ask && ` ${open}${ask}${close}`;
    return `${i + 1}. **${name}**${asked}\n\n   \`${linkOf(run, id, texts, lang)}\``;
  });
  return [
    `## ${title}`,
    `**${texts.aim}.** ${aim}`,
    `**${texts.projector}.** ${projector}`,
    `**${texts.plan}**`,
    plan.map(([minutes, what]) => `- **${minutes}** ${what}`).join('\n'),
    `**${texts.runs}**`,
    links.join('\n'),
    `**${texts.handIn}.** ${handIn}`,
    `**${texts.wrong}**`,
    wrong.map(([said, shows]) => `- **${open}${said}${close}** ${shows}`).join('\n'),
  ];
}
