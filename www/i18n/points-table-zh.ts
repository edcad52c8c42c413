/** A table of points, in Chinese. */

import type { PointsTableTexts } from './points-table-en.js';
import type { Fault, NoText, Note, Slip } from './points-table-told.js';

const slip = ({ line, why, column, text }: Slip): string => {
  switch (why) {
    case 'short':
      return `第 ${line} 行没有“${column}”这一列`;
    case 'empty':
      return `第 ${line} 行的“${column}”是空的`;
    case 'word':
      return `第 ${line} 行的“${column}”是“${text}”，不是数`;
    case 'huge':
      return `第 ${line} 行的“${column}”是“${text}”，这个数太大`;
  }
};

export const pointsTableZh: PointsTableTexts = {
  open: '打开表格…',
  save: '保存数据点',
  title: '表格里的数据点',
  titleOf: (name) => `表格里的数据点：${name}`,
  choose: '选择文件',
  paste: '或者把表格粘贴在这里',
  pasteHint:
    '电子表格保存或复制出来的 CSV、TSV 都可以：两列数，一列类别，每行一个点。也可以把文件拖到页面的任何地方。',
  pasted: '粘贴的表格',
  noText: (name, fault: NoText) => {
    switch (fault.kind) {
      case 'workbook':
        return `“${name}”是工作簿或压缩包。请在电子表格软件里把工作表另存为 CSV，再打开它。`;
      case 'binary':
        return `“${name}”不是文本，里面没有表格。什么也没有改变。`;
    }
  },
  noTable: (name) => `“${name}”里没有表格：找不到由数组成的行和列。什么也没有改变。`,
  notRead: (name) => `“${name}”读不出来。什么也没有改变。`,
  delimiter: '列之间用',
  delimiters: { ',': '逗号', ';': '分号', '\t': '制表符' },
  decimal: '小数写作',
  header: '第一行是列名',
  scale: '缩放到均值 0、标准差 1',
  rows: '前几行',
  line: '行',
  roleOf: (column) => `“${column}”这一列的用途`,
  roles: { none: '–', x: 'x', y: 'y', label: '类别' },
  columnsLeft: (count) => `另有 ${count} 列没有显示`,
  points: (count) => `${count} 个点`,
  classNumber: (label) => `类别 ${label}`,
  coding: (coding) =>
    `文件不是 UTF-8 编码，已按 ${coding} 读取。如果名字不对，请另存为“CSV UTF-8”，再打开它。`,
  cut: (lines) => `文本太长，这里只读了前 ${lines} 行。`,
  openQuote: (line) => `有一个引号没有配对，从第 ${line} 行起的内容都算在同一行里。`,
  note: (note: Note) => {
    switch (note.kind) {
      case 'left': {
        const more = note.rows - note.first.length;
        return `没有采用 ${note.rows} 行（${note.first.map(slip).join('；')}${more > 0 ? `；另有 ${more} 行` : ''}）。`;
      }
      case 'labels':
        return `共有 ${note.of} 个类别，最多只能用 6 个。采用了点最多的：${note.taken.join('、')}。其余 ${note.rows} 行没有采用。`;
      case 'thinned':
        return `${note.of} 个点里采用了 ${note.taken} 个，均匀取自整张表格。`;
      case 'numbers':
        return `“${note.column}”这一列有 ${note.different} 个不同的数，多半不是类别。`;
      case 'rounded':
        return '坐标取整到 1/1024。';
    }
  },
  fault: (fault: Fault) => {
    switch (fault.kind) {
      case 'noRows':
        return '表格里没有数据行。';
      case 'noColumn':
        return fault.role === 'label' ? '还没有选类别列。' : `还没有为 ${fault.role} 选一列数。`;
      case 'words':
        return `“${fault.column}”这一列是文字：第 ${fault.line} 行是“${fault.text}”，不是数。请选一列数。`;
      case 'noneLeft':
        return `没有一行能用：${slip(fault.first)}。`;
      case 'oneClass':
        return `所有的行都属于同一个类别“${fault.name}”。至少要有两个类别，请换一列作类别。`;
      case 'beyond':
        return `第 ${fault.line} 行的点在 ${fault.text}，最远只能到一百万。缩放以后就放得下。`;
    }
  },
  use: '使用这些点',
  cancel: '取消',
  close: '关闭',
  saveTitle: '表格形式的数据点',
  saveHint: 'CSV 格式：x、y 和类别，坐标在自定义数据点所用的 1/1024 网格上。',
  download: '下载',
  copy: '复制',
  copied: '已复制。',
  marked: '文本已选中，请按 Ctrl+C 或 ⌘C 复制。',
};
