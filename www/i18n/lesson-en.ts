/** The guided path through the lesson, in English; this object's type is what every other language must fill.
 * `[words](step=200)` leads to a state of the page: settings by the names of the link, and a step.
 * Every number with a decimal point is held against the engine: www/lesson/facts.ts. */

import { en } from './en.js';
import { insideEn } from './inside-en.js';

interface ChapterTexts {
  title: string;
  /** Two to four sentences: what this is, and what to watch. */
  text: string;
  question: string;
  answer: string;
}

const chapters = {
  data: {
    title: 'Three arms of points',
    text: '300 points, 100 of each class. Along an arm the radius r grows from 0 to 1 while the angle t turns by 4 radians, with a little noise added. Both boards show the same points; the colour of the ground is what each classifier says there.',
    question: 'Could any classifier, however clever, get all 300 points right?',
    answer:
      'No. Each arm begins at r = 0, so three points of three classes lie on one spot, the centre. Two of them must be wrong: 99.3 % is the most there is.',
  },
  neuron: {
    title: 'One neuron',
    text: 'A neuron multiplies each input by a weight, adds the products, and adds a bias. The drawing shows one at work: its inputs are the two coordinates of the ringed point, and z says how much the point looks like class 1. Where z is the same, you stand on a straight line: that is all a single neuron can draw.',
    question: 'A point (0.5, −0.2), weights 2 and 1, bias 0.1. What is z?',
    answer: '2·0.5 + 1·(−0.2) + 0.1 = 0.9. Double the weights, and z changes twice as fast.',
  },
  linear: {
    title: 'The linear classifier',
    text: 'Three neurons side by side, one for each class; the highest score wins the point. The way from points to scores is the forward pass, here one line: a table X of 300 rows times 6 weights, plus 3 biases. Look at the left board: 9 numbers decide all of it.',
    question: 'At step 0 all biases are 0. Through which point must every boundary go there?',
    answer:
      'Through the centre: there every score is 0, a draw. Only a bias can move a boundary off it. Press Reset, then Step a few times, and watch the boundaries turn about the middle.',
  },
  softmax: {
    title: 'Softmax: probabilities',
    text: 'Scores may be any numbers. e to the power of them is positive, and divided by the sum they add up to 1: probabilities. The boards are shaded by them now: a mixed colour is undecided. At step 0 every class has about a third, everywhere.',
    question: 'Add 10 to all three scores of a point. What happens to its probabilities?',
    answer:
      'Nothing: the same factor stands above and below the fraction line and cancels. Only differences between scores count. Now press Play, and watch the colours part on the left, soon after on the right.',
  },
  crossEntropy: {
    title: 'Cross-entropy: the cost',
    text: 'y is 1 for the true class, 0 for the others, so a point costs −ln of the probability of its true class. A sure hit is cheap: 0.99 costs 0.01. A sure miss is dear: 0.01 costs 4.61. The loss under each board is the mean of all points, plus a small penalty for large weights.',
    question: 'Before the first step every class has about a third. What will the loss be?',
    answer:
      'ln 3 = 1.098612, the dashed line in the chart: the price of guessing. The boards begin at 1.096919 and 1.098637. What the network pays beyond ln 3 is the penalty of its first weights.',
  },
  gradient: {
    title: 'The gradient: S − y',
    text: 'Which way must a score move to lower the loss? Walk back through logarithm and softmax: almost everything cancels. What is left is the probability given minus the one that was right. A product with the inputs makes it the gradient of the weights. This walk back is backpropagation.',
    question:
      'All three probabilities are a third. What is ∂L/∂z for the true class, and for the others?',
    answer:
      '−0.67 for the true class, 0.33 for each other. Against the gradient means: the true score goes up, the others go down, and the three pushes add up to 0.',
  },
  trainLinear: {
    title: 'Training, and sticking',
    text: 'Each step moves every weight a little against its gradient; the learning rate η says how far. Watch the left loss: it falls at once, reads 0.786281 at [step 200](step=200), and 0.786230 at [step 1000](step=1000).',
    question:
      'Three straight cuts and a spiral. How many per cent will it get right? Write it down.',
    answer:
      '49.3 %, 148 points of 300. This loss has a single valley, and its bottom is reached: more steps or other first weights lead to the same place. Other cuts hit more points, but at a higher loss: chapter 12.',
  },
  relu: {
    title: 'ReLU: the fold',
    text: 'One short function between two layers, the activation function: negative becomes 0, positive passes. It folds the plane along one line for each hidden unit. Here are 3 of them after 1000 steps, at 69.7 %. Follow a boundary on the right board: straight, then a bend where it meets a fold.',
    question: 'Take the ReLU away but keep both layers. What can the network draw now?',
    answer:
      'Straight cuts again. [Take it away](activation=none&step=1000): 49.3 %. (X·W1 + b1)·W2 + b2 multiplies out to X times one matrix plus one bias: a linear classifier in disguise. [Put it back.](step=1000)',
  },
  twoLayers: {
    title: 'Two layers',
    text: 'Now 100 hidden units: what the first layer puts out, the second takes in. 603 numbers to learn instead of 9. The forward pass goes through both layers. Backpropagation comes back the same way: products again, and a gate at the ReLU.',
    question: 'For one point, which hidden units get no gradient at all?',
    answer:
      'Those that are 0 there: the gate of the ReLU is shut. A unit that is 0 for every point gets no gradient from any, and cannot learn to come back: it is called dead.',
  },
  trainNetwork: {
    title: 'Training the network',
    text: 'You stand at step 10, and the network’s loss is behind: 1.094471 against 0.917310. Press Play and watch the right board: it copies the straight cuts, overtakes, and begins to bend them. Go ahead: 0.294416 and 93.7 % at [step 1000](step=1000), 98.0 % at [step 10000](step=10000).',
    question: 'Why is the better classifier slower at the start?',
    answer:
      'Its weights start near 0.01, in both layers. What reaches the first layer has passed through the second, so it is small as well. The layers must first help each other grow; then it goes quickly.',
  },
  experiments: {
    title: 'Your experiments',
    text: 'Change one thing, say what will happen, then go to step 1000. Hidden units: [1 gives 50.0 %](hidden=1&step=1000), [10 give 81.7 %](hidden=10&step=1000), [100 give 93.7 %](step=1000). Close the lesson to try noise, penalty, classes and new data; the link in the address bar keeps what you find.',
    question: 'Set the learning rate to 10 and press Play. Will the network be there sooner?',
    answer:
      'No: [33.3 %](rate=10&step=1000), one class for all. The first big steps threw the hidden units so far that every one of them is 0 for every point, and a dead unit does not come back. The linear classifier jumps about, but lives.',
  },
  lossAndAccuracy: {
    title: 'Lowest loss, highest accuracy?',
    text: 'At rate 1 the linear classifier comes to rest: [loss 0.786230, 49.3 %](rate=1&step=1000). Here the rate is 10, and it jumps to and fro for ever: [step 1000](step=1000) reads 1.043843 and 55.3 %, [step 1001](step=1001) reads 1.008309 and 58.7 %. A higher loss, and more points right.',
    question: 'How can a classifier with a higher loss be right more often?',
    answer:
      'Accuracy asks only which score is highest; the loss asks how sure. One sure miss, 0.01, costs as much as 5 narrow ones of 0.4. Training goes down the loss: accuracy has no slope to go down. See the network: [step 2](rate=1&step=2) has 57.3 %, [step 20](rate=1&step=20) a lower loss and 48.7 %.',
  },
  sideBySide: {
    title: 'Both, side by side',
    text: 'The same points, softmax, loss and rule for a step. One line of code more on the way from X to the scores, and what follows from it. Left 9 numbers and 49.3 %, right 603 numbers and 98.0 %.',
    question: 'Is it the 594 additional numbers that do it, or the ReLU?',
    answer:
      'The ReLU. [Take it away](activation=none&step=1000): still 603 numbers, and 49.3 % again. They multiply out to 9. The activation function is what lets a classifier bend; more hidden units give it more folds to bend at.',
  },
  offCentre: {
    title: 'Points off the centre',
    text: 'The same spiral, only moved: 5 is added to every x and every y, so all of them lie between 4 and 6. At step 0 all biases are 0, so all folds go through the centre, far from the points. Only 6 of the 100 hidden units have a fold that meets a point; 52 are 0 for every point. No penalty here.',
    question:
      'Around the centre the network reaches [97.3 % at step 1000](shift=0&step=1000). How far will it get from here? [Back to the start](step=0), then Play.',
    answer:
      'Nowhere: 33.3 % and ln 3. From [step 200](step=200) on all 100 hidden units are 0 for every point: dead, no gradient, for ever. [Step 1000](step=1000) reads 1.098612. Seen from the centre, all points lie one way: a push that turns a unit off for one point does so for nearly all, and inputs near 5 make the pushes large. So centre points before training: subtract the mean of x from every x, and likewise for y.',
  },
  byHeart: {
    title: 'Noise, learned by heart',
    text: '120 points, 12 of them with a wrong label. Half are held out, drawn hollow: nothing is trained on them, so they test what was learned. Their loss is the dashed curve, the test loss; the solid curve is the loss of the 60 points trained on. There is no penalty.',
    question:
      'On the right, both curves fall at first. Which of the two turns up, and what does the network learn from there on?',
    answer:
      'The test loss: 0.648508 at [step 750](step=750), 1.507057 at [step 3000](step=3000); the other falls on, 0.513738 to 0.232128. Six of the points trained on have a wrong label. At step 750 the network follows none of these labels, at step 3000 five: it has learned them by heart, which helps with no other point. [With a penalty of 0.003](reg=0.003&step=3000) it follows one, and the test loss is 0.862213.',
  },
  ownPoints: {
    title: 'Your own points',
    text: 'Two clouds of 50 points, and a straight line parts them: [100 % at step 10](step=10). Now draw your own. Under Points, choose a class and add to the clouds on a board, with mouse, finger or keyboard: first what a line can still part, then what it cannot.',
    question:
      'Paint a ring of one class all around the cloud of the other. How much will the linear classifier get right, and how much the network?',
    answer:
      'A line cannot go around. If the whole ring lies on one side of it, the cloud lies there, too: so part of one of them is always wrong. The network folds its boundary around the cloud. Two such cases: [ring in ring](data=circles&step=1000), 50 % against 100 %, and [four clouds crosswise](data=xor&step=1000), 64 % against 100 %. Can you draw points that beat the network?',
  },
} satisfies Record<string, ChapterTexts>;

export const lessonEn = {
  chapter: (number: number, of: number) => `Chapter ${number} of ${of}: `,
  all: 'All chapters',
  more: 'More formulas and code',
  /** The heading of a question, by what it wants. */
  asks: { predict: 'Before you press Play', think: 'Think first' },
  show: 'Show the answer',
  back: 'Back',
  next: 'Next',
  close: 'Close the lesson',
  /** Heads of two scripts side by side. */
  beside: [en.linear, en.network] as readonly [string, string],
  noLine: insideEn.noLine,
  chapters: chapters as Record<keyof typeof chapters, ChapterTexts>,
};

export type LessonTexts = typeof lessonEn;
