/** What stands on the printed sheet, in Chinese. */

import type { PrintTexts } from './print-en.js';

export const printZh: PrintTexts = {
  step: (step) => `第 ${step} 步`,
  loss: '损失',
  accuracy: '准确率',
  testLoss: '测试损失',
  testAccuracy: '测试准确率',
  settings: '设置',
  changes: '中途的改动',
  check: '校验码',
  link: '这次训练的链接',
  code: '链接的二维码',
  tooLong: '链接太长，印不下。可以在“分享”里把这次训练存成文件。',
  question: '问题',
  answer: '回答',
  by: '姓名',
  between: ' · ',
  pair: (name, value) => `${name}\u00a0${value}`,
};
