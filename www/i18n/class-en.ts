/** What a class is told and asked, in English; this type is what every other language must fill. */

export const classEn = {
  task: 'Task',
  setUp: 'Set up for a task: some of the page is hidden or stays as it is.',
  yourAnswer: 'Your answer',
  answer: 'Answer',
  answerFirst: 'Answer first; then the run goes on.',
  answered: (answer: string) => `Your answer: ${answer}.`,
  theirAnswer: (answer: string) => `Answer: ${answer}.`,
  /** `linear` and `network` are accuracies; null of a board that is hidden. */
  found: (step: number, linear: string | null, network: string | null) =>
    linear && network
      ? `At step ${step} the linear classifier is right on ${linear}, the neural network on ${network}.`
      : `At step ${step} ${linear ?? network} are right.`,
  handedIn: (name: string) => `Handed in by ${name}.`,
  proof: (code: string, step: number, right: boolean) =>
    right
      ? `The check code ${code} is right: this is the run that was handed in, at step ${step}.`
      : `The check code ${code} is not that of this run at step ${step}.`,
  handIn: 'Hand in',
  leave: 'Show the whole page',
  ownWindow: 'In a window of its own',
  between: ' ',
};

export type ClassTexts = typeof classEn;
