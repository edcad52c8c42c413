/** What the earlier runs had come to at the step that is read off the chart, each by its letter: over the numbers of
 * the axis, where no curve is. */

import type { Hovered } from '../chart/chart.js';
import type { Ghost } from '../engine/frame.js';
import type { ToolsTexts } from '../i18n/chart-tools-en.js';
import { byId, make } from '../ui/dom.js';
import type { Earlier } from './earlier-curve.js';

/** CSS pixels between the values and the way to the end. */
const APART = 8;

export class EarlierValues {
  private readonly place = make('div');
  private readonly toEnd = byId('to-end');
  private shown = '[]';

  constructor() {
    this.place.id = 'earlier-values';
    this.place.hidden = true;
    byId('cursor').after(this.place);
    // Who reads by ear has them as what describes the chart, and is not told them with every step.
    byId('chart').setAttribute('aria-describedby', this.place.id);
  }

  render(
    hovered: Pick<Hovered, 'step'> | null,
    ghosts: readonly Ghost[],
    earlier: Earlier,
    letterOf: (ghost: Ghost) => string,
    texts: ToolsTexts,
  ): void {
    const { place, toEnd } = this;
    const entries = hovered ? entriesAt(hovered.step, ghosts, earlier, letterOf, texts) : [];
    place.hidden = entries.length === 0;
    const wanted = JSON.stringify(entries);
    if (wanted !== this.shown) place.replaceChildren(...entries.map(elementOf));
    this.shown = wanted;
    const wide = place.parentElement?.clientWidth ?? 0;
    const right = toEnd.hidden ? 0 : wide - toEnd.offsetLeft + APART;
    // On a phone the way to the end leaves too little: there they stand over the chart, where a finger does not cover them either.
    const above = !toEnd.hidden && toEnd.offsetLeft < wide / 2;
    place.classList.toggle('above', above);
    place.style.right = above ? '0' : `${right}px`;
  }
}

interface Entry {
  letter: string;
  values: readonly (readonly [whose: string, value: string])[];
}

/** Runs that have not come so far have none. */
function entriesAt(
  step: number,
  ghosts: readonly Ghost[],
  earlier: Earlier,
  letterOf: (ghost: Ghost) => string,
  texts: ToolsTexts,
): Entry[] {
  return ghosts.flatMap((ghost) => {
    const reading = earlier.readingOf(ghost, step);
    if (!reading) return [];
    const near = reading.step === step ? [] : [['', texts.atStep(reading.step)] as const];
    return { letter: letterOf(ghost), values: [...reading.short, ...near] };
  });
}

function elementOf({ letter, values }: Entry): HTMLElement {
  const parts = values.flatMap(([whose, value]) => [' ', make('span', whose, value)]);
  return make('span', '', make('b', '', letter), ...parts);
}
