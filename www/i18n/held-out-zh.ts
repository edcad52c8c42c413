/** What is said of points that are held out or have a wrong label, in Chinese. */

import type { HeldOutTexts } from './held-out-en.js';

export const heldOutZh: HeldOutTexts = {
  training: '训练',
  test: '测试',
  ofLoss: '损失',
  ofAccuracy: '准确率',
  key: '测试（留出的点）',
  summary: (said) => `在留出的点上：${said.join('；')}。`,
  said: (board, loss, accuracy) => `${board}损失 ${loss}，准确率 ${accuracy}`,
  boardTest: (count, loss, accuracy) =>
    `留出 ${count} 个点不参加训练，画成空心：损失 ${loss}，其中 ${accuracy} 落在自己类别的区域里。`,
  boardWrong: (count) => `${count} 个点的标签是错的，点上的小圆点是真实类别的颜色。`,
  ringedHeldOut: '这个点是留出的，不参加训练。',
  ringedWrong: (label) => `这个点的标签是错的，真实类别是 ${label}。`,
};
