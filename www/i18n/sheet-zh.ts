/** The teacher's sheet, in Chinese. */

import type { SheetTexts } from './sheet-en.js';

const digits = (count: number) => count.toLocaleString('en');

export const sheetZh: SheetTexts = {
  hint: '把学生提交的内容粘贴到这里：一行行的文字、链接，或者课程平台导出的表格；也可以把这个页面存的图片和文件拖进来。每次训练都会在这里重做一遍。数据不会离开这个浏览器，关掉这个标签页就不再保留，请先把表存下来。',
  box: '提交的内容',
  add: '添加',
  choose: '选择文件…',
  table: '提交的内容',
  columns: {
    name: '姓名',
    step: '步数',
    linearLoss: '线性：损失',
    networkLoss: '网络：损失',
    linearAccuracy: '线性：准确率',
    networkAccuracy: '网络：准确率',
    answer: '回答',
    check: '校验码',
  },
  boards: '画板',
  ways: '打开或移除',
  linear: (name, accuracy) => `${name}的线性分类器，准确率 ${accuracy}`,
  network: (name, accuracy) => `${name}的神经网络，准确率 ${accuracy}`,
  nameless: '没有姓名',
  verdicts: { right: '正确', wrong: '与训练不一致', none: '未填' },
  waiting: '等待中',
  skipped: '已跳过',
  going: (step) => `第 ${digits(step)} 步`,
  refused: (why) => `这次训练无法重做：${why}`,
  diverged: (wanted) => `训练发散了；链接里是第 ${digits(wanted)} 步。`,
  forgotten: '链接里有的改动会让损失算不出来，没有照做。',
  corrected: '链接里有些内容无法照做。',
  noPoints: '链接里没有可以训练的点。',
  twice: (count) => `提交了 ${count} 次。`,
  open: '打开',
  openOf: (name) => `打开${name}的训练`,
  remove: '移除',
  removeOf: (name) => `移除${name}`,
  of: (done, all) => `${done}/${all}`,
  nowAt: (name, step, end) => `${name}：第 ${digits(step)} 步，共 ${digits(end)} 步`,
  skip: '跳过这个',
  stop: '停止',
  goOn: '继续',
  left: (left) => `还有 ${digits(left)} 个没有重做。`,
  sum: (all, right, wrong, none, refused) =>
    [
      `已重新训练 ${digits(all)} 份作业：校验码正确 ${digits(right)} 份`,
      wrong > 0 && `不一致 ${digits(wrong)} 份`,
      none > 0 && `未填 ${digits(none)} 份`,
      refused > 0 && `无法重做 ${digits(refused)} 份`,
    ]
      .filter(Boolean)
      .join('，')
      .concat('。'),
  noLink: '里面没有这个页面的链接。',
  noLinkIn: (file) => `“${file}”里没有训练。`,
  without: (count) => `有 ${digits(count)} 行没有这个页面的链接，留在上面的框里。`,
  known: (count) => `有 ${digits(count)} 个已经在表里了。`,
  tooMany: (most) => `一张表最多放 ${digits(most)} 个，其余的没有放进来。`,
  notKept: '浏览器在这里什么也不保留：重新加载页面后表就空了，请先把表存下来。',
  save: '存成 CSV',
  copy: '复制成文字',
  copied: '已复制。',
  marked: '浏览器不让这个页面复制。文字已选中，请按 Ctrl+C。',
  asText: '文字形式的作业表',
  between: '',
  file: '作业.csv',
  saved: { differs: '设置', right: '是否正确', link: '链接', yes: '是', no: '否', note: '备注' },
};
