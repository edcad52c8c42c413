/** What the user has to be told, in one line each: a corrected link, a refused number, a run that diverged. */

import type { Frame } from '../frame.js';
import type { Dictionary } from '../i18n/index.js';
import { type LimitsTable, readings } from '../settings.js';
import type { Intent, Notice } from '../store.js';
import { linkSentence } from './corrections.js';
import { byId, make } from './dom.js';

export class Notices {
  private readonly place = byId('notices');
  private readonly controls = byId('controls');
  private readonly inside = byId('inside');
  private shown = '';

  constructor(private readonly limits: LimitsTable) {}

  render(frame: Frame, { notice, inside }: Intent, texts: Dictionary): void {
    this.standIn(inside === null ? this.controls : this.inside);
    const lines: string[] = [];
    if (notice) lines.push(this.wording(notice, texts));
    if (frame.diverged === 'linear') lines.push(texts.divergedLinear(String(frame.step)));
    if (frame.diverged === 'network') lines.push(texts.divergedNetwork(String(frame.step)));
    if (frame.ratesChangedAt !== null) lines.push(texts.ratesChanged(String(frame.ratesChangedAt)));
    if (frame.editedAt !== null) lines.push(texts.edited(String(frame.editedAt)));
    const all = lines.join('\n');
    if (all === this.shown) return;
    this.shown = all;
    this.place.replaceChildren(
      ...lines.map((line) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = line;
        return paragraph;
      }),
    );
    if (notice?.kind === 'notLoaded' && notice.why === 'replaced')
      this.place.append(reloadButton(texts));
  }

  /** Beneath the controls, or beneath the look inside, which scrolls and so has room to give. */
  private standIn(home: HTMLElement): void {
    if (this.place.parentElement !== home) home.append(this.place);
  }

  private wording(notice: Notice, texts: Dictionary): string {
    // What was typed may be a number, only not one number.
    const both = 'given' in notice ? readings(notice.given, isWhole(notice, this.limits)) : [];
    if ('given' in notice && both.length > 1) return texts.unclear(notice.given, both.map(String));
    switch (notice.kind) {
      case 'link':
        return linkSentence(notice.corrections, texts);
      case 'refused': {
        const { min, max, whole } = this.limits[notice.name];
        return texts.refused(texts[notice.name], notice.given, String(min), String(max), whole);
      }
      case 'seedFailed':
        return texts.seedFailed;
      case 'notLoaded':
        return notice.why === 'replaced' ? texts.replaced : texts.unreachable;
      case 'failed':
        return texts.fault(notice.reason);
      case 'badValue':
        return texts.badValue(notice.name, notice.given);
      case 'badEpsilon':
        return texts.badEpsilon(notice.given);
      case 'notFinite':
        return texts.notFinite;
      case 'noSuchUnit':
        return texts.noSuchUnit(notice.given, notice.last);
      case 'noSuchPoint':
        return texts.noSuchPoint(notice.given, notice.last);
    }
  }
}

/** The address holds the link of what is set, so that a reload keeps it. */
function reloadButton(texts: Dictionary): HTMLButtonElement {
  const button = make('button', 'reload', texts.reload);
  button.type = 'button';
  button.addEventListener('click', () => location.reload());
  return button;
}

/** Whether the box in which it was typed takes whole numbers only. */
function isWhole(notice: Notice, limits: LimitsTable): boolean {
  if (notice.kind === 'refused') return limits[notice.name].whole;
  return notice.kind !== 'badValue' && notice.kind !== 'badEpsilon';
}
