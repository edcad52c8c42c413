/** 曲线图的工具。 */

import type { ToolsTexts } from './chart-tools-en.js';

export const toolsZh: ToolsTexts = {
  tools: '曲线图的工具',
  logSteps: '步数用对数坐标',
  show: '显示',
  modes: {
    loss: '损失',
    parts: '数据损失 + 正则化损失',
    accuracy: '准确率',
    point: '一个点的 p(y)',
  },
  of: '谁的损失',
  point: '点',
  partsTitle: (classifier) => `数据损失与正则化损失：${classifier}`,
  accuracyTitle: '准确率曲线',
  pointTitle: (point, name) => `第 ${point} 个点（${name}）的 p(y) 曲线`,
  probability: 'p(y)',
  dataLoss: '数据损失',
  regLoss: '正则化损失',
  lossSum: '两者之和，即损失',
  guess: (classes) => `随机猜测：1/${classes}`,
  said: (step, named) => `第 ${step} 步：${named.map((each) => each.join(' ')).join('，')}`,
  listen: '听曲线',
  stopListening: '停止',
  heard: (stacked) =>
    stacked
      ? '把曲线变成三秒的声音：值越大，音越高。每响一声“嗒”，就经过步数轴上的一个数字。'
      : '把曲线变成三秒的声音：左边是线性分类器，右边是神经网络；值越大，音越高。每响一声“嗒”，就经过步数轴上的一个数字。',
  noAudio: '这个浏览器不能为网页发声。点曲线图旁的“?”，可以用表格看数值。',
  zoom: '缩放',
  zoomIn: '放大',
  zoomOut: '缩小',
  all: '全部',
  until: '训练到',
  untilKind: (kind, linear, network) => {
    const [board, of] = kind.split(' ');
    if (kind === 'step') return '第几步';
    if (kind === 'more') return '再训练多少步';
    const name = board === 'linear' ? linear : network;
    return of === 'loss' ? `${name}：损失低于` : `${name}：准确率不低于`;
  },
  untilValue: '数值',
  untilMost: '最多再训练的步数',
  untilRun: '开始',
  saveFile: '保存训练',
  copyRun: '复制训练',
  copied: '已复制',
  notCopied: '没能复制',
  openFile: '打开训练',
  ghosts: '先前的训练',
  short: { rate: '学习率', reg: '正则化', hidden: '神经元' },
  now: (words) => `现在${words}`,
  testLoss: (linear, network, step) => `第 ${step} 步的测试损失：线性 ${linear}，网络 ${network}`,
  ghostName: (letter) => `先前训练 ${letter} 的名称`,
  bringBack: '恢复',
  bringBackOf: (letter) => `恢复 ${letter}`,
  listenTo: (letter) => `听 ${letter}`,
  stopListeningTo: (letter) => `停止 ${letter}`,
  removeGhost: (letter) => `去掉这条曲线：${letter}`,
  otherPoints: '它的数据点不同，没有这个点的曲线。',
  ofEarlier: (run, name) => `${run}：${name}`,
  atStep: (step) => `第 ${step} 步`,
  source: (data) =>
    ({
      spiral: '螺旋',
      moons: '双月牙',
      circles: '两个圆环',
      blobs: '点团',
      xor: '异或',
      iris: '鸢尾花瓣',
      own: '自己的点',
    })[data],
  otherOwn: '另一组自己的点',
  activation: (activation) => (activation === 'none' ? '没有 ReLU' : '有 ReLU'),
  unchanged: '途中没有改动',
  changedAt: (step, what) => `第 ${step} 步起${what}`,
  same: (steps) => `设置相同，${steps} 步`,
  part: (from, to, shown) =>
    shown ? `第 ${from} 到 ${to} 步` : `第 ${from} 到 ${to} 步，训练到那里后显示`,
};
