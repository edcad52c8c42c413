/** How a student hands a run in, in English; this type is what every other language must fill. */

export const handInEn = {
  hint: 'You hand in this run as it stands: whoever opens the link sees it again, with your name and your answer. Your name goes nowhere else.',
  name: 'Your name',
  answer: 'Your answer',
  given: (answer: string) => `Your answer: ${answer}`,
  found: 'What did you find? (optional)',
  nameFirst: 'Write your name; then the hand-in stands here.',
  answerFirst: 'Write your answer; then the hand-in stands here.',
  stands: (step: number, check: string) =>
    `Step ${step.toLocaleString('en')}, check code ${check}.`,
  line: 'As one line, to paste',
  link: 'As a link',
  code: 'QR code of the hand-in',
  copyLine: 'Copy line',
  copyLink: 'Copy link',
  noCode: 'The link is too long for a QR code. Copy it instead.',
  tooLong:
    'The link is longer than 8,000 characters, and not every browser takes that. Save the run as a file and hand that in, or paste the line: the sheet reads both.',
  ofFile:
    'This page is a file, so the link opens on this machine alone. Hand in the line: whoever collects it needs nothing else.',
  save: 'Save the run as a file',
  copied: 'Copied.',
  marked: 'The browser does not let this page copy. The text is marked: press Ctrl+C.',
  inLine: (name: string, answer: string, step: number, check: string) => [
    name,
    answer && `answer: ${answer}`,
    `step ${step}`,
    `check code ${check}`,
  ],
};

export type HandInTexts = typeof handInEn;
