/** What is said of files that hold a run, in English; this type is what every other language must fill. */

export const exportEn = {
  what: 'What to save',
  kinds: {
    picture: 'Picture',
    script: 'NumPy script',
    losses: 'Loss table',
    whole: 'Whole run (JSON)',
    weights: 'Weights',
  },
  hints: {
    picture:
      'Boards, chart and numbers for print. The saved picture holds the run: dropped on this page it opens again.',
    script:
      'Runs as it stands, with nothing but NumPy, and prints the losses that this page shows.',
    losses:
      'All digits, of every step that is kept: of a long run some. What was not kept at a step is left empty.',
    whole:
      'Settings, changes, points, weights and results. Dropped on this page it opens the run again.',
    weights: 'All weights and biases as NumPy arrays, bit for bit.',
  },
  noPoints: 'There is no point to train on yet, so there is nothing to save here.',
  frames: 'Where nothing is saved, the frame or app around this page forbids it: copy it instead.',
  save: 'Save',
  copy: 'Copy',
  copied: 'Copied.',
  marked: 'The browser does not let this page copy. All of it is marked: press Ctrl+C.',
  pictureNotCopied:
    'The browser does not let this page copy pictures. Right-click the picture, or hold your finger on it.',
  notDrawn: 'This browser could not make the picture.',
  drawing: 'Drawing the picture…',
  /** The picture, for who cannot see it. */
  picture: (step: number) =>
    `The picture to save: both boards, the loss chart and the settings of this run at step ${step}.`,

  /** Within the picture. */
  stepAndCheck: (step: number, check: string) => `Step ${step}   Check ${check}`,
  heldOut: (numbers: string) => `held out: ${numbers}`,
  test: 'on held-out points',
  between: '  ·  ',
  usual: 'All settings are those of the tutorial.',
  changed: (changes: string) => `Changed on the way: ${changes}`,
  unitsOff: (count: number) =>
    `The board of the network, and its numbers, are without ${count} of its hidden units.`,
  stands: (board: string, since: number) => `${board}: it has stood still since step ${since}.`,
  ends: (board: string) =>
    `${board}: the run ends here, because the next loss is no finite number.`,
  again: 'The file of this picture, dropped on the page, opens the run again.',
  /** In a file of weights. */
  weightsTitle: (step: number, check: string) => [
    `Weights and biases of a run of Spiral Lab at step ${step}, check code ${check}`,
    'W and b: the linear classifier; W1, b1, W2 and b2: the network',
  ],
};

export type ExportTexts = typeof exportEn;
