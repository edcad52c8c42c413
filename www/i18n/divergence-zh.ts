/** Why a classifier does not go on, and how it can, in Chinese. */

import type { DivergenceTexts } from './divergence-en.js';

export const divergenceZh: DivergenceTexts = {
  why: ({ first, point, class: label, cause }, { parameter, byHand, number }) => {
    const what = {
      parameter: `${parameter} `,
      score: `第 ${point} 个点在类别 ${label} 上的得分`,
      difference: `第 ${point} 个点的得分之差`,
      squares: '所有权重的平方和',
      loss: '所有点的损失之和',
    }[first];
    const reason = {
      penalty: `学习率 × 正则化系数大于 2，每一步都把每个权重乘以 1 − 学习率 × 正则化系数 = ${number}。`,
      rate: `步子太大，每一步都落到更陡的地方，梯度已达 ${number}。`,
      hand: `${byHand} 被手动设成了 ${number}，请改小一些。`,
    }[cause];
    return `再走一步，${what}将超过 1.8e308，即计算机里最大的数。${reason}`;
  },
  backTo: (step) => `回到第 ${step} 步`,
  halveRate: (stays) => {
    if (stays === null) return '学习率减半';
    return stays === 'hand'
      ? '学习率减半（手动设的值不变）'
      : '学习率减半（学习率 × 正则化仍大于 2）';
  },
  goOnAlone: '让另一个继续',
  allDead: (units, classes) =>
    `${units === 1 ? '唯一的隐藏神经元死掉了：它' : `全部 ${units} 个隐藏神经元都死掉了：它们`}在每个点上都输出 0，梯度传不过去，以后也一直如此。神经网络只能靠猜，损失停在 ln ${classes}。`,
};
