/** What stands on the printed sheet, in English; this type is what every other language must fill. */

export const printEn = {
  step: (step: number) => `Step ${step}`,
  loss: 'loss',
  accuracy: 'accuracy',
  testLoss: 'test loss',
  testAccuracy: 'test accuracy',
  settings: 'Settings',
  changes: 'Changed on the way',
  check: 'Check code',
  link: 'Link to this run',
  code: 'QR code of the link',
  tooLong: 'The link is too long for paper. Share saves the run as a file.',
  question: 'Question',
  answer: 'Answer',
  by: 'Name',
  between: ' · ',
  pair: (name: string, value: string) => `${name}\u00a0${value}`,
};

export type PrintTexts = typeof printEn;
