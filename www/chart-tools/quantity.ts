/** What the chart can show over the steps, besides the loss: which numbers, on what axis, in what words. */

import type { Axis } from '../chart/plot.js';
import { type Domain, lossDomain } from '../draw/scale.js';
import { CLASSIFIERS, type Classifier, type Frame } from '../engine/frame.js';
import { TOOLS } from '../i18n/chart-tools.js';
import { dictionary, type Language, nameOfClass } from '../i18n/index.js';
import { tied } from '../i18n/tied.js';
import { workedPoint } from '../inside/worked-point.js';
import type { ChartMode, Intent } from '../state/store.js';
import { formatAccuracy, formatLoss } from '../ui/format.js';
import { closeDomain } from './axes.js';
import { shortLoss } from './earlier-curve.js';
import type { Known, Sample } from './trace.js';

/** A curve: the upper edge of what it belongs to. */
export interface Curve {
  classifier: Classifier;
  of(known: Known): number;
  /** It is about the points that are held out, and no number where none is. */
  test?: true;
}

export interface Quantity {
  axis: Axis;
  lang: Language;
  /** Stacked areas of one classifier, the lowest first; else lines. */
  stacked: boolean;
  curves: readonly Curve[];
  /** The axis of values between these two. */
  domain(least: number, greatest: number, isPart: boolean): Domain;
  named(sample: Sample): readonly (readonly [name: string, value: string])[];
  /** The same in a few characters, with whose it is. */
  short(sample: Sample): readonly (readonly [classifier: Classifier, value: string])[];
  /** Whether it is about one point, which runs with other points do not have. */
  ofPoint: boolean;
}

type Told = Pick<Intent, 'chart' | 'lang' | 'insideOf' | 'selectedPoint' | 'classNames'>;

/** What is asked for; null is the loss. */
export function quantityOf(intent: Told, frame: Frame): Quantity | null {
  return MAKERS[intent.chart](intent, frame);
}

const MAKERS: Record<ChartMode, (intent: Told, frame: Frame) => Quantity | null> = {
  loss: () => null,
  parts,
  accuracy,
  point,
};

function parts({ lang, insideOf: classifier }: Told, frame: Frame): Quantity {
  const { points } = frame;
  const [texts, words] = [TOOLS[lang], dictionary(lang)];
  const guess = Math.log(points.classes);
  const short = (value: number) => String(Number(value.toPrecision(6))).replace('e+', 'e');
  return {
    axis: {
      title: texts.partsTitle(
        frame[classifier].hidden === 0 ? words.insideLinear : words.insideNetwork,
      ),
      name: words.chartLoss,
      label: short,
      guess,
      chance: `${words.chance(points.classes)} = ${guess.toFixed(3)}`,
    },
    lang,
    stacked: true,
    curves: [
      { classifier, of: ({ dataLoss }) => dataLoss },
      { classifier, of: ({ loss }) => loss },
    ],
    // Stacked areas begin at 0, whatever part of the run is shown.
    domain: (_, greatest, isPart) =>
      lossDomain(0, isPart ? greatest : Math.max(greatest, guess), false),
    named: (sample) => {
      const { loss, dataLoss } = sample[classifier];
      return [
        [texts.dataLoss, formatLoss(dataLoss)],
        [texts.regLoss, formatLoss(loss - dataLoss)],
        [texts.lossSum, formatLoss(loss)],
      ];
    },
    short: (sample) => {
      const { loss, dataLoss } = sample[classifier];
      const [data, reg, sum] = [dataLoss, loss - dataLoss, loss].map(shortLoss);
      return [[classifier, `${data} + ${reg} = ${sum}`]];
    },
    ofPoint: false,
  };
}

function accuracy({ lang }: Told, { points }: Frame): Quantity {
  const texts = TOOLS[lang];
  const axis = {
    title: texts.accuracyTitle,
    name: dictionary(lang).accuracy,
    label: (value: number) => tied(`${Number((100 * value).toPrecision(8))} %`),
  };
  const write = (value: number) => tied(Number.isNaN(value) ? '–' : formatAccuracy(value));
  const all = ofBoth(
    { ...axis, ...guessing(points.classes, lang) },
    ({ accuracy }) => accuracy,
    write,
    lang,
  );
  return points.heldOut.length > 0 ? withTests(all, write) : all;
}

/** Beside the accuracies those of the points that are held out; first, so that the curve that is known is a classifier's last. */
function withTests(all: Quantity, write: (value: number) => string): Quantity {
  const of = ({ testAccuracy }: Known) => testAccuracy;
  const words = dictionary(all.lang);
  const tests = CLASSIFIERS.map((classifier) => ({ classifier, of, test: true }) as const);
  return {
    ...all,
    curves: [...tests, ...all.curves],
    named: (sample) => [
      ...all.named(sample),
      ...CLASSIFIERS.map((each) => [words.ofTest(words[each]), write(of(sample[each]))] as const),
    ],
  };
}

function point(intent: Told, frame: Frame): Quantity {
  const { lang } = intent;
  const texts = TOOLS[lang];
  const index = workedPoint(intent as Intent, frame);
  const label = frame.points.labels[index] ?? 0;
  const name = nameOfClass(label, intent.classNames, dictionary(lang));
  const axis = {
    title: texts.pointTitle(index, name),
    name: texts.probability,
    label: (value: number) => String(Number(value.toPrecision(8))),
  };
  const quantity = ofBoth(
    { ...axis, ...guessing(frame.points.classes, lang) },
    ({ probability }) => probability,
    formatProbability,
    lang,
  );
  return { ...quantity, ofPoint: true };
}

/** Whoever guesses gives each class the same probability, and is right as often. */
function guessing(classes: number, lang: Language): Pick<Axis, 'guess' | 'chance'> {
  return { guess: 1 / classes, chance: TOOLS[lang].guess(classes) };
}

/** A share of both classifiers, 0…1. */
function ofBoth(
  axis: Axis,
  of: Curve['of'],
  write: (value: number) => string,
  lang: Language,
): Quantity {
  return {
    axis,
    lang,
    stacked: false,
    curves: CLASSIFIERS.map((classifier) => ({ classifier, of })),
    domain: (least, greatest, isPart) => {
      if (!isPart) return { min: 0, max: 1 };
      const { min, max } = closeDomain(least, greatest, false);
      return max > 1 ? { min: Math.min(min, 0.9), max: 1 } : { min, max };
    },
    named: (sample) => CLASSIFIERS.map((each) => [dictionary(lang)[each], write(of(sample[each]))]),
    short: (sample) => CLASSIFIERS.map((each) => [each, write(of(sample[each]))]),
    ofPoint: false,
  };
}

/** Four decimals; a very small one as a power of ten, because it is not 0. */
export function formatProbability(probability: number): string {
  return probability > 0 && probability < 0.00005
    ? probability.toExponential(2)
    : probability.toFixed(4);
}
