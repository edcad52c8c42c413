/** What a gradient check finds, in English; this type is what every other language must fill. */

/** How far a check of all slopes is. */
export interface Checks {
  done: number;
  total: number;
  /** How many cannot be judged. */
  kinked: number;
  apart: number;
}

export const checkEn = {
  kinks: (points: number) =>
    `Between w − ε and w + ε a ReLU folds at ${points} ${points === 1 ? 'point' : 'points'}: the loss has a kink there, and the two slopes need not agree.`,
  noKink: (gap: string, bound: string, agree: boolean) =>
    `No ReLU folds in between. The slopes differ by ${gap}, rounding and ε explain ${bound}: they ${agree ? '' : 'do not '}agree.`,
  checked: ({ done, total, kinked, apart }: Checks, name: string, gap: string, bound: string) => {
    const left = kinked > 0 ? ` ${kinked} with a kink left out.` : '';
    const judged = done - kinked;
    if (done < total) return `${done} of ${total} checked, ${apart} do not agree.${left}`;
    if (judged === 0)
      return `Nothing to compare: all ${kinked} have a kink. A smaller ε meets fewer.`;
    const numbers = `${name}, ${gap} where rounding and ε explain ${bound}.`;
    return apart === 0
      ? `All ${judged} agree.${left} Nearest to disagreeing: ${numbers}`
      : `${apart} of ${judged} do not agree.${left} Farthest off: ${numbers}`;
  },
};

export type CheckTexts = typeof checkEn;
