/** Notices, what a link had wrong, and what there is to say of a run; in Chinese. */

import type { Refusal } from '../engine/refusal.js';
import type { NoticeTexts } from './notices-en.js';

/** What the engine counts. */
type Thing = Extract<Refusal, { code: 'notThere' }>['thing'];
const THINGS: Record<Thing, string> = {
  layer: '层',
  weight: '权重',
  bias: '偏置',
  'hidden unit': '隐藏神经元',
  point: '点',
};

export const noticesZh: NoticeTexts = {
  linkTooLong: (points) =>
    `${points ? '数据点太多' : '途中改动太多'}，完整的链接会超过 8000 个字符，很多程序会把它截断。${points ? '' : '地址栏里只保留这次训练的开头；'}存成文件可以保留全部，把文件拖到本页就能重新打开。`,
  saveFile: '把这次训练存成文件',
  copyLink: '复制它的链接',
  copied: '已复制',
  notCopied: '没能复制',
  crowdedOut: '最多保留八条先前的曲线用来比较，最早的一条已经去掉；用撤销仍然可以回到它。',
  undoFull: '可以撤销的是最近的一百次改动，更早的已经不能再撤销了。',
  badFile: (name) => `“${name}”里没有本页的训练，也没有表格，什么也没有改变。`,
  noRun: (why, name) =>
    `${
      {
        picture: `图片“${name}”里没有训练：只有本页保存的图片才带着训练，很多软件在转发时会把它去掉。`,
        json: `“${name}”是 JSON 文件，但里面不是本页的训练。`,
        damaged: `“${name}”本来是本页的一次训练，但文件损坏了，或者不完整。`,
        handIns: `“${name}”里有多次训练的链接，像是学生交的作业：请用“分享”里的“收作业”打开。`,
      }[why]
    }什么也没有改变。`,
  otherRun: (name, check, code) =>
    `“${name}”里的训练已打开，但文件上的校验码是 ${check}，本页得到的是 ${code}：它被改过，或者是由别的版本保存的。`,
  goal: (outcome, step) =>
    ({
      met: `第 ${step} 步达到了。`,
      already: `第 ${step} 步已经满足条件，没有再训练。`,
      stopped: `在第 ${step} 步停下了，还没有达到目标。`,
    })[outcome],
  stopBehind: (stop, step) =>
    `现在已经是第 ${step} 步：除非先回到第 ${stop} 步之前，否则播放不会停在那里。`,
  missed: (step, what, now, wanted) =>
    `到第 ${step} 步仍未达到，训练停在这里。${what}：${now}，目标是 ${wanted}。`,
  badStep: (given, last) =>
    `步数应是 0 到 ${last} 之间的整数。没有采用“${given}”，什么都没有改变。`,
  linkCorrected: (told, more) =>
    `链接里有些内容没能照办：${told.join('；')}${more > 0 ? `；另外还有 ${more} 处` : ''}。`,
  correction: (name, given, used) =>
    used ? `${name}=${given} 已改为 ${used}` : `${name}=${given} 无法识别`,
  correctionUnclear: (name, given, readings, used) =>
    `${name}=${given} 可能是 ${readings.join(' 或 ')}，所以 ${name} 仍是 ${used}`,
  correctionName: (pair, meant) =>
    meant ? `${pair} 无法识别（是不是想写 ${meant}？）` : `${pair} 无法识别`,
  correctionAgain: (name, given) => `${name}=${given} 没有采用，因为 ${name} 写了两次`,
  correctionOwn: (wrong, read, detail) => {
    if (wrong === 'ownCutOff')
      return `own=… 里的点被截断了：${detail > 0 ? `${detail} 个点里` : ''}读出了 ${read} 个`;
    if (wrong === 'ownSign')
      return `own=… 的第 ${detail} 个字符不属于任何点：读出了它前面的 ${read} 个点`;
    if (wrong === 'ownRest') return `own=… 从第 ${detail} 个字符起多出了内容：读出了 ${read} 个点`;
    return `own=… 里有一个数超出了点的范围：读出了它前面的 ${read} 个点`;
  },
  correctionLater: (piece) => `${piece} 来自本页的较新版本，这里还不认识`,
  unclear: (given, readings) =>
    `“${given}”可能是 ${readings.join(' 或 ')}，请写清楚是哪一个。原来的设置不变。`,
  refused: (name, given, min, max, whole) =>
    `${name}应是 ${min} 到 ${max} 之间的${whole ? '整数' : '数'}。没有采用“${given}”，原来的设置不变。`,
  engineRefuses: (refusal) => {
    switch (refusal.code) {
      case 'unknownSetting':
        return `没有名为 ${refusal.name} 的设置。`;
      case 'unknownChoice':
        return `${refusal.name} 应是 ${refusal.words.join(' 或 ')}，不能是 ${refusal.value}。什么都没有改变。`;
      case 'noSettings':
        return '设置应是一个对象，按名称给出各个数。';
      case 'outOfLimits': {
        const { name, min, max, whole, value } = refusal;
        return `${name} 应是 ${min} 到 ${max} 之间的${whole ? '整数' : '数'}，不能是 ${value}。什么都没有改变。`;
      }
      case 'notPositive':
        return `${refusal.name} 应是大于 0 的数，不能是 ${refusal.value}。什么都没有改变。`;
      case 'badEpsilon':
        return `ε 应是大于 0、不超过 ${refusal.max} 的数，不能是 ${refusal.value}。什么都没有改变。`;
      case 'notFinite':
        return `${THINGS[refusal.thing]}应是有限的数，不能是 ${refusal.value}。什么都没有改变。`;
      case 'notThere':
        return refusal.last < 0
          ? `这里没有${THINGS[refusal.thing]}。`
          : `没有编号为 ${refusal.index} 的${THINGS[refusal.thing]}，编号从 0 到 ${refusal.last}。什么都没有改变。`;
      case 'lossNotFinite':
        return '这样一来损失就不再是有限的数。没有采用，什么都没有改变。';
      case 'lossNotFiniteWithout':
        return `去掉隐藏神经元 ${refusal.unit}，损失就不再是有限的数。没有采用，什么都没有改变。`;
      case 'lossNotFiniteBeside':
        return `离它的值 ε = ${refusal.epsilon} 远的地方，损失不是有限的数，没有斜率可比。换一个更小的 ε，就离得更近。`;
      case 'wrongColours':
        return `${refusal.classes} 个类别的画面，每类要三个字节的颜色，而不是一共 ${refusal.given} 个。`;
      case 'noRandomness':
        return '浏览器没能给出新的随机种子，请自己输入一个。';
    }
  },
  diverged: (classifier, step, stopped) => {
    const who = classifier === 'linear' ? '线性分类器' : '神经网络';
    return stopped ? `${who}的训练在第 ${step} 步之后发散了。` : `${who}从第 ${step} 步起停住了。`;
  },
  scriptLost: (classifier, infAt, nanFrom) => {
    const inf = infAt === null ? '' : `第 ${infAt} 步是 inf`;
    const nan = nanFrom === null ? '' : `从第 ${nanFrom} 步起是 nan`;
    return `在教程的脚本里，${classifier === 'linear' ? '线性分类器' : '神经网络'}的损失${inf}${inf && nan && '，'}${nan}：e 的幂或概率太大或太小，超出了计算机能表示的范围。本页先从得分里减去最大的一个，概率不变，所以能继续训练。`;
  },
  changeProblem: (piece, why) => {
    switch (why) {
      case 'form':
        return `“${piece}”不是“步数:名称=值”的形式`;
      case 'step':
        return `“${piece}”的步数不是 0 到 1000000 之间的整数`;
      case 'name':
        return `“${piece}”既不是途中可以改的设置，也不是这次训练里的参数`;
      case 'value':
        return `“${piece}”的值不在允许的范围内`;
      case 'order':
        return `“${piece}”排在了更晚的步数后面，已放回它该在的位置`;
      case 'again':
        return `同一步上同一项写了不止一次，以“${piece}”为准`;
      case 'later':
        return noticesZh.correctionLater(piece);
    }
  },
  changesForgotten: (changes) => `“${changes}”会使损失不再是有限的数，因此没有采用`,
  changesCorrected: (told) => `链接里的途中改动没有全部照原样执行：${told.join('；')}。`,
  noSuchPoint: (given, last) => `没有编号为“${given}”的点，编号从 0 到 ${last}。设置没有改变。`,
  notInLink: '训练照旧使用全部隐藏神经元。链接不会记下关掉了哪些。',
  badEpsilon: (given) => `ε 应是大于 0、不超过 1 的数。没有采用“${given}”，原来的设置不变。`,
  noSuchUnit: (given, last) =>
    `没有编号为“${given}”的隐藏神经元，编号从 0 到 ${last}。设置没有改变。`,
  badValue: (name, given) => `${name} 应是一个数。没有采用“${given}”，原来的设置不变。`,

  wasmOff:
    '本页用 WebAssembly 计算，而这个浏览器把它关掉了：或是由于严格的安全模式（iPhone、iPad 和 Mac 的“锁定模式”，Edge 的“增强 Web 安全性”），或是由于一项设置（Firefox 的 javascript.options.wasm）。请为本页允许它，再重新载入，或换一个浏览器。',
  noSimd:
    '本页用 WebAssembly SIMD 计算，而这个浏览器不支持。请换用 2023 年以后的 Chrome、Edge、Firefox 或 Safari。',
};
