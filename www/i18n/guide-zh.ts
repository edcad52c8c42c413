/** What explains the pictures on request, in Chinese. */

import type { GuideTexts } from './guide-en.js';

export const guideZh: GuideTexts = {
  boards: '画板上有什么',
  chart: '曲线图里有什么',
  close: '关闭说明',

  points: '数据中的一个点。形状和颜色表示它的类别，也就是要学的答案。',
  regions: '底色：分类器会把这里的点归为哪一类，也就是得分最高的那一类。',
  soft: '底色按各类的概率混合：颜色越纯，分类器越有把握。',
  boundary:
    '两个区域的交界：两类得分相等。线性分类器的分界线是直的，神经网络的分界线在折痕处拐弯。',
  press: '点一个样本点，就能看到它怎样一步步算出来。',
  ring: '圆圈：“一个样本点”里正在算的那个点。点别的点就换成它。',
  folds: '折痕：在这条线上，一个隐藏神经元的输入等于 0。一侧不激活，另一侧激活。',
  litFold: (unit) => `隐藏神经元 ${unit} 的折痕，它在涂色的一侧激活。`,
  litScore: (label) => `在这条线上类别 ${label} 的得分等于 0，在涂色的一侧大于 0。`,
  scores: '在这条线上，同色类别的得分等于 0。箭头指向得分增大的一侧。',
  linearFormula: '得分：每行一个点，乘上权重，再加偏置。一行里得分最高的类别胜出。',
  networkFormula: '同样的运算做两遍，中间用 max(0, …) 把负数变成 0，这就是隐藏神经元的 ReLU。',
  step: '权重更新了多少次。两块画板同步更新。',
  loss: '所有点的 −ln p 的平均，p 是分类器给这个点的真实类别的概率；再加上对大权重的惩罚。',
  accuracy: '落在自己类别区域里的点所占的比例。',

  linear: '线性分类器的损失随步数的变化。',
  network: '神经网络的损失随步数的变化。',
  chance: (classes) =>
    `随机猜测，给 ${classes} 个类别各 1/${classes} 的概率，损失就是 ln ${classes}。训练从这附近开始。`,
  strokes: (steps) => `竖线：图上一处代表 ${steps} 步，竖线从其中最小的损失画到最大的损失。`,
  log: '对数坐标：往上同样的距离表示同样的倍数，小的损失也能分清。',
  read: '把指针移到图上就能读出两个损失；也可以用 Tab 键移到图上，再按方向键：一次一步，按住 Shift 一次十步，Page Up 和 Page Down 一次一百步，Home 和 End 到第一步和最后一步。',
  table: '用表格显示数值',
};
