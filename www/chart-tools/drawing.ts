/** Draws what the chart shows in place of the loss, and reads it: straight lines between true states of the run. */

import { drawAxes } from '../chart/axes.js';
import { clipToDashes } from '../chart/curves.js';
import type { Drawn } from '../chart/drawn.js';
import { type Box, lossAt, type Plot, stepAt, xOf, yOf } from '../chart/plot.js';
import type { Read } from '../chart/values.js';
import type { Domain } from '../draw/scale.js';
import { CLASSIFIERS, type Classifier, type Frame, type Ghost } from '../engine/frame.js';
import { type SettingsTable, settingsThatDiffer } from '../engine/settings.js';
import { TOOLS } from '../i18n/chart-tools.js';
import type { Intent } from '../state/store.js';
import type { CurveGrid } from './curve-grid.js';
import type { Earlier, EarlierCurve, EarlierReading } from './earlier-curve.js';
import { type Curve, type Quantity, quantityOf } from './quantity.js';
import { EarlierTraces, inSight, nearest, type Sample, Trace, type Traced } from './trace.js';

/** CSS pixels. */
const CURVE_WIDTH = 2.5;
/** How much of the curve's colour an area has, the lowest first. */
const AREAS = [0.18, 0.6];

export class Drawing implements Drawn, Earlier {
  private readonly trace: Trace;
  private readonly earlier: EarlierTraces;
  /** The runs that were left, and how they are drawn under the curves. */
  ghosts: readonly Ghost[] = [];
  drawGhosts: (context: CanvasRenderingContext2D, plot: Plot) => void = () => {};
  /** Whose probability is shown, and the run that goes on. */
  private point = 0;
  private frame: Frame | null = null;
  private quantity: Quantity | null = null;
  /** What decided the quantity, and what has been drawn of it. */
  private asked = '';
  private plot: Plot | null = null;
  private shown: readonly Sample[] = [];

  /** `tail` is the canvas over the chart on which a moving run's losses are drawn. */
  constructor(
    private readonly engine: Traced & { readonly table: SettingsTable },
    private readonly tail: Pick<HTMLElement, 'hidden'>,
  ) {
    this.trace = new Trace(engine);
    this.earlier = new EarlierTraces(engine);
  }

  /** Shows what is asked for; whether that is anything but the loss. */
  choose(intent: Intent, frame: Frame, point: number): boolean {
    const { chart, lang, insideOf } = intent;
    const { classes, labels } = frame.points;
    this.point = point;
    this.frame = frame;
    const { hidden } = frame[insideOf];
    const asked = [chart, lang, insideOf, hidden === 0, classes, point, labels[point]].join(' ');
    if (asked !== this.asked) this.quantity = quantityOf(intent, frame);
    this.asked = asked;
    if (!this.quantity) {
      this.plot = null;
      return false;
    }
    this.trace.follow(frame, point);
    return true;
  }

  get axis(): Quantity['axis'] {
    return this.is.axis;
  }

  /** The curves, as the ear hears them too. */
  get curves(): readonly Curve[] {
    return this.is.curves;
  }

  sampleAt(step: number): Sample {
    return nearest(this.trace.samples, step);
  }

  domain(steps: Domain, isPart: boolean): Domain {
    let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const samples of [
      this.trace.samples,
      ...this.ghosts.map((each) => this.samplesOf(each)),
    ]) {
      for (const sample of inSight(samples, steps)) {
        for (const { classifier, of } of this.is.curves) {
          const value = of(sample[classifier]);
          // An earlier run may have held nothing out.
          if (Number.isNaN(value)) continue;
          least = Math.min(least, value);
          greatest = Math.max(greatest, value);
        }
      }
    }
    return this.is.domain(least, greatest, isPart);
  }

  draw(context: CanvasRenderingContext2D, plot: Plot): void {
    const { samples } = this.trace;
    if (plot === this.plot && samples === this.shown) return;
    this.plot = plot;
    this.shown = samples;
    this.tail.hidden = true;
    drawAxes(context, plot);
    this.drawGhosts(context, plot);
    drawCurves(context, plot, this.is, inSight(samples, plot.steps));
  }

  readonly isFree = (box: Box, plot: Plot): boolean => {
    const steps = { min: stepAt(plot, box.left), max: stepAt(plot, box.right) };
    const [least, greatest] = [lossAt(plot, box.bottom), lossAt(plot, box.top)];
    const found = inSight(this.trace.samples, steps);
    if ((this.trace.samples.at(-1)?.step ?? 0) < steps.min) return true;
    return this.is.curves.every(({ classifier, of }) => {
      const values = found.map((sample) => of(sample[classifier]));
      return values.every((value, i) => {
        const next = values[i + 1] ?? value;
        return Math.max(value, next) <= least || Math.min(value, next) >= greatest;
      });
    });
  };

  readonly read = (asked: number): Read => {
    const sample = this.sampleAt(asked);
    const { named, curves, lang } = this.is;
    const values = named(sample);
    // A classifier's uppermost curve carries its dot.
    const height = (which: Classifier) => {
      const curve = curves.findLast(({ classifier }) => classifier === which);
      return curve ? curve.of(sample[which]) : Number.NaN;
    };
    const [linear, network] = CLASSIFIERS.map(height) as [number, number];
    const { step } = sample;
    const sentence = TOOLS[lang].said(step, values);
    return { step, losses: { linear, network }, named: values, sentence };
  };

  curvesOf(ghost: Ghost): readonly EarlierCurve[] {
    const samples = this.samplesOf(ghost);
    if (samples.length === 0) return [];
    const curves = this.is.curves.filter(({ test }) => !test);
    return curves.map((curve) => {
      const { classifier, of } = curve;
      const value = (sample: Sample) => of(sample[classifier]);
      return {
        classifier,
        draw: (context, plot) => {
          const seen = inSight(samples, plot.steps);
          drawCurves(context, plot, { curves: [curve], stacked: false }, seen);
        },
        at: (step) => {
          const sample = nearest(samples, step);
          return { step: sample.step, value: value(sample) };
        },
        cross: (grid) => grid.follow(samples.map((each) => [each.step, value(each)])),
      };
    });
  }

  readingOf(ghost: Ghost, asked: number): EarlierReading | null {
    const samples = this.samplesOf(ghost);
    if (samples.length === 0 || asked > ghost.end) return null;
    const sample = nearest(samples, asked);
    return { step: sample.step, named: this.is.named(sample), short: this.is.short(sample) };
  }

  /** Marks where the curves of the run that goes on are. */
  crossOwn(grid: CurveGrid): void {
    for (const { classifier, of } of this.is.curves)
      grid.follow(this.trace.samples.map((each) => [each.step, of(each[classifier])]));
  }

  /** None, if the run has other points than the one that is shown. */
  private samplesOf(ghost: Ghost): readonly Sample[] {
    const { ofPoint } = this.is;
    return ofPoint && !this.hasItsPoints(ghost)
      ? []
      : this.earlier.of(ghost, ofPoint ? this.point : 0);
  }

  /** Whether a run that was left has the points of the one that goes on. */
  private hasItsPoints({ beginning }: Ghost): boolean {
    const { table } = this.engine;
    const now = this.frame?.experiment.beginning;
    const others = now ? settingsThatDiffer(beginning, now) : [];
    return others.every((name) => table[name].stage !== 'data');
  }

  private get is(): Quantity {
    if (!this.quantity) throw new Error('nothing but the loss was asked for');
    return this.quantity;
  }
}

export function drawCurves(
  context: CanvasRenderingContext2D,
  plot: Plot,
  { curves, stacked }: Pick<Quantity, 'curves' | 'stacked'>,
  samples: readonly Sample[],
): void {
  const { area, scale, theme } = plot;
  const line = CURVE_WIDTH * theme.stroke * scale;
  context.save();
  context.beginPath();
  // Values at the very edge still have all of their line.
  context.rect(area.left - line / 2, 0, area.right - area.left + line, area.bottom + line / 2);
  context.clip();
  context.lineJoin = context.lineCap = 'round';
  context.lineWidth = line;
  const places = curves.map(({ classifier, of }) =>
    samples.map((sample) => [xOf(plot, sample.step), yOf(plot, of(sample[classifier]))] as const),
  );
  curves.forEach(({ classifier, test }, i) => {
    const path = places[i] ?? [];
    context.fillStyle = context.strokeStyle = theme.curves[classifier];
    if (stacked) {
      const [first, last] = [path[0]?.[0] ?? 0, path.at(-1)?.[0] ?? 0];
      const ground = [
        [first, area.bottom],
        [last, area.bottom],
      ] as const;
      follow(context, [...path, ...(places[i - 1] ?? ground).toReversed()]);
      context.globalAlpha = AREAS[i] ?? 1;
      context.fill();
      context.globalAlpha = 1;
    }
    // Of stacked areas the uppermost edge is the curve that is known from the loss.
    context.lineWidth = stacked && i < curves.length - 1 ? line / 2 : line;
    context.save();
    // Of points that are held out.
    if (test) clipToDashes(context, plot, line);
    strokePath(context, path);
    context.restore();
  });
  context.restore();
}

function strokePath(context: CanvasRenderingContext2D, path: Path): void {
  follow(context, path);
  context.stroke();
}

type Path = readonly (readonly [x: number, y: number])[];

function follow(context: CanvasRenderingContext2D, path: Path): void {
  const [first] = path;
  context.beginPath();
  // A curve of one step is a dot.
  if (first) context.moveTo(...first);
  for (const place of path) context.lineTo(...place);
}
