/** The look inside, in Chinese. */

import type { insideEn } from './inside-en.js';

export const insideZh: typeof insideEn = {
  explainInside: '这些图和数表示什么？',
  insideTabs: '内部的各个部分',
  tabNetwork: '权重',
  tabPoint: '一个样本点',
  tabCheck: '梯度检验',
  strongest: '作用大的在前',
  byNumber: '按编号',
  findUnit: '隐藏神经元编号',
  pageBack: '上一页',
  pageNext: '下一页',
  parameterName: (name, from, to, value, slope) =>
    `${[name, from, to].filter(Boolean).join('，')}：${value}，梯度 ${slope}`,
  inputName: (name) => `输入 ${name}`,
  unitName: (unit) => `隐藏神经元 ${unit}`,
  oneNeuron: '只看一个神经元',
  unitsShown: (first, last, count, dead) =>
    `第 ${first}–${last} 个，共 ${count} 个；其中 ${dead} 个是死掉的神经元`,
  tableOfNetwork: '神经网络的权重和偏置。',
  tableOfLinear: '线性分类器的权重和偏置。',
  tableHint: '上面是参数值，下面是损失对它的梯度。',
  previousPoint: '上一个点',
  nextPoint: '下一个点',
  followUnit: '经过隐藏神经元',
  pointHint: '在画板上点一个样本点，或输入它的编号。',
  pointFacts: (count, name, truly, x, y) =>
    `共 ${count} 个，${name}${truly === null ? '' : `（标签是错的，其实是${truly}）`}，x = ${x}，y = ${y}`,
  pointHeldOut: (trained) =>
    `这个点是留出的，对梯度没有贡献。下面算的是：假如它是 ${trained} 个训练点之一，会贡献多少。`,
  betweenNotes: '',
  activeUnits: (active, count) => `在这个点上，${count} 个隐藏神经元中有 ${active} 个激活`,
  otherUnits: (count) => `其余 ${count} 个隐藏神经元`,
  isActive: '隐藏神经元激活，梯度通过',
  isNotActive: '隐藏神经元没有激活，梯度为 0',
  dividedBy: (points) => `损失是 ${points} 个点的平均，所以再除以 ${points}：`,
  meanOf: (points, loss, some) => `${points} 个${some ? '训练用的' : ''}点的平均：${loss}`,
  fromScores: (p) =>
    p === '0'
      ? 'p 比计算机能表示的任何数都小，在这里成了 0，−ln p 就成了 ∞。不经过 p，直接用得分计算：'
      : `p = ${p} 太小，计算机只保留了它的一部分数字。不经过 p，直接用得分计算：`,
  cancelledFirst: '这些数太小，计算机乘不出来，所以先把 p 约掉：',
  sharesSum: '把所有点的贡献加起来，就是数据损失的梯度。',
  updateNote: '这里用的是所有点的梯度，不只是这一个点。',
  phaseByPhase: '1 阶段/秒',
  phaseForward: '前向',
  phaseSoftmax: 'Softmax',
  phaseLoss: '损失',
  phaseGradients: '梯度',
  phaseUpdate: '更新',
  unitsOff: (off) =>
    `${off.length === 1 ? `隐藏神经元 ${off[0]} 已关掉` : `有 ${off.length} 个隐藏神经元已关掉`}：画板、损失、准确率、结构图和“一个样本点”都不算它；训练、权重、梯度和损失曲线照旧。链接不会记下这一点。`,
  withoutUnits: (off) =>
    off.length === 1 ? `不含隐藏神经元 ${off[0]}` : `不含 ${off.length} 个隐藏神经元`,
  withAllUnits: '含全部隐藏神经元',
  unitIsOff: '已关掉',
  pointWithout: (off) =>
    `与画板一致，不含${off.length === 1 ? `隐藏神经元 ${off[0]}` : `关掉的 ${off.length} 个隐藏神经元`}：与之相关的参数都按 0 计算。这里的梯度属于这个网络，不属于正在训练的网络。`,
  checkWithAll: (off) =>
    `检验的是正在训练的整个网络。只有画板不含${off.length === 1 ? `隐藏神经元 ${off[0]}` : `其中 ${off.length} 个隐藏神经元`}。`,
  notTrainedWithout: '没有更新：训练照旧使用全部隐藏神经元。',
  less: '小一点',
  pickHint: '在“权重”里点任意一个数，就能在这里看它、改它，画板和损失随之变化。',
  relativeError: '相对误差',
  checkAll: '检验全部',
  showWorst: '看看它',
  checkStopped: (why) => `没能全部检验。${why}`,
  insideOf: '看哪一个',
  diagram: '结构图：输入、隐藏神经元、得分、概率',
  allLines: '在画板上画出所有折痕',
  order: '排列',
  unit: '隐藏神经元',
  neuron: '一个神经元：输入、权重、偏置、输出',
  activeOn: '激活点数',
  point: '样本点',
  noLine: '脚本没有单独算这一步，直接得到 S − y',
  probability: 'p',
  nextPhase: '下一阶段',
  applyUnits: '不带它们继续训练',
  allUnitsOn: '全部打开',
  value: '数值',
  more: '大一点',
  numeric: '(L(w + ε) − L(w − ε)) / 2ε',
  analytic: '链式法则得到的梯度',
  switchUnit: (unit) => `打开隐藏神经元 ${unit}`,
};
