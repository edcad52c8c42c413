/** 曲线图的工具。 */

import type { ToolsTexts } from './chart-tools-en.js';

export const toolsZh: ToolsTexts = {
  tools: '曲线图的工具',
  logSteps: '步数用对数坐标',
  zoom: '缩放',
  zoomIn: '放大',
  zoomOut: '缩小',
  all: '全部',
  part: (from, to, shown) =>
    shown ? `第 ${from} 到 ${to} 步` : `第 ${from} 到 ${to} 步，训练到那里后显示`,
};
