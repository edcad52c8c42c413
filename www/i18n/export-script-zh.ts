/** The comments of the exported script, in Chinese. */

import type { ScriptTexts } from './export-script-en.js';

export const scriptZh: ScriptTexts = {
  title: [
    '只用 NumPy 重现 Spiral Lab 的一次训练：python spiral_lab.py',
    '打印的损失和页面上的一致。两边的舍入方式不同：',
    '训练起伏很大时，先是末几位不同，后来前几位也会不同。',
  ],
  seed: '所有随机数都按这个顺序取自同一个序列',
  pointsPerClass: '每类的点数',
  coordinates: '每个点的坐标数',
  classes: '类别数',
  gap: '相邻两条臂起点之间的角度（弧度）',
  spiral: '数据点：螺旋，每类一条臂',
  moons: '数据点：两个半圆，画法同 scikit-learn 的 make_moons',
  circles: '数据点：大圆套小圆，画法同 scikit-learn 的 make_circles',
  blobs: '数据点：每类一团，画法同 scikit-learn 的 make_blobs',
  xor: '数据点：由 x*y 的正负决定类别',
  iris: '数据点：150片鸢尾花瓣的长和宽，单位厘米（R. A. Fisher，1936）',
  own: '数据点',
  wrong: '错误标签：一部分点换成别的类的标签',
  shift: '所有点偏离中心',
  heldOut: '留出的点：只用来测试，不参与训练',
  weights: '初始权重：W 和 b 属于线性分类器，其余属于神经网络',
  hidden: '隐藏神经元数',
  rate: '学习率',
  reg: '正则化强度',
  shifted: '先减去最大的得分：概率不变，exp 也不会溢出',
  steps: '页面所在的步数',
  stopped: '这次训练的最后一步：再往下损失就不是有限的数了',
  changes: '中途的改动',
  linear: '线性分类器',
  network: '神经网络',
  update: '梯度下降一步',
  apart: (step: number) => `梯度下降一步；从第${step}步起，下一步损失不是有限数的分类器保持不动`,
};
