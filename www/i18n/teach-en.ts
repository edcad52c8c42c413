/** How to teach with the page, in English. Every accuracy and loss is held against the engine: www/teach/facts.ts. */

import type { TeachTexts } from './teach-texts.js';

export const teachEn: TeachTexts = {
  intro:
    'Three lessons that are ready to be held. A link opens its run here; the browser’s Back leads back, change by change. Most ask before they play: let the class write its guess down first.',
  aim: 'Aim',
  projector: 'On the projector',
  plan: 'Minute by minute',
  runs: 'Links',
  handIn: 'What students hand in',
  wrong: 'Typical wrong answers',
  quotes: ['“', '”'],
  copy: 'Copy',
  copyOf: (name) => `Copy the link: ${name}`,
  copied: 'Copied.',
  marked: 'The browser does not let this page copy. The link is marked: press Ctrl+C.',
  link: 'Link to copy',
  lessons: {
    fifteen: {
      title: '15 minutes: one hidden layer',
      aim: 'Students see that straight cuts cannot separate a spiral, and that a hidden layer bends them.',
      projector: 'First the left board alone, then both. Nothing but Play can be changed.',
      plan: [
        ['0–2', 'Show the points: three classes, 100 points each, every class an arm of a spiral.'],
        [
          '2–4',
          'Link 1. Everybody writes down how many per cent three straight cuts will get right. Type what most have written.',
        ],
        [
          '4–6',
          'Play. It halts at step 1000 with 49.3 %. Type 200 in place of the step: there it is 49.3 % as well. Waiting does not help.',
        ],
        [
          '6–9',
          'Link 2, one line of code more: a hidden layer of 100 units. Guess again, then Play: 93.7 %.',
        ],
        [
          '9–13',
          'Link 3 on phones, in pairs: only the hidden units can be changed. At step 1000 one unit gets 50.0 % right, 3 get 69.7 %, 10 get 81.7 %.',
        ],
        [
          '13–15',
          'One sentence together: each hidden unit folds the plane along a line, and the boundary bends where it meets a fold.',
        ],
      ],
      runs: {
        cuts: {
          name: 'Straight cuts alone',
          ask: 'Three straight cuts: how many per cent of the points are right at step 1000?',
        },
        bends: {
          name: 'Both boards',
          ask: 'With a hidden layer: how many per cent are right on the right board at step 1000?',
        },
        units: {
          name: 'How many hidden units?',
          ask: 'How many hidden units does it take for 80 % at step 1000?',
        },
      },
      handIn:
        'Two guesses beside the two numbers seen, and a sentence that says what the hidden layer changed. With link 3: their number of hidden units, by Hand in.',
      wrong: [
        [
          'Two thirds, because each cut separates one class',
          'They think of clouds, not of arms that wind about each other. Let someone lay a ruler on the board.',
        ],
        [
          'It gets better if we wait',
          'They take training for a matter of time. The loss has come to rest at 0.786230, the lowest that three straight cuts reach.',
        ],
        [
          'Every further unit makes it better',
          'Not with few units: at step 1000, 10 get 81.7 % right and 11 get 68.0 %. With so few, the first weights decide; another seed gives other numbers.',
        ],
      ],
    },
    fortyFive: {
      title: '45 minutes: three things to turn',
      aim: 'Students change one thing at a time, say first what will happen, and explain what did: learning rate, hidden units, penalty.',
      projector:
        'The link that students have on their own screens; link 2 is for the projector alone. D makes everything larger.',
      plan: [
        [
          '0–5',
          'Both boards to step 1000, as a reminder. The rule for today: one change, a guess, then Play. Reset before each change.',
        ],
        [
          '5–17',
          'Link 1, learning rate. A third of the class takes 0.1, a third 1, a third 10. At step 1000 the network gets 55.3 %, 93.7 % and 33.3 % right.',
        ],
        [
          '17–22',
          'Link 2, rate 10; choose 1 step a second before Play: 50.0 % at step 4. Then to step 100: 33.3 %. Look inside: every hidden unit is 0 for every point. No gradient passes, so none of them ever comes back.',
        ],
        [
          '22–32',
          'Link 3, hidden units. 3 get 69.7 % right, 100 get 93.7 %. Count the bends of the boundary in both.',
        ],
        [
          '32–40',
          'Link 4, regularization: 0, 0.001, 0.1. The network gets 97.3 %, 93.7 % and 51.7 % right. The boundary becomes smoother, then straight.',
        ],
        ['40–45', 'Each chooses one run and hands it in with a sentence.'],
      ],
      runs: {
        rate: {
          name: 'Learning rate: 0.1, 1 or 10',
          ask: 'Learning rate 0.1, 1 or 10: with which are most points right at step 1000, and why?',
        },
        dead: { name: 'Rate 10, step by step' },
        size: {
          name: 'Hidden units: 3 or 100',
          ask: '3 hidden units or 100: how many per cent are right with each at step 1000?',
        },
        penalty: {
          name: 'Regularization: 0, 0.001 or 0.1',
          ask: 'Regularization 0, 0.001 or 0.1: what becomes of the boundary?',
        },
      },
      handIn:
        'One run with its answer: what I changed, what I expected, what I saw at step 1000, and why.',
      wrong: [
        [
          'A larger learning rate just learns faster',
          'The gradient is right close by, not far away. Rate 2 is indeed better here, 98.7 %; rate 10 throws the units so far that all of them die.',
        ],
        [
          'With rate 0.1 it learns nothing',
          'It goes the same way, ten times as slowly: 88.3 % at step 5000, where rate 1 has 88.0 % at step 500.',
        ],
        [
          'No penalty is best, it has the most points right',
          'Of the points that it was trained on. Ask how that could be tested: that is the lesson of 90 minutes.',
        ],
      ],
    },
    ninety: {
      title: '90 minutes: learned, or learned by heart?',
      aim: 'Students tell learning from learning by heart with points that are held out, check a gradient by hand, and hand in a question of their own.',
      projector:
        'Links 1 and 2, then what students work on. Held-out points are hollow, their loss is the dashed curve.',
      plan: [
        [
          '0–10',
          'Link 1: 30 points, half of them held out. Guess both accuracies at step 1000, then Play: 100.0 % of the points trained on, 60.0 % of the others.',
        ],
        [
          '10–18',
          'Link 2: 1500 points. At step 3000 it is 98.5 % and 97.9 %. Hardly anything is learned by heart any more.',
        ],
        [
          '18–35',
          'Link 3, chapter 15: some labels are wrong. The test loss turns up after 0.648508 at step 750, and is 1.507057 at step 3000. The training loss falls all the way, from 0.513738 to 0.232128.',
        ],
        [
          '35–45',
          'Link 4: each chooses a penalty. At step 3000 the test loss is 1.507057 for 0, 0.971002 for 0.001, 0.862213 for 0.003, 0.932159 for 0.01.',
        ],
        [
          '45–60',
          'Link 5, chapter 6: one point on paper, probability minus y. Then choose Gradient check in the look inside that stands open, and Check all: how many agree?',
        ],
        [
          '60–80',
          'Link 6, chapter 16: own points. A question, a guess, a run: can you draw points that beat the network?',
        ],
        [
          '80–90',
          'They press Share and hand in. Paste their lines into the sheet: the page repeats every run and says whether the check code is right. Look at two of them together.',
        ],
      ],
      runs: {
        few: {
          name: '30 points',
          ask: 'Half of the points are held out. How many per cent are right at step 1000: trained on, held out?',
        },
        many: {
          name: '1500 points',
          ask: 'Now with 1500 points: how far apart are the two accuracies at step 3000?',
        },
        heart: { name: 'Wrong labels, learned by heart' },
        choose: {
          name: 'Which penalty?',
          ask: 'Change only the regularization: 0, 0.001, 0.003 or 0.01. Which has the lowest test loss at step 3000, and why?',
        },
        point: { name: 'A gradient by hand' },
        own: { name: 'Own points' },
      },
      handIn:
        'The run of link 4 with their penalty and its reason; and one run with points of their own: the question, the guess, the numbers of both boards.',
      wrong: [
        [
          '100 % means that it has learned it',
          'It knows the 15 points that it has seen. Of the 15 others it gets 9 right.',
        ],
        [
          'Stop where the training loss is lowest',
          'There, at step 3000, the test loss is 1.507057. It is lowest near step 750, and only the held-out points show that.',
        ],
        [
          'The strongest penalty is best against learning by heart',
          '0.01 has a higher test loss than 0.003: it is not allowed to learn even what is right.',
        ],
        [
          'The gradient of the true class is its probability',
          'The 1 is missing: p − 1, always below 0, so its score goes up.',
        ],
      ],
    },
  },
  rooms: [
    {
      title: 'The room has no network',
      text: [
        'Open the page once beforehand, on the computer that you will use: after that it works without a network, lessons and links included.',
        'Or take the one file spiral-lab.html along on a stick, and open it by double click. Students copy it. A link goes behind the name of the file in the address bar, from # on.',
      ],
    },
    {
      title: 'There is no projector',
      text: [
        'Students open the link on their own phones or laptops: put the QR code from Share on your screen and hand that round, or print the run with its code and pass the sheets out.',
        'Two or three share a screen. Read the question aloud, let them vote by hand, and have everybody press Play together. Same link, same digits: all can compare.',
      ],
    },
    {
      title: 'There are only phones',
      text: [
        'Upright, both boards stand side by side and Play is under the thumb. One finger does everything: drag along the chart to go back in time, tap a point to ring it.',
        'Chapters 1, 7, 10, 11, 12, 13, 15 and 16 need boards, chart and a few lines of text. The others show tables and formulas, for which a larger screen is kinder.',
      ],
    },
  ],
};
