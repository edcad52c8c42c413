/** What a class is told and asked, in Chinese. */

import type { ClassTexts } from './class-en.js';

export const classZh: ClassTexts = {
  task: '任务',
  setUp: '这个页面是为一项任务准备的：有些内容不显示，有些不能改。',
  yourAnswer: '你的回答',
  answer: '回答',
  answerFirst: '请先回答，再继续训练。',
  answered: (answer) => `你的回答：${answer}。`,
  theirAnswer: (answer) => `回答：${answer}。`,
  found: (step, linear, network) =>
    linear && network
      ? `第 ${step} 步，线性分类器的准确率是 ${linear}，神经网络是 ${network}。`
      : `第 ${step} 步，准确率是 ${linear ?? network}。`,
  handedIn: (name) => `${name} 提交的作业。`,
  proof: (code, step, right) =>
    right
      ? `校验码 ${code} 正确：提交的就是这次训练的第 ${step} 步。`
      : `校验码 ${code} 与这次训练第 ${step} 步的不一致。`,
  handIn: '提交作业',
  leave: '显示整个页面',
  ownWindow: '在新窗口打开',
  between: '',
};
