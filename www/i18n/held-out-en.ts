/** What is said of points that are held out or have a wrong label, in English; this type is what every other language must fill. */

export const heldOutEn = {
  /** Before the word for accuracy. */
  training: 'training ',
  /** Before the two that follow; it is enough where there is little room. */
  test: 'test',
  ofLoss: ' loss',
  ofAccuracy: ' accuracy',
  key: 'test (held out)',
  summary: (said: readonly string[]) => ` On the points that are held out: ${said.join('; ')}.`,
  said: (board: string, loss: string, accuracy: string) =>
    `${board}, loss ${loss}, accuracy ${accuracy}`,
  boardTest: (count: number, loss: string, accuracy: string) =>
    ` ${count} points are held out, drawn hollow: loss ${loss}, ${accuracy} of them lie in their own class’s region.`,
  boardWrong: (count: number) =>
    count === 1
      ? ' One point has a wrong label, with a dot of its true class’s colour.'
      : ` ${count} points have a wrong label, each with a dot of its true class’s colour.`,
  ringedHeldOut: ' It is held out.',
  ringedWrong: (label: number) => ` Its label is wrong: truly it is of class ${label}.`,
};

export type HeldOutTexts = typeof heldOutEn;
