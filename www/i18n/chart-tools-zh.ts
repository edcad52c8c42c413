/** 曲线图的工具。 */

import type { ToolsTexts } from './chart-tools-en.js';

export const toolsZh: ToolsTexts = {
  tools: '曲线图的工具',
  logSteps: '步数用对数坐标',
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
  untilMost: '最多步数',
  untilRun: '开始',
  ghosts: '先前的训练',
  ghostName: '先前训练的名称',
  bringBack: '恢复',
  removeGhost: '去掉这条曲线',
  activation: (activation) => (activation === 'none' ? '没有 ReLU' : '有 ReLU'),
  changed: (changes) => (changes === '' ? '途中没有改动' : changes.replaceAll(';', '，')),
  same: (steps) => `设置相同，${steps} 步`,
  part: (from, to, shown) =>
    shown ? `第 ${from} 到 ${to} 步` : `第 ${from} 到 ${to} 步，训练到那里后显示`,
};
