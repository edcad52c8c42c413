/** Every sentence that the page needs at once, in Chinese. */

import type { Dictionary } from './en.js';

export const zh: Dictionary = {
  languageName: '中文',
  otherLanguage: 'English',
  title: '螺旋实验室',

  linear: '线性分类器',
  linearFormula: 'X·W + b',
  network: '神经网络',
  networkFormula: 'max(0, X·W1 + b1)·W2 + b2',
  withoutReluFormula: '(X·W1 + b1)·W2 + b2',
  step: '步数',
  loss: '损失',
  accuracy: '准确率',

  explainBoards: '画板上有什么？',
  explainChart: '曲线图里有什么？',
  boardWords: (step, loss, accuracy) =>
    `第 ${step} 步：损失 ${loss}，${accuracy} 的点落在自己类别的区域里。`,
  boardRing: (point, label, x, y) =>
    `圈出的是第 ${point} 个点：类别 ${label}，x = ${x}，y = ${y}。`,

  chart: '损失曲线',
  chartStep: '步数',
  comma: '，',
  apart: '一个停下，另一个继续',
  markChanged: (what) => `改动：${what}`,
  markReached: (board, percent) => `${board}：首次达到 ${percent} %`,
  markDied: (units) => `${units} 个隐藏神经元死掉了`,
  markLeast: (board) => `${board}：损失最小`,
  markDiverged: (board) => `${board}：下一步的损失超出了数的范围`,
  checkWord: '校验',
  checkCode: '校验码',
  toEnd: (step, end) => `第 ${step} 步，共 ${end} 步：回到末尾`,
  chartLoss: '损失',
  logScale: '对数坐标',
  chartMore: '更多',
  chance: (classes) => `随机猜测：ln ${classes}`,

  chartValues: (step, linear, network) =>
    `第 ${step} 步：线性分类器 ${linear}，神经网络 ${network}`,

  lessonButton: '课程',

  controls: '控制',
  play: '播放',
  pause: '暂停',
  stepButton: '单步',
  reset: '重来',
  newData: '换一批数据',
  seed: '随机种子',
  speed: '速度',
  speed1: '1 步/秒',
  speed10: '10 步/秒',
  speed100: '100 步/秒',
  speed1000: '1000 步/秒',
  speedInfinity: '最快',
  relu: 'ReLU',
  soft: '按概率着色',
  keys: '空格键播放或暂停，→ 走一步，P 走一个阶段，R 重来，D 切换投影显示；在课程里，Page Down 翻到下一章，Page Up 翻回上一章。',
  stopAt: '停在',
  projector: '投影',
  display: '显示',
  displayAuto: '跟随系统',
  displayLight: '浅色',
  displayDark: '深色',
  displayProjector: '投影',

  training: '训练',
  dataHeading: '数据与惩罚项',
  ownPoints: '数据点',
  data: '点的来源',
  rate: '学习率',
  hidden: '隐藏神经元数',
  reg: '正则化系数',
  noise: '噪声',
  turn: '圈数（倍）',
  gap: '两臂间隔',
  wrong: '错误标签（比例）',
  test: '留作测试（比例）',
  shift: '偏离中心',
  points: '每类样本数',
  classes: '类别数',
  moreSettings: '更多设置',
  asNumber: (name) => `${name}：直接输入数值`,
  startsAnew: '改动后从第 0 步重新训练',
  startsAnewLegend: '改动后从第 0 步重新训练；其余立即生效。',

  catchingUp: (target) => `正在训练到第 ${target} 步`,
  stop: '停止',
  dismiss: '关闭这条消息',

  unreachable: '这一部分没能加载：连不上服务器。什么都没有改变，网络恢复后请再试一次。',
  replaced:
    '这一部分没能加载：页面打开之后很可能更新过。请重新加载页面，地址栏里的链接会保留这次训练。',
  reload: '重新加载',
  fault: (reason) => `页面有一处出错，其余部分照常运行。错误信息：“${reason}”`,
  summary: (step, linearLoss, linearAccuracy, networkLoss, networkAccuracy) =>
    `第 ${step} 步。线性分类器：损失 ${linearLoss}，准确率 ${linearAccuracy}。神经网络：损失 ${networkLoss}，准确率 ${networkAccuracy}。`,

  inside: '看看里面',
  insideLinear: '线性',
  insideNetwork: '网络',
  close: '关闭',
  classNumber: '类别',
  between: '',

  spokenWithout: '神经网络的数值不含已关掉的隐藏神经元。',

  undo: '撤销',
  redo: '重做',

  loading: '计算引擎正在加载，加载好就能播放。',
  failed: (reason) => `页面无法启动：${reason}`,
};
