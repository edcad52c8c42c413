/** 曲线图的工具。 */

import type { ToolsTexts } from './chart-tools-en.js';

export const toolsZh: ToolsTexts = {
  tools: '曲线图的工具',
  logSteps: '步数用对数坐标',
  zoom: '缩放',
  zoomIn: '放大',
  zoomOut: '缩小',
  all: '全部',
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
