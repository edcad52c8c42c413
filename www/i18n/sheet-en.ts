/** The teacher's sheet, in English; this type is what every other language must fill. */

const some = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const sheetEn = {
  hint: 'Paste what your students have handed in: their lines, links, or a table of your course system; or drop pictures and files that this page has saved. Each run is repeated here. Nothing leaves this browser, and it forgets all of it when this tab is closed: save the table.',
  box: 'What was handed in',
  add: 'Add',
  choose: 'Choose files…',
  table: 'What was handed in',
  columns: {
    name: 'Name',
    step: 'Step',
    linearLoss: 'Linear: loss',
    networkLoss: 'Network: loss',
    linearAccuracy: 'Linear: accuracy',
    networkAccuracy: 'Network: accuracy',
    answer: 'Answer',
    check: 'Check code',
  },
  boards: 'Boards',
  ways: 'Open or remove',
  linear: (name: string, accuracy: string) => `Linear classifier of ${name}: right on ${accuracy}`,
  network: (name: string, accuracy: string) => `Neural network of ${name}: right on ${accuracy}`,
  nameless: 'No name',
  verdicts: { right: 'right', wrong: 'not that of this run', none: 'none given' },
  waiting: 'waiting',
  skipped: 'skipped',
  going: (step: number) => `at step ${step.toLocaleString('en')}`,
  refused: (why: string) => `This run cannot be repeated: ${why}`,
  diverged: (wanted: number) => `Diverged; the link wants step ${wanted.toLocaleString('en')}.`,
  forgotten: 'Some changes in the link would leave no loss, and were not made.',
  corrected: 'Some of the link cannot be followed to the letter.',
  noPoints: 'The link has no points to train on.',
  twice: (count: number) => `Handed in ${count} times.`,
  open: 'Open',
  openOf: (name: string) => `Open the run of ${name}`,
  remove: 'Remove',
  removeOf: (name: string) => `Remove ${name}`,
  of: (done: number, all: number) => `${done} of ${all}`,
  nowAt: (name: string, step: number, end: number) =>
    `${name}: step ${step.toLocaleString('en')} of ${end.toLocaleString('en')}`,
  skip: 'Skip this one',
  stop: 'Stop',
  goOn: 'Go on',
  left: (left: number) => `${some(left, 'run')} not repeated yet.`,
  /** What came out, all in all. */
  sum: (all: number, right: number, wrong: number, none: number, refused: number) =>
    [
      `${some(all, 'run')} repeated: ${some(right, 'check code is', 'check codes are')} right`,
      wrong > 0 && `${some(wrong, 'does', 'do')} not match`,
      none > 0 && `${some(none, 'was', 'were')} not given`,
      refused > 0 && `${some(refused, 'run')} cannot be repeated`,
    ]
      .filter(Boolean)
      .join(', ')
      .concat('.'),
  noLink: 'There is no link of this page in it.',
  noLinkIn: (file: string) => `There is no run in “${file}”.`,
  without: (count: number) =>
    `${some(count, 'line has', 'lines have')} no link of this page: see the box.`,
  known: (count: number) => `${some(count, 'is', 'are')} on the sheet already.`,
  tooMany: (most: number) =>
    `A sheet takes ${most.toLocaleString('en')} runs; the others were left out.`,
  notKept:
    'The browser keeps nothing here, so the sheet is empty when the page is loaded anew: save the table.',
  save: 'Save as CSV',
  copy: 'Copy as text',
  copied: 'Copied.',
  marked: 'The browser does not let this page copy. The text is marked: press Ctrl+C.',
  asText: 'The sheet as text',
  between: ' ',
  file: 'hand-ins.csv',
  /** Of the saved table, beside the columns above. */
  saved: { differs: 'Settings', right: 'Right', link: 'Link', yes: 'yes', no: 'no', note: 'Note' },
};

export type SheetTexts = typeof sheetEn;
