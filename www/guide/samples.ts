/** Small pictures of what the boards and the chart are made of, each to stand beside its explanation. */

import { classMark } from '../ui/class-mark.js';

const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Record<string, string | number>;

/** A picture of 40 by 24, made of shapes whose colours are the page's. */
function picture(...shapes: [tag: string, attributes: Attributes][]): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 40 24');
  svg.setAttribute('aria-hidden', 'true');
  for (const [tag, attributes] of shapes) {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
    svg.append(shape);
  }
  return svg;
}

const region = (label: number, x: number, width: number): [string, Attributes] => [
  'rect',
  { x, width, height: 24, fill: `var(--class-${label})`, 'fill-opacity': 'var(--region)' },
];
const line = (stroke: string, width: number, more: Attributes = {}): [string, Attributes] => [
  'path',
  { d: 'M2 20L38 4', stroke: `var(--${stroke})`, 'stroke-width': width, fill: 'none', ...more },
];
const flat = (stroke: string, width: number, more: Attributes = {}) =>
  line(stroke, width, { d: 'M2 12H38', 'stroke-linecap': 'round', ...more });

export const SAMPLES = {
  points: () => classMark(0),
  regions: () => picture(region(0, 0, 20), region(1, 20, 20)),
  boundary: () =>
    picture(region(0, 0, 20), region(1, 20, 20), line('boundary', 1.5, { d: 'M20 0V24' })),
  hollow: () =>
    picture([
      'circle',
      { cx: 20, cy: 12, r: 6, fill: 'var(--ground)', stroke: 'var(--class-0)', 'stroke-width': 4 },
    ]),
  wrong: () =>
    picture(
      ['path', { d: 'M20 1L31 20H9Z', fill: 'var(--class-1)' }],
      [
        'circle',
        { cx: 20, cy: 13, r: 4, fill: 'var(--class-0)', stroke: 'var(--edge)', 'stroke-width': 2 },
      ],
    ),
  ring: () =>
    picture(
      ['circle', { cx: 20, cy: 12, r: 4, fill: 'var(--class-0)' }],
      ['circle', { cx: 20, cy: 12, r: 9, fill: 'none', stroke: 'var(--ink)', 'stroke-width': 2.5 }],
    ),
  folds: () => picture(line('fold', 2)),
  lit: () =>
    picture(['path', { d: 'M2 20L38 4V24H2Z', fill: 'var(--lit-side)' }], line('accent', 3)),
  scores: () =>
    picture(
      line('class-1', 2, { d: 'M2 21H38' }),
      line('class-1', 2.5, { d: 'M20 21V4M15 9L20 4L25 9' }),
    ),
  mark: () => picture(flat('quiet', 1, { d: 'M2 22H38' }), line('accent', 3, { d: 'M20 22V8' })),
  ghost: () => picture(line('accent', 3, { 'stroke-opacity': 0.4 })),
  positive: () => picture(flat('accent', 2), flat('accent', 5, { d: 'M2 20H38' })),
  negative: () =>
    picture(
      flat('quiet', 2, { 'stroke-dasharray': '6 4', 'stroke-linecap': 'butt' }),
      flat('quiet', 5, { d: 'M2 20H38', 'stroke-dasharray': '6 4', 'stroke-linecap': 'butt' }),
    ),
  one: () =>
    picture(
      ['circle', { cx: 20, cy: 12, r: 9, fill: 'none', stroke: 'var(--ink)', 'stroke-width': 2 }],
      line('ink', 2, { d: 'M18 9L21 7V17' }),
    ),
  unit: () =>
    picture(
      ['path', { d: 'M11 21L29 9V21Z', fill: 'var(--lit-side)' }],
      line('quiet', 1.5, { d: 'M11 3H29V21H11Z' }),
    ),
  bar: () => picture(['rect', { x: 4, y: 7, width: 28, height: 10, fill: 'var(--class-1)' }]),
  linear: () => picture(flat('linear', 3)),
  network: () => picture(flat('accent', 3)),
  test: () =>
    picture(
      flat('linear', 3, { d: 'M2 7H38', 'stroke-dasharray': '7 6', 'stroke-linecap': 'butt' }),
      flat('accent', 3, { d: 'M2 17H38', 'stroke-dasharray': '7 6', 'stroke-linecap': 'butt' }),
    ),
  best: () =>
    picture(
      flat('quiet', 1, { d: 'M2 22H38' }),
      line('accent', 3, { d: 'M20 22V6', 'stroke-dasharray': '4 3' }),
    ),
  chance: () =>
    picture(flat('quiet', 1.5, { 'stroke-dasharray': '5 4', 'stroke-linecap': 'butt' })),
  strokes: () => picture(line('accent', 2.5, { d: 'M2 18H14V4V20H26V10V20H38' })),
} as const;

export type Sample = keyof typeof SAMPLES;
