/** How a run is handed on, in Chinese. */

import type { ShareTexts } from './share-en.js';

export const shareZh: ShareTexts = {
  title: '分享这次训练',
  linkPart: '链接',
  taskPart: '布置任务',
  filesPart: '文件',
  teachPart: '给老师',
  handInPart: '提交作业',
  sheetPart: '收作业',
  sheetLoading: '请稍等…',
  sheetMissing: '作业表没能加载。网络恢复后，请再点一次这个标签。',
  waits: (step, target) =>
    `训练还在进行：第 ${step.toLocaleString('en')} 步，要到第 ${target.toLocaleString('en')} 步。到了就能分享。`,
  hint: '链接里什么都有：数据点、设置、中途的改动和步数。用手机扫一扫屏幕上的码就能打开。',
  ofFile:
    '这个页面是一个文件，或者嵌在别的网页里，链接只能在这里打开。请把文件也一起发出去：对方打开文件后，把从 # 开始的部分接在地址后面。',
  fineCode: '链接里什么都有，比较长：请把二维码放大，手机靠近一些再扫。',
  noCode: '链接里什么都有，太长了，放不进二维码。请复制链接。',
  tooLong:
    '链接超过 8000 个字符，不是每个浏览器都能打开。请把这次训练存成文件，以后拖到页面上就能打开。',
  save: '把这次训练存成文件',
  link: '这次训练的链接',
  code: '链接的二维码',
  copy: '复制链接',
  print: '打印…',
  large: '放大二维码',
  small: '缩小',
  pass: '转发…',
  close: '关闭',
  copied: '已复制。',
  marked: '浏览器不让这个页面复制。链接已选中，请按 Ctrl+C。',
  notPrinted: '如果没有打印，就是外层网页不允许：请改用“文件”里的图片。',
  offline: {
    kept: '页面已保存在这台设备上，没有网络也能打开。',
    coming: '正在把页面保存到这台设备上，以后没有网络也能打开。',
    notKept:
      '页面没能保存到这台设备上：浏览器不允许，或存储空间不足。没有网络时请用文件 spiral-lab.html。',
    oneFile: '这个文件不需要网络。',
  },
  notPassed: '浏览器没能转发。请改为复制链接。',
};
