/** The tools of the loss chart: another axis, a part of the run instead of all of it, and other curves than the losses. */

import type { Chart } from '../chart/chart.js';
import { KEYS } from '../chart/scrubber.js';
import type { Histories } from '../chart/values.js';
import { type Domain, stepDomain } from '../draw/scale.js';
import type { Frame, Ghost } from '../engine/frame.js';
import type { SettingsTable } from '../engine/settings.js';
import { TOOLS } from '../i18n/chart-tools.js';
import { dictionary, type Language } from '../i18n/index.js';
import { workedPoint } from '../inside/worked-point.js';
import type { Intent } from '../state/store.js';
import { byId, find, make, setText } from '../ui/dom.js';
import { Drawing } from './drawing.js';
import { type EarlierActions, EarlierRuns } from './earlier-runs.js';
import { type FileActions, FileRow } from './file-row.js';
import { Gestures } from './gestures.js';
import { earlierHeard, heardOf } from './hearing.js';
import type { Heard } from './listen.js';
import { Listening } from './listening.js';
import type { Opener } from './opener.js';
import { type ShowActions, ShowRow } from './show-row.js';
import type { Traced } from './trace.js';
import { Until, type UntilActions } from './until.js';
import { type Shown, shareOf, zoomed } from './zoom.js';

export interface ToolsActions extends ShowActions, UntilActions, FileActions, EarlierActions {}

/** What a button or a key does. */
const FACTOR = 2;
/** So many steps are shown at least; in a long run, where steps share a bucket, so many buckets. */
const LEAST_STEPS = 10;
const LEAST_BUCKETS = 32;
/** How far from the edge a step is that keys have led out of sight. */
const MARGIN = 0.1;

export class ChartTools {
  private readonly log = make('input');
  private readonly logWords = make('span');
  private readonly zoomWord = make('span', 'quiet');
  private readonly out = make('button', 'zoom', '−');
  private readonly closer = make('button', 'zoom', '+');
  private readonly all = make('button');
  private readonly part = make('span', 'quiet part');
  private readonly heading = find('#loss strong', HTMLElement);
  private readonly canvas = find('#chart', HTMLCanvasElement);
  private readonly logLoss = find('#log-scale', HTMLInputElement);
  private readonly drawing: Drawing;
  private readonly show: ShowRow;
  private readonly listening: Listening;
  private readonly place = make(
    'section',
    '',
    make('label', '', this.log, ' ', this.logWords),
    make('span', 'zooms', this.zoomWord, this.out, this.closer, this.all, this.part),
  );
  private readonly earlier: EarlierRuns;
  private readonly until: Until;
  private readonly files: FileRow;
  private readonly gestures: Gestures;
  private lang: Language | null = null;
  /** CSS pixels that the tools take. */
  private height = 0;
  private shown: Shown = {
    steps: { min: 0, max: 1 },
    whole: { min: 0, max: 1 },
    log: false,
    least: 1,
  };
  /** What was seen last. */
  private seen: { frame: Frame; histories: Histories } | null = null;
  /** Every how many steps a loss is known. */
  private width = 1;
  /** The part that was asked for last, and its ends before they were rounded. */
  private given: Intent['zoom'] = null;
  private exact: Domain = this.shown.steps;
  /** The step around which buttons and keys zoom. */
  private stands = 0;
  /** A key over the chart goes to a step: it is to be in sight. */
  private follows = false;
  /** What was done over the chart while the tools were on their way has been done. */
  private answered = false;

  constructor(
    private readonly chart: Chart,
    private readonly opener: Opener,
    engine: Traced & { readonly table: SettingsTable; readonly maxSteps: number },
    private readonly actions: ToolsActions,
  ) {
    this.files = new FileRow(actions);
    this.until = new Until(engine.maxSteps, actions);
    this.drawing = new Drawing(engine, byId('chart-tail'));
    this.listening = new Listening((run) => this.hear(run), actions.changed);
    this.earlier = new EarlierRuns(chart, this.drawing, this.listening, actions);
    chart.more = this.earlier.more;
    this.show = new ShowRow(actions, this.listening);
    this.build();
    const { canvas } = this;
    canvas.addEventListener('keydown', ({ key }) => {
      this.follows ||= key in KEYS;
    });
    this.gestures = new Gestures(canvas, {
      zoom: (factor, x, to) => this.zoom(factor, this.shareAt(x), this.shareAt(to)),
      step: (factor) => this.zoom(factor, this.shareIn(this.stands)),
      all: () => actions.look({ zoom: null }),
    });
    actions.changed();
  }

  private build(): void {
    const { log, out, closer, all, place, part } = this;
    place.id = 'chart-tools';
    place.hidden = true;
    log.id = 'log-steps';
    log.type = 'checkbox';
    log.addEventListener('change', () => this.actions.look({ logSteps: log.checked }));
    part.setAttribute('role', 'status');
    const zoomBy = (factor: number) => () => this.zoom(factor, this.shareIn(this.stands));
    for (const [button, keys, act] of [
      [out, '-', zoomBy(1 / FACTOR)],
      [closer, '+', zoomBy(FACTOR)],
      [all, '0', () => this.actions.look({ zoom: null })],
    ] as const) {
      button.type = 'button';
      button.setAttribute('aria-keyshortcuts', keys);
      button.addEventListener('click', () => {
        if (button.getAttribute('aria-disabled') !== 'true') act();
      });
    }
    const more = byId('chart-more');
    more.setAttribute('aria-controls', place.id);
    place.append(this.files.place, this.until.place, this.earlier.list.place);
    more.closest('figcaption')?.after(place);
    place.prepend(...this.show.parts);
    new ResizeObserver(() => this.measure()).observe(place);
  }

  /** The boards make room for the tools; where the page scrolls, a list that grows does not push the chart behind the bars. */
  private measure(): void {
    const { place, canvas } = this;
    const grown = place.offsetHeight - this.height;
    this.height = place.offsetHeight;
    find('main', HTMLElement).style.setProperty('--tools', `${this.height}px`);
    const { top, bottom } = canvas.getBoundingClientRect();
    if (grown > 0 && top >= 0 && bottom - grown <= innerHeight)
      canvas.scrollIntoView({ block: 'nearest' });
  }

  /** Has the chart show what is asked for. */
  choose(frame: Frame, intent: Intent): void {
    const chosen = this.drawing.choose(intent, frame, workedPoint(intent, frame));
    this.chart.drawn = chosen ? this.drawing : null;
    this.earlier.follow(intent);
    this.drawing.ghosts = this.earlier.more.ghosts;
  }

  render(frame: Frame, intent: Intent, histories: Histories): void {
    const opened = this.opener.open && this.place.hidden;
    this.place.hidden = !this.opener.open;
    this.fillRow(frame, intent, histories);
    // The row pushes the chart down, on a phone behind what stands at the bottom.
    if (opened) this.place.parentElement?.scrollIntoView({ block: 'nearest' });
  }

  private fillRow(frame: Frame, intent: Intent, histories: Histories): void {
    const { plot, drawn } = this.chart;
    this.seen = { frame, histories };
    this.name(drawn?.axis.title ?? dictionary(intent.lang).chart);
    this.logLoss.disabled = drawn !== null;
    this.earlier.render(frame, intent, histories, this.opener.open);
    const { nameOf } = this.earlier;
    this.show.render(intent, frame, workedPoint(intent, frame), nameOf);
    if (!plot) return;
    const { logSteps: log, zoom, lang } = intent;
    const { width } = histories('linear');
    const isPart = zoom !== null && plot.steps.min === zoom.from && plot.steps.max === zoom.to;
    this.width = width;
    this.shown = {
      steps: isPart && zoom === this.given ? this.exact : plot.steps,
      whole: stepDomain(Math.max(frame.end, ...plot.ghosts.map(({ end }) => end))),
      log,
      least: width === 1 ? LEAST_STEPS : LEAST_BUCKETS * width,
    };
    this.stands = frame.step;
    this.until.render(frame, intent, TOOLS[lang], dictionary(lang));
    if (lang !== this.lang) this.fill(lang);
    this.log.checked = log;
    setText(this.part, zoom ? TOOLS[lang].part(zoom.from, zoom.to, isPart) : '');
    const mayZoom = zoomed(this.shown, FACTOR, 0.5) !== this.shown.steps;
    this.closer.setAttribute('aria-disabled', String(!mayZoom));
    for (const button of [this.out, this.all])
      button.setAttribute('aria-disabled', String(zoom === null));
    // On its way to the step the run may be anywhere.
    if (intent.target === null) {
      if (this.follows && isPart) this.follow();
      this.follows = false;
    }
    if (!this.answered) this.gestures.answer(this.opener.done);
    this.answered = true;
  }

  /** The chart is called what it shows. */
  private name(title: string): void {
    setText(this.heading, title);
    if (this.canvas.getAttribute('aria-label') !== title)
      this.canvas.setAttribute('aria-label', title);
  }

  /** The run that goes on, or one that was left; null where there is nothing to hear of it. */
  private hear(run: Ghost | null): Heard | null {
    const { plot, drawn } = this.chart;
    if (!plot || !this.seen) return null;
    const { frame, histories } = this.seen;
    if (!run) return heardOf(plot, frame, histories, drawn && this.drawing);
    const curves = this.earlier.earlier.curvesOf(run);
    return curves.length > 0 ? earlierHeard(plot, run.end, curves) : null;
  }

  private fill(lang: Language): void {
    this.files.fill(lang);
    const texts = TOOLS[lang];
    this.lang = lang;
    this.place.setAttribute('aria-label', texts.tools);
    this.logWords.textContent = texts.logSteps;
    this.zoomWord.textContent = texts.zoom;
    this.out.setAttribute('aria-label', texts.zoomOut);
    this.closer.setAttribute('aria-label', texts.zoomIn);
    this.all.textContent = texts.all;
  }

  /** Where a step is in sight; the middle where it is not. */
  private shareIn(step: number): number {
    const share = shareOf(this.shown, step);
    return share >= 0 && share <= 1 ? share : 0.5;
  }

  /** The share of the plot at so many CSS pixels from the chart's left edge. */
  private shareAt(x: number): number {
    const { plot } = this.chart;
    if (!plot) return 0.5;
    const { left, right } = plot.area;
    return Math.max(0, Math.min(1, (x * plot.scale - left) / (right - left)));
  }

  /** The step that keys have led to comes into sight. */
  private follow(): void {
    const share = shareOf(this.shown, this.stands);
    if (share < 0) this.zoom(1, share, MARGIN);
    else if (share > 1) this.zoom(1, share, 1 - MARGIN);
  }

  private zoom(factor: number, share: number, to = share): void {
    const steps = zoomed(this.shown, factor, share, to);
    // What comes before the next frame goes on from there.
    this.shown.steps = steps ?? this.shown.whole;
    this.exact = this.shown.steps;
    // At both ends there is a loss to be read.
    const known = (step: number) => Math.round(step / this.width) * this.width;
    this.given = steps && { from: known(steps.min), to: known(steps.max) };
    this.actions.look({ zoom: this.given });
  }
}
