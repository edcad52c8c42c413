/** Boxes for numbers that are seldom changed but belong to the points: how far apart the arms of the spiral are, how many labels
 * are wrong, how many points are held out, how far off the centre all lie. */

import { isAllowed, parseNumber, type Settings, type SettingsTable } from '../engine/settings.js';
import type { Language } from '../i18n/index.js';
import { POINTS } from '../i18n/points.js';
import type { Intent, Notice } from '../state/store.js';
import { make, setText } from '../ui/dom.js';
import type { EditActions } from './editor.js';

export interface NumberActions extends Pick<EditActions, 'beginWith'> {
  refuse(notice: Notice): void;
}

const NAMES = ['gap', 'wrong', 'test', 'shift'] as const;
type Named = (typeof NAMES)[number];

export class NumberBoxes {
  readonly place = make('span', 'boxes');
  private readonly boxes = new Map<Named, { word: HTMLElement; input: HTMLInputElement }>();
  private shown = '';
  private lang: Language = 'en';
  private settings: Settings | null = null;
  private own = '';

  constructor(
    private readonly table: SettingsTable,
    private readonly actions: NumberActions,
  ) {
    for (const name of NAMES) {
      const input = make('input', 'number');
      input.id = `points-${name}`;
      input.type = 'text';
      input.autocomplete = 'off';
      input.spellcheck = false;
      if (name !== 'gap') input.inputMode = 'decimal';
      input.addEventListener('change', () => this.take(name, input.value));
      // What was typed and given up is not what stands.
      input.addEventListener('blur', () => this.show());
      const word = make('span');
      this.place.append(make('label', '', word, ' ', input));
      this.boxes.set(name, { word, input });
    }
  }

  render({ settings, own, lang }: Intent): void {
    this.own = own;
    const shown = [lang, settings.data, ...NAMES.map((name) => settings[name])].join();
    if (shown === this.shown) return;
    this.shown = shown;
    this.settings = settings;
    this.lang = lang;
    this.show();
  }

  private show(): void {
    const { settings, lang } = this;
    if (!settings) return;
    const texts = POINTS[lang];
    for (const [name, { word, input }] of this.boxes) {
      setText(word, texts[name]);
      const value = settings[name];
      input.value = value === 'even' ? texts.even : String(value);
      const label = input.closest('label');
      if (name === 'gap' && label) label.hidden = settings.data !== 'spiral';
    }
  }

  private begin(change: Partial<Settings>): void {
    this.actions.beginWith(change, this.own, false);
  }

  private take(name: Named, given: string): void {
    const row = this.table[name];
    const word = given.trim().toLowerCase();
    const value = parseNumber(given, row.whole);
    if (name === 'gap' && (word === 'even' || word === POINTS[this.lang].even))
      this.begin({ gap: 'even' });
    else if (isAllowed(row, value)) this.begin({ [name]: value });
    else if (name !== 'gap') this.actions.refuse({ kind: 'refused', name, given });
    else {
      const { max, whole } = row;
      this.actions.refuse({ kind: 'outside', name: POINTS[this.lang].gapName, given, max, whole });
    }
    this.show();
  }
}
