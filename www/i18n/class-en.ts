/** What a class is told and asked, in English; this type is what every other language must fill. */

export const classEn = {
  task: 'Task',
  setUp: 'For a task: parts are hidden or locked.',
  yourAnswer: 'Your answer',
  answer: 'Answer',
  answerFirst: 'Answer first; then the run goes on.',
  answered: (answer: string) => `Your answer: ${answer}.`,
  theirAnswer: (answer: string) => `Answer: ${answer}.`,
  /** `linear` and `network` are accuracies; null of a board that is hidden. */
  found: (step: number, linear: string | null, network: string | null) =>
    linear && network
      ? `At step ${step} the linear classifier is right on ${linear}, the neural network on ${network}.`
      : `At step ${step}, ${linear ?? network} are right.`,
  andHeldOut: (trained: string, heldOut: string) => `${trained} (held out: ${heldOut})`,
  handedIn: (name: string) => `Handed in by ${name}.`,
  proof: (code: string, step: number, right: boolean) =>
    right
      ? `The check code ${code} is right: this is the run that was handed in, at step ${step}.`
      : `The check code ${code} is not that of this run at step ${step}.`,
  handIn: 'Hand in',
  leave: 'Show the whole page',
  ownWindow: 'In a window of its own',
  noWindow: 'The frame allows no windows: copy the link under Share.',
  between: ' ',

  taskHint:
    'Set the page up as your class is to find it, at the step at which they begin. Then add here what else belongs to the task.',
  taskOfFile:
    'This page is a file, so its links open on this machine alone: set tasks on the page as it stands on a web server. Or hand the file on as well: whoever opens it puts what stands from # on behind its address.',
  taskQuestion: 'A question that must be answered before the run goes on',
  taskExample: 'What accuracy will the network reach at step 1000?',
  taskStop: 'Play halts at step',
  taskHide: 'Hidden settings',
  taskLock: 'Locked settings',
  taskParts: 'Hidden parts of the page',
  taskChapters: 'Only these chapters of the lesson',
  taskAll: 'All of these',
  taskLink: 'Link for the class',
  taskFrame: 'To put it into another page',
  copyLink: 'Copy link',
  copyFrame: 'Copy frame',
  tryIt: 'Try it',
  copied: 'Copied.',
  marked: 'The browser does not let this page copy. It is marked: press Ctrl+C.',
  badStop: (given: string, last: number) =>
    `Play can halt at a step from 1 to ${last}. “${given}” is none, and the link is without it.`,
  longLink:
    'The link is longer than 8,000 characters, and not every browser takes that: use fewer points of your own.',
  lessonSets:
    'A chapter of the lesson sets what it is about, also where that is locked: hide the lesson, or choose its chapters.',
  parts: {
    numbers: 'Loss and accuracy',
    chart: 'Chart',
    curves: 'More of the chart',
    going: 'Step and halt',
    lang: 'Language',
    help: 'Help',
  },
};

export type ClassTexts = typeof classEn;
