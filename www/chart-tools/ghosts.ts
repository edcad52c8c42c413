/** Draws the curves of runs that were left: faint, under those of the run that goes on, each with its letter at its end. The one that
 * the list points at is strong, and dashed so that nobody takes it for the run that goes on. */

import { type Box, type Plot, xOf, yOf } from '../chart/plot.js';
import type { Classifier, Ghost } from '../engine/frame.js';
import { CurveGrid } from './curve-grid.js';
import type { EarlierCurve } from './earlier-curve.js';
import { type Anchor, crosses, lineTo, overlap, placesFor, wayTo } from './ghost-places.js';
import { FEW } from './run-key.js';

const FAINT = 0.4;
/** As faint are the others beside one that is strong. */
const FAINTER = 0.2;
/** In the height of letters: so near are ends that share a label. */
const SHARED = 0.3;
const DOT = 0.2;
const DASH = 0.5;
/** The strip over the axis where the marks of what happened stand. */
const MARKS = 1.5;

/** What is told of the runs. */
export interface Told {
  letterOf(ghost: Ghost): string;
  labelOf(ghost: Ghost): string;
  lit: Ghost | null;
  /** What is drawn of a run; the last curve carries its name. */
  curvesOf(ghost: Ghost): readonly EarlierCurve[];
  /** Marks where the run that goes on has its curves, which leave no room for words either. */
  crossOwn(grid: CurveGrid): void;
  /** Where the run that goes on has come to. The same as long as it moves: then words stay where they are, because to find them room
   * costs more than a frame may. */
  at: string;
}

interface Label extends Anchor {
  classifier: Classifier;
  /** Which of the curves of its run it stands at, and whether that is the last one. */
  place: number;
  isLast: boolean;
  ghosts: Ghost[];
  text: string;
  lit: boolean;
}

type Placed = readonly (readonly [Label, Box])[];

/** The labels in their places, and where curves are, for as long as the axes are the same and the run stands where it stood. */
interface Found {
  area: Box;
  at: string;
  placed: Placed;
  grid: CurveGrid;
}

export class GhostDrawing {
  private found: Found | null = null;

  draw(context: CanvasRenderingContext2D, plot: Plot, told: Told): void {
    drawCurves(context, plot, told);
    context.save();
    for (const [label, place] of this.find(context, plot, told).placed)
      draw(context, plot, label, place);
    context.restore();
  }

  /** Tells whether there is no curve in a part of the chart, no label, and no line that leads to one. */
  roomIn(context: CanvasRenderingContext2D, plot: Plot, told: Told): (box: Box) => boolean {
    if (plot.ghosts.length === 0) return () => true;
    const { grid, placed } = this.find(context, plot, told);
    return (box) =>
      grid.isFree(box) &&
      placed.every(([label, place]) => {
        const line = lineTo(label, place, plot.size);
        return !overlap(box, place) && !(line && crosses(line, box));
      });
  }

  private find(context: CanvasRenderingContext2D, plot: Plot, told: Told): Found {
    const { area } = plot;
    const { at } = told;
    const { found } = this;
    if (found && found.area === area && found.at === at) return found;
    const grid = gridOf(plot, told);
    this.found = { area, at, grid, placed: labelled(context, plot, told, grid) };
    return this.found;
  }
}

function drawCurves(context: CanvasRenderingContext2D, plot: Plot, told: Told): void {
  const { lit } = told;
  const curves = (ghost: Ghost) => {
    for (const curve of told.curvesOf(ghost)) curve.draw(context, plot);
  };
  context.save();
  context.globalAlpha = lit ? FAINTER : FAINT;
  for (const ghost of plot.ghosts) if (ghost !== lit) curves(ghost);
  if (lit && plot.ghosts.includes(lit)) {
    context.globalAlpha = 1;
    context.setLineDash([DASH * plot.size, DASH * plot.size]);
    curves(lit);
  }
  context.restore();
}

/** The labels in their places. */
function labelled(
  context: CanvasRenderingContext2D,
  plot: Plot,
  told: Told,
  grid: CurveGrid,
): Placed {
  const { area, size } = plot;
  const labels = labelsOf(context, plot, told);
  const short = (label: Label): Label => {
    const text = lettersOf(label, told);
    return { ...label, text, wide: context.measureText(text).width };
  };
  const isFree = (box: Box) => grid.isFree(box);
  const marks = { ...area, top: area.bottom - MARKS * size };
  const places = (of: readonly Label[]) => placesFor(of, area, size, [marks], isFree);
  const found = places(labels);
  // A name that has no free place beside its curve gives way to the letter alone; the one that is pointed at is always told.
  const shown = labels.map((label, i) => {
    const place = found[i];
    const fits = place && (label.lit || (isFree(place) && wayTo(label, place) < 2 * size));
    return fits ? label : short(label);
  });
  const final = places(shown);
  return shown.flatMap((label, i) => {
    const place = final[i];
    return place ? [[label, place] as const] : [];
  });
}

/** What the ends of the curves are called; ends at one spot share what they are called. */
function labelsOf(context: CanvasRenderingContext2D, plot: Plot, told: Told): Label[] {
  const near = SHARED * plot.size;
  const labels: Label[] = [];
  for (const ghost of plot.ghosts) {
    told.curvesOf(ghost).forEach((curve, place, { length }) => {
      const end = endOf(ghost, curve, plot);
      if (!end) return;
      const isSame = (each: Label) =>
        each.place === place && Math.hypot(each.x - end.x, each.y - end.y) < near;
      const same = labels.find(isSame);
      const { classifier } = curve;
      const words = { text: '', wide: 0, lit: false, isLast: place === length - 1 };
      if (same) same.ghosts.push(ghost);
      else labels.push({ ...end, ...words, place, classifier, ghosts: [ghost] });
    });
  }
  for (const label of labels) word(label, plot.ghosts.length < FEW, told);
  for (const label of labels) label.wide = context.measureText(label.text).width;
  // What is pointed at has the first choice of a place, then what stands first in the key.
  return labels.sort((a, b) => Number(b.lit) - Number(a.lit) || a.place - b.place);
}

/** A name stands once, beside the last of the run's curves. */
function word(label: Label, few: boolean, told: Told): void {
  const { ghosts, isLast } = label;
  const [first, second] = ghosts;
  const only = ghosts.find((ghost) => ghost === told.lit) ?? (second ? null : first);
  label.lit = only === told.lit && told.lit !== null;
  label.text = lettersOf(label, told);
  if (only && isLast && (label.lit || few)) label.text += `  ${told.labelOf(only)}`;
}

const lettersOf = ({ ghosts }: Label, { letterOf, lit }: Told) =>
  (lit && ghosts.includes(lit) ? [lit] : ghosts).map(letterOf).join(' ');

/** Where a curve ends in sight; null where it is not in sight. */
function endOf(ghost: Ghost, curve: EarlierCurve, plot: Plot): { x: number; y: number } | null {
  const { steps, area } = plot;
  const step = Math.min(ghost.end, Math.floor(steps.max));
  const y = yOf(plot, curve.at(step).value);
  return step < steps.min || y < area.top - 1 || y > area.bottom + 1
    ? null
    : { x: xOf(plot, step), y };
}

function gridOf(plot: Plot, { curvesOf, crossOwn }: Told): CurveGrid {
  const grid = new CurveGrid(plot);
  for (const ghost of plot.ghosts) for (const curve of curvesOf(ghost)) curve.cross(grid);
  crossOwn(grid);
  return grid;
}

function draw(context: CanvasRenderingContext2D, plot: Plot, label: Label, place: Box): void {
  const { size, theme, scale } = plot;
  const { x, y, text, lit, classifier } = label;
  context.fillStyle = theme.curves[classifier];
  context.beginPath();
  context.arc(x, y, DOT * size, 0, 2 * Math.PI);
  context.fill();
  const line = lineTo(label, place, size);
  if (line) {
    const [, , toX, toY] = line;
    context.strokeStyle = theme.quiet;
    context.lineWidth = theme.stroke * scale;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(toX, toY);
    context.stroke();
  }
  // Words on a curve are read by the ground around them.
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 0.35 * size;
  context.strokeStyle = theme.ground;
  const middle = (place.top + place.bottom) / 2;
  context.strokeText(text, place.left, middle);
  context.fillStyle = lit ? theme.ink : theme.curves[classifier];
  context.fillText(text, place.left, middle);
}
