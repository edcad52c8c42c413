/** What is said of files that hold a run, in Chinese. */

import type { ExportTexts } from './export-en.js';

export const exportZh: ExportTexts = {
  what: '保存什么',
  kinds: {
    picture: '图片',
    script: 'NumPy 脚本',
    losses: '损失表',
    whole: '整次训练（JSON）',
    weights: '权重',
  },
  hints: {
    picture: '画板、曲线和数值，适合打印。保存的图片里带着这次训练，拖到页面上就能再打开。',
    script: '只需要 NumPy，直接就能运行，打印出的损失和页面上的一样。',
    losses:
      '保留全部小数位，每个留有记录的步一行；训练很长时只留一部分步。某一步没有记录的数值留空。',
    whole: '设置、改动、数据点、权重和结果都在里面。拖到页面上就能再打开这次训练。',
    weights: '所有权重和偏置写成 NumPy 数组，一位不差。',
  },
  noPoints: '还没有可训练的数据点，这里没有什么可保存的。',
  frames: '如果点了保存却没有反应，是外层的网页或应用不允许下载：请改用复制。',
  save: '保存',
  copy: '复制',
  copied: '已复制。',
  marked: '浏览器不让这个页面复制。内容已全部选中，请按 Ctrl+C。',
  pictureNotCopied: '浏览器不让这个页面复制图片。请在图片上点右键，或者用手指长按。',
  notDrawn: '这个浏览器没能生成图片。',
  drawing: '正在生成图片…',
  picture: (step: number) => `要保存的图片：第 ${step} 步时的两块画板、损失曲线和设置。`,

  stepAndCheck: (step: number, check: string) => `第 ${step} 步   校验码 ${check}`,
  heldOut: (numbers: string) => `留出的点：${numbers}`,
  test: '在留出的点上',
  between: '  ·  ',
  usual: '所有设置都和教程一样。',
  changed: (changes: string) => `中途的改动：${changes}`,
  unitsOff: (count: number) => `神经网络的画板和数值去掉了 ${count} 个隐藏神经元。`,
  stands: (board: string, since: number) => `${board}从第 ${since} 步起停住不动。`,
  ends: (board: string) => `${board}：训练到此为止，再往下损失就不是有限的数了。`,
  again: '把这张图片的文件拖到页面上，就能再打开这次训练。',
  weightsTitle: (step: number, check: string) => [
    `Spiral Lab 的一次训练在第 ${step} 步的权重和偏置，校验码 ${check}`,
    'W、b 属于线性分类器，W1、b1、W2、b2 属于神经网络',
  ],
};
