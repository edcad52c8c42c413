/** What a gradient check finds, in Chinese. */

import type { CheckTexts } from './check-en.js';

export const checkZh: CheckTexts = {
  kinks: (points) =>
    `在 w − ε 和 w + ε 之间，有 ${points} 个点越过了 ReLU 的折痕，损失在那里不光滑，两个斜率不必相等。`,
  noKink: (gap, bound, agree) =>
    `中间没有点越过折痕。两个斜率相差 ${gap}，舍入误差和 ε 能解释 ${bound}，所以两者${agree ? '一致' : '不一致'}。`,
  checked: ({ done, total, kinked, apart }, name, gap, bound) => {
    const left = kinked > 0 ? `另有 ${kinked} 个因为有折痕，没有计入。` : '';
    const judged = done - kinked;
    if (done < total) return `已检验 ${done} / ${total} 个，${apart} 个不一致。${left}`;
    if (judged === 0) return `没有可比的：${kinked} 个全都有折痕。换一个更小的 ε，折痕就会少些。`;
    const numbers = `${name}，相差 ${gap}，舍入误差和 ε 能解释 ${bound}。`;
    return apart === 0
      ? `${judged} 个全部一致。${left}最接近界限的是 ${numbers}`
      : `${judged} 个中有 ${apart} 个不一致。${left}偏离最大的是 ${numbers}`;
  },
};
