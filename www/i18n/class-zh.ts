/** What a class is told and asked, in Chinese. */

import type { ClassTexts } from './class-en.js';

export const classZh: ClassTexts = {
  task: '任务',
  setUp: '任务页面：有些内容不显示或不能改。',
  yourAnswer: '你的回答',
  answer: '回答',
  answerFirst: '请先回答，再继续训练。',
  answered: (answer) => `你的回答：${answer}。`,
  theirAnswer: (answer) => `回答：${answer}。`,
  found: (step, linear, network) =>
    linear && network
      ? `第 ${step} 步，线性分类器的准确率是 ${linear}，神经网络是 ${network}。`
      : `第 ${step} 步，准确率是 ${linear ?? network}。`,
  andHeldOut: (trained, heldOut) => `${trained}（留出的点：${heldOut}）`,
  handedIn: (name) => `${name} 提交的作业。`,
  proof: (code, step, right) =>
    right
      ? `校验码 ${code} 正确：提交的就是这次训练的第 ${step} 步。`
      : `校验码 ${code} 与这次训练第 ${step} 步的不一致。`,
  handIn: '提交作业',
  leave: '显示整个页面',
  ownWindow: '在新窗口打开',
  noWindow: '外层网页不允许打开新窗口：请在“分享”里复制链接。',
  between: '',

  taskHint: '先把页面调成学生打开时的样子，停在他们开始的那一步，再在这里补充其余要求。',
  taskOfFile:
    '这个页面是一个文件，链接只能在这台机器上打开：布置任务请用放在网站上的页面。也可以把文件一起发出去：对方打开文件后，把从 # 开始的部分接在地址后面。',
  taskQuestion: '先回答这个问题，训练才能继续',
  taskExample: '到第 1000 步，神经网络的准确率会是多少？',
  taskStop: '播放到第几步停下',
  taskHide: '不显示的设置',
  taskLock: '不能改的设置',
  taskParts: '不显示的内容',
  taskChapters: '只开放课程的这些章节',
  taskAll: '全选',
  taskLink: '给学生的链接',
  taskFrame: '嵌入其他网页的代码',
  copyLink: '复制链接',
  copyFrame: '复制代码',
  tryIt: '试一试',
  copied: '已复制。',
  marked: '浏览器不让这个页面复制。内容已选中，请按 Ctrl+C。',
  badStop: (given, last) => `停下的步数要在 1 到 ${last} 之间。“${given}”不行，链接里没有写它。`,
  longLink: '链接超过 8000 个字符，不是每个浏览器都能打开：自己画的点请少一些。',
  lessonSets:
    '课程的章节会按自己要讲的内容来设置，不管那一项能不能改：请不显示课程，或只开放需要的章节。',
  parts: {
    numbers: '损失和准确率',
    chart: '曲线图',
    curves: '曲线图的更多选项',
    going: '步数和停止位置',
    lang: '语言',
    help: '帮助',
  },
};
