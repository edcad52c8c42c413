/** The panel in which points are edited, in Chinese. */

import type { PointsTexts } from './points-en.js';

export const pointsZh: PointsTexts = {
  classGroup: '新点的类别',
  tools: '在图上',
  tool: (tool) => ({ add: '添加', move: '移动', erase: '擦除' })[tool],
  clear: '清空',
  wrong: '错误标签',
  test: '留作测试',
  shift: '偏移',
  gap: '两臂间隔',
  even: '均匀',
  gapName: '两臂间隔除了“均匀”以外，',
  hint: '点一下，添加数据点',
  boardKeys: '可编辑的图：方向键移动光标，空格使用工具，Delete 擦除最近的点，1 到 6 选择类别',
  oneClass: '现在所有点都属于同一类；要分类，还需要第二类。',
  becameOwn: '现在这些是你自己的点了。',
  added: (name, all) => `添加了${name}的点，共 ${all} 个点。`,
  moved: '已移动。',
  erased: (all) => `已擦除，还剩 ${all} 个点。`,
  cleared: '所有点都清空了，用撤销可以恢复。',
  none: '这里没有点。',
  full: (most) => `最多 ${most} 个点，没有再添加。请先擦除一些。`,
  picked: (name) => `新点属于${name}。`,
  at: (x, y, name) => `x = ${x}，y = ${y}${name === null ? '' : `：${name}的点`}`,
  held: (name) => `抓住了${name}的一个点：方向键移动，空格放下。`,
};
