/** Edits the points of the run: keeps the list that is edited, and hands each new one on. What edits in between belong to one
 * stroke is taken back as one. */

import type { Frame, Points } from '../engine/frame.js';
import type { Settings } from '../engine/settings.js';
import type { PointsTexts } from '../i18n/points-en.js';
import type { Intent } from '../state/store.js';
import {
  classesOf,
  count,
  GRID,
  MOST,
  nearest,
  type Paint,
  type Place,
  type PointList,
  withMoved,
  without,
  withoutPoint,
  withPoints,
} from './list.js';

export const TOOLS = ['add', 'move', 'erase'] as const;
export type Tool = (typeof TOOLS)[number];

/** A sentence about what was done, in any language. */
/** A sentence; `nameOf` is what a class is called. */
export type Said = (texts: PointsTexts, nameOf: (label: number) => string) => string;

/** What knows the points of the run. */
export interface PointSource {
  pointsOnGrid(): PointList;
  packPoints(points: PointList): string;
}

export interface EditActions {
  /** Begins a run with other points or settings; with `goesOn` in the same stroke as the one before. */
  beginWith(
    settings: Partial<Settings>,
    own: string,
    goesOn: boolean,
    classNames?: Intent['classNames'],
  ): void;
  fail(error: unknown): void;
}

export class Editor {
  tool: Tool = 'add';
  label = 0;
  /** The points as they are edited, until the engine has them. */
  private points: PointList | null = null;
  private settings: Settings | null = null;
  private shown: Points | null = null;
  /** The text of the points that were handed on last. */
  private sent: string | null = null;
  /** A stroke is going on, and what it has done so far: with nothing done, the next edit begins its entry in the history. */
  private stroke: 'none' | 'begun' | 'edited' = 'none';

  constructor(
    private readonly source: PointSource,
    private readonly actions: EditActions,
    private readonly say: (said: Said) => void,
  ) {}

  /** Takes up what the engine has come to; whether that are points that somebody else has brought, as undo does. */
  follow({ points, experiment }: Frame, { settings }: Intent): boolean {
    const others = points !== this.shown && this.shown !== null && experiment.own !== this.sent;
    this.settings = settings;
    this.shown = points;
    if (this.stroke === 'none') this.points = null;
    return others;
  }

  get list(): PointList {
    this.points ??= this.source.pointsOnGrid();
    return this.points;
  }

  /** How far the points lie from where they were placed, in steps of the grid. */
  get shift(): number {
    return (this.settings?.shift ?? 0) * GRID;
  }

  beginStroke(): void {
    this.stroke = 'begun';
  }

  endStroke(): void {
    this.stroke = 'none';
  }

  /** Puts points where a brush is led to. */
  paint(brush: Paint, place: Place): void {
    this.add(brush.to(place));
  }

  add(places: readonly Place[]): void {
    const { list, label } = this;
    if (places.length === 0) return;
    const longer = withPoints(list, places, label);
    if (longer.length === list.length) this.say((texts) => texts.full(MOST));
    else this.use(longer, (texts, nameOf) => texts.added(nameOf(label), count(longer)));
  }

  /** The point that is taken hold of at a place; −1 where none is near enough. */
  grasp(place: Place, within: number): number {
    const found = nearest(this.list, place, within);
    if (found < 0) this.say((texts) => texts.none);
    return found;
  }

  move(index: number, place: Place): void {
    this.use(withMoved(this.list, index, place), (texts) => texts.moved);
  }

  erase(place: Place, within: number): void {
    const fewer = without(this.list, place, within);
    if (fewer !== this.list) this.use(fewer, (texts) => texts.erased(count(fewer)));
  }

  eraseNearest(place: Place): void {
    const found = nearest(this.list, place);
    if (found < 0) {
      this.say((texts) => texts.none);
      return;
    }
    const fewer = withoutPoint(this.list, found);
    this.use(fewer, (texts) => texts.erased(count(fewer)));
  }

  clear(): void {
    if (this.list.length > 0) this.use(new Int32Array(), (texts) => texts.cleared);
  }

  /** Takes points from another set; to take own ones is to take over those that are seen. */
  choose(data: Settings['data']): void {
    if (data === 'own') {
      this.use(this.list, (texts) => texts.becameOwn);
      return;
    }
    this.actions.beginWith({ data }, '', false);
  }

  /** Has the run begin with the points of a table. */
  take(points: PointList, classNames: Intent['classNames']): void {
    try {
      const own = this.source.packPoints(points);
      this.actions.beginWith(
        { data: 'own', classes: classesOf(points, 2) },
        own,
        false,
        classNames,
      );
      this.points = null;
      this.sent = own;
    } catch (error) {
      this.actions.fail(error);
    }
  }

  /** Has the run begin with these points. */
  private use(points: PointList, said: Said): void {
    const { settings, shown } = this;
    if (!settings || !shown) return;
    try {
      const own = points.length > 0 ? this.source.packPoints(points) : '';
      const isOwn = settings.data === 'own';
      const classes = classesOf(points, isOwn ? settings.classes : shown.classes);
      this.actions.beginWith({ data: 'own', classes }, own, this.stroke === 'edited');
      this.points = points;
      this.sent = own;
      if (this.stroke === 'begun') this.stroke = 'edited';
      this.say((texts, nameOf) => {
        const sentence = said(texts, nameOf);
        return isOwn ? sentence : `${texts.becameOwn} ${sentence}`;
      });
    } catch (error) {
      this.points = null;
      this.actions.fail(error);
    }
  }
}
