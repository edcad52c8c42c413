/** How a student hands a run in, in Chinese. */

import type { HandInTexts } from './hand-in-en.js';

export const handInZh: HandInTexts = {
  hint: '提交的就是现在这次训练：打开链接的人会看到同样的训练，还有你的姓名和回答。姓名不会传到别处。',
  name: '姓名',
  answer: '你的回答',
  given: (answer) => `你的回答：${answer}`,
  found: '你发现了什么？（可以不填）',
  nameFirst: '请先填姓名，然后这里会出现要提交的内容。',
  answerFirst: '请先填回答，然后这里会出现要提交的内容。',
  stands: (step, check) => `第 ${step.toLocaleString('en')} 步，校验码 ${check}。`,
  line: '一行文字，可以直接粘贴',
  link: '链接',
  code: '要提交的内容的二维码',
  copyLine: '复制这一行',
  copyLink: '复制链接',
  noCode: '链接太长了，放不进二维码。请复制链接。',
  tooLong:
    '链接超过 8000 个字符，不是每个浏览器都能打开。请把这次训练存成文件提交，或者粘贴那一行文字：两种都能收。',
  ofFile: '这个页面是一个文件，链接只能在这台机器上打开。请提交那一行文字：收作业的人有它就够了。',
  save: '把这次训练存成文件',
  copied: '已复制。',
  marked: '浏览器不让这个页面复制。文字已选中，请按 Ctrl+C。',
  inLine: (name, answer, step, check) => [
    name,
    answer && `回答：${answer}`,
    `第 ${step} 步`,
    `校验码 ${check}`,
  ],
};
