/** What is said only when it is needed: notices, what a link had wrong, and what there is to say of a run; in English. This type
 * is what every other language must fill. */

import type { OwnWrong, Wrong } from '../engine/link.js';
import type { Refusal } from '../engine/refusal.js';

export const noticesEn = {
  linkTooLong: (points: boolean) =>
    `${points ? 'The link of so many points is' : 'So much was changed on the way that its link would be'} longer than 8000 characters, and many a program cuts it off.${points ? ' A' : ' The address leads to the run’s beginning; a'} file holds all of it, and dropped on this page it opens the run again.`,
  saveFile: 'Save the run as a file',
  copyLink: 'Copy its link',
  copied: 'Copied',
  notCopied: 'Not copied',
  crowdedOut:
    'Eight earlier curves are kept to compare with: the oldest was left out. Undo still leads back to it.',
  undoFull: 'The last hundred changes can be taken back; those before them cannot any more.',
  badFile: (name: string) =>
    `“${name}” holds no run of this page and no table. Nothing has changed.`,
  noRun: (why: 'picture' | 'json' | 'damaged' | 'handIns', name: string) =>
    `${
      {
        picture: `The picture “${name}” holds no run: only pictures that this page has saved do, and many programs take the run out of them on the way.`,
        json: `“${name}” is a JSON file, but of something else than a run of this page.`,
        damaged: `“${name}” was a run of this page, but the file is damaged or cut off.`,
        handIns: `“${name}” holds links of runs, as students hand them in: Share, Collect shows them beside each other.`,
      }[why]
    } Nothing has changed.`,
  otherRun: (name: string, check: string, code: string) =>
    `The run of “${name}” is open, but the file says check code ${check} where this page comes to ${code}: it was changed, or written by another version.`,
  goal: (outcome: 'met' | 'already' | 'stopped', step: number) =>
    ({
      met: `There, at step ${step}.`,
      already: `It is so already at step ${step}: no step was taken.`,
      stopped: `Stopped at step ${step}, before the goal.`,
    })[outcome],
  stopBehind: (stop: number, step: number) =>
    `The run is at step ${step} already: Play will not stop at ${stop}, unless you go back before that.`,
  missed: (step: number, what: string, now: string, wanted: string) =>
    `Not up to step ${step}, as far as training was to go. ${what}: ${now}, wanted ${wanted}.`,
  badStep: (given: string, last: string) =>
    `A step is a whole number from 0 to ${last}. “${given}” was left out, nothing has changed.`,
  linkCorrected: (told: readonly string[], more: number) =>
    `Not all of this link could be followed: ${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
  correction: (name: string, given: string, used: string) =>
    used ? `${name}=${given} became ${used}` : `${name}=${given} is not known`,
  correctionUnclear: (name: string, given: string, readings: readonly string[], used: string) =>
    `${name}=${given} may mean ${readings.join(' or ')}, so ${name} is ${used} here`,
  correctionName: (pair: string, meant: string | null) =>
    meant ? `${pair} is not known (did you mean ${meant}?)` : `${pair} is not known`,
  correctionAgain: (name: string, given: string) =>
    `${name}=${given} was left out, because ${name} stands there twice`,
  correctionOwn: (wrong: OwnWrong, read: number, detail: number) => {
    const so = `${read} ${read === 1 ? 'point was' : 'points were'} read`;
    if (wrong === 'ownCutOff')
      return `the points (own=…) were cut off: ${so}${detail > 0 ? `, of ${detail}` : ''}`;
    if (wrong === 'ownSign') return `sign ${detail} of own=… belongs to no point: ${so} before it`;
    if (wrong === 'ownRest') return `own=… has more than its points from sign ${detail} on: ${so}`;
    return `a number in own=… is beyond what a point may have: ${so} before it`;
  },
  correctionLater: (piece: string) =>
    `${piece} was made by a newer version of this page and is not known here`,
  unclear: (given: string, readings: readonly string[]) =>
    `“${given}” may mean ${readings.join(' or ')}. Type the one you mean; nothing has changed.`,
  refused: (name: string, given: string, min: string, max: string, whole: boolean) =>
    `${name} must be a ${whole ? 'whole number' : 'number'} from ${min} to ${max}. “${given}” was left out, nothing has changed.`,
  engineRefuses: (refusal: Refusal) => {
    switch (refusal.code) {
      case 'unknownSetting':
        return `There is no setting called ${refusal.name}.`;
      case 'unknownChoice':
        return `${refusal.name} must be ${refusal.words.join(' or ')}, not ${refusal.value}. Nothing has changed.`;
      case 'noSettings':
        return 'Settings must be an object that holds numbers by name.';
      case 'outOfLimits': {
        const { name, min, max, whole, value } = refusal;
        return `${name} must be a ${whole ? 'whole number' : 'number'} from ${min} to ${max}, not ${value}. Nothing has changed.`;
      }
      case 'notPositive':
        return `${refusal.name} must be a number above 0, not ${refusal.value}. Nothing has changed.`;
      case 'badEpsilon':
        return `ε must be a number above 0 and at most ${refusal.max}, not ${refusal.value}. Nothing has changed.`;
      case 'notFinite':
        return `A ${refusal.thing} must be a finite number, not ${refusal.value}. Nothing has changed.`;
      case 'notThere':
        return refusal.last < 0
          ? `There is no ${refusal.thing} here.`
          : `There is no ${refusal.thing} ${refusal.index}: they are numbered from 0 to ${refusal.last}. Nothing has changed.`;
      case 'lossNotFinite':
        return 'With that, the loss would not be a finite number. Nothing has changed.';
      case 'lossNotFiniteWithout':
        return `Without hidden unit ${refusal.unit}, the loss would not be a finite number. Nothing has changed.`;
      case 'lossNotFiniteBeside':
        return `At a distance of ε = ${refusal.epsilon} from its value the loss is not a finite number, so there is no slope to compare. A smaller ε stays nearer.`;
      case 'wrongColours':
        return `The picture of ${refusal.classes} classes needs three bytes of colour for each, not ${refusal.given} in all.`;
      case 'noRandomness':
        return 'This browser gave no fresh seed. Type one instead.';
    }
  },
  diverged: (classifier: 'linear' | 'network', step: number, stopped: boolean) => {
    const who = classifier === 'linear' ? 'linear classifier' : 'neural network';
    return stopped
      ? `Training diverged after step ${step}, in the ${who}.`
      : `The ${who} has stood still since step ${step}.`;
  },
  scriptLost: (classifier: 'linear' | 'network', infAt: number | null, nanFrom: number | null) => {
    const inf = infAt === null ? '' : `inf at step ${infAt}`;
    const nan = nanFrom === null ? '' : `nan from step ${nanFrom} on`;
    return `In the tutorial’s script the loss of the ${classifier === 'linear' ? 'linear classifier' : 'neural network'} is ${inf}${inf && nan && ' and '}${nan}: a power of e or a probability is too large or too small for a computer there. This page first subtracts the greatest score, which changes no probability, and goes on.`;
  },
  changeProblem: (piece: string, why: Wrong): string => {
    switch (why) {
      case 'form':
        return `“${piece}” is not of the form step:name=value`;
      case 'step':
        return `the step of “${piece}” is not a whole number from 0 to 1000000`;
      case 'name':
        return `“${piece}” names no setting that may change on the way, and no parameter of this run`;
      case 'value':
        return `the value of “${piece}” is not allowed`;
      case 'order':
        return `“${piece}” stood behind a later step and was put where it belongs`;
      case 'again':
        return `“${piece}” holds, in place of what else the link says of the same at this step`;
      case 'later':
        return noticesEn.correctionLater(piece);
    }
  },
  changesForgotten: (changes: string) =>
    `“${changes}” was left out, because the loss would not be a finite number`,
  changesCorrected: (told: readonly string[]) =>
    `The link’s changes were not all made as they stand: ${told.join('; ')}.`,
  noSuchPoint: (given: string, last: number) =>
    `There is no point “${given}”: points are numbered from 0 to ${last}. Nothing has changed.`,
  notInLink: 'Training goes on with all hidden units. The link does not say that any is off.',
  badEpsilon: (given: string) =>
    `ε must be a number above 0 and at most 1. “${given}” was left out, nothing has changed.`,
  noSuchUnit: (given: string, last: number) =>
    `There is no hidden unit “${given}”: they are numbered from 0 to ${last}. Nothing has changed.`,
  badValue: (name: string, given: string) =>
    `${name} must be a number. “${given}” was left out, nothing has changed.`,

  wasmOff:
    'This page computes with WebAssembly, which is switched off in this browser: by a strict security mode (Lockdown Mode on iPhone, iPad and Mac, “Enhance your security on the web” in Edge) or by a setting (javascript.options.wasm in Firefox). Allow it for this page and load the page again, or use another browser.',
  noSimd:
    'This page computes with WebAssembly SIMD, which this browser does not have. Any current Chrome, Edge, Firefox or Safari (2023 or later) has it.',
};

export type NoticeTexts = typeof noticesEn;
