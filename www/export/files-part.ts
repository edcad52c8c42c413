/** The run as files: a picture, a script, tables. Each is shown as it will be, to be saved, or copied where a frame forbids that. */

import { readingOf } from '../boards/readouts.js';
import type { Histories } from '../chart/values.js';
import { Trace, type Traced } from '../chart-tools/trace.js';
import type { Frame } from '../engine/frame.js';
import type { SettingsTable } from '../engine/settings.js';
import { EXPORT, type ExportTexts } from '../i18n/export.js';
import type { Stage } from '../print/stage.js';
import type { SharePart } from '../share/part.js';
import type { Intent } from '../state/store.js';
import { copyAndSay } from '../ui/copy.js';
import { make, setText } from '../ui/dom.js';
import { download } from '../ui/download.js';
import { lossTable } from './loss-table.js';
import { pictureOf } from './picture.js';
import { addressOf, type RunAsItStands } from './run.js';
import { scriptOf } from './script.js';
import { weightLines } from './weights.js';
import { wholeRun } from './whole-run.js';

/** What the files tell is read from here; nothing is changed. */
export interface FileSources extends Traced {
  readonly table: SettingsTable;
  history: Histories;
  parameters(): Float64Array;
  checkCode(): string;
}

const FILES = {
  picture: 'spiral-lab.png',
  script: 'spiral_lab.py',
  losses: 'spiral-lab-losses.csv',
  whole: 'spiral-lab.json',
  weights: 'spiral_lab_weights.py',
} as const;
type Kind = keyof typeof FILES;
const KINDS = Object.keys(FILES) as Kind[];

export class FilesPart implements SharePart {
  readonly name = 'filesPart';
  private readonly kinds = make('fieldset', 'kinds');
  private readonly hint = make('p', 'hint');
  private readonly box = make('textarea');
  private readonly image = make('img');
  /** Keeps the picture's room while it is drawn. */
  private readonly room = make('div', 'picture', this.image);
  private readonly frames = make('p', 'hint');
  private readonly save = make('button', 'use');
  private readonly copy = make('button');
  private readonly done = make('span', 'hint');
  readonly element = make(
    'div',
    'files-part',
    this.kinds,
    this.hint,
    this.box,
    this.room,
    this.frames,
  );
  readonly answers = [this.save, this.copy, this.done];
  private texts: ExportTexts = EXPORT.en;
  private kind: Kind = 'picture';
  private seen: { frame: Frame; intent: Intent } | null = null;
  /** The picture, once it is there. */
  private picture: Blob | null = null;
  /** Counts what was shown: a picture that comes late is not shown any more. */
  private shows = 0;

  constructor(
    private readonly link: () => string,
    private readonly engine: FileSources,
    private readonly stage: Stage,
  ) {
    const { kinds, box, save, copy, done } = this;
    kinds.append(make('legend'), ...KINDS.map((kind) => this.choice(kind)));
    box.readOnly = true;
    box.rows = 10;
    box.spellcheck = false;
    box.wrap = 'off';
    save.type = copy.type = 'button';
    done.setAttribute('role', 'status');
    save.addEventListener('click', () => download(this.content(), FILES[this.kind]));
    copy.addEventListener('click', () => void this.copyIt());
  }

  private choice(kind: Kind): HTMLElement {
    const radio = make('input');
    radio.type = 'radio';
    radio.name = 'file-kind';
    radio.value = kind;
    radio.checked = kind === this.kind;
    radio.addEventListener('change', () => {
      this.kind = kind;
      void this.show();
    });
    return make('label', '', radio, make('span'));
  }

  open(): void {
    void this.show();
    this.kinds.querySelector<HTMLElement>('input:checked')?.focus();
  }

  render(frame: Frame, intent: Intent): void {
    this.seen = { frame, intent };
    const texts = EXPORT[intent.lang];
    if (texts === this.texts && this.save.textContent) return;
    this.texts = texts;
    const [legend, ...labels] = this.kinds.children;
    if (legend) setText(legend, texts.what);
    labels.forEach((label, i) => {
      setText(label.lastElementChild as Element, texts.kinds[KINDS[i] as Kind]);
    });
    setText(this.frames, texts.frames);
    setText(this.save, texts.save);
    setText(this.copy, texts.copy);
    setText(this.hint, texts.hints[this.kind]);
  }

  /** Shows what would be saved, of the run as it stands at this moment. */
  private async show(): Promise<void> {
    const { box, image, texts, kind, done } = this;
    const run = this.run();
    if (!run) return;
    this.shows += 1;
    const mine = this.shows;
    const isPicture = kind === 'picture';
    const isEmpty = Number.isNaN(readingOf(run.frame, 'linear').loss);
    this.picture = null;
    box.hidden = isPicture || isEmpty;
    image.hidden = true;
    this.room.hidden = !isPicture || isEmpty;
    this.allow(!isPicture && !isEmpty);
    setText(this.hint, isEmpty ? texts.noPoints : texts.hints[kind]);
    setText(done, isPicture && !isEmpty ? texts.drawing : '');
    if (isEmpty) return;
    if (kind !== 'picture') {
      box.value = this.textOf(kind, run);
      box.setAttribute('aria-label', texts.kinds[kind]);
      box.scrollTop = 0;
      return;
    }
    const { soft } = (this.seen as { intent: Intent }).intent;
    const how = { stage: this.stage, table: this.engine.table, soft };
    // First the dialog is shown.
    await new Promise(requestAnimationFrame);
    const picture = mine === this.shows ? await pictureOf(run, how) : null;
    if (mine !== this.shows) return;
    setText(done, picture ? '' : texts.notDrawn);
    if (picture) this.showPicture(picture, run.frame.step);
  }

  private showPicture(picture: Blob, step: number): void {
    const { image } = this;
    this.picture = picture;
    this.forgetAddress();
    image.src = URL.createObjectURL(picture);
    image.alt = this.texts.picture(step);
    image.hidden = false;
    this.allow(true);
  }

  /** The picture that is shown can be saved by the browser's own menu, for which its address has to be good. */
  private forgetAddress(): void {
    if (this.image.src) URL.revokeObjectURL(this.image.src);
  }

  private allow(allowed: boolean): void {
    this.save.disabled = this.copy.disabled = !allowed;
  }

  private run(): RunAsItStands | null {
    const { seen, engine } = this;
    if (!seen) return null;
    const { lang, classNames } = seen.intent;
    const link = addressOf(this.link(), location);
    const [check, parameters] = [engine.checkCode(), engine.parameters()];
    return { frame: seen.frame, lang, classNames, link, check, parameters };
  }

  private textOf(kind: Exclude<Kind, 'picture'>, run: RunAsItStands): string {
    const { engine, texts } = this;
    switch (kind) {
      case 'script':
        return scriptOf(run);
      case 'whole':
        return wholeRun(run);
      case 'weights':
        return weightLines(run, texts.weightsTitle(run.frame.step, run.check));
      case 'losses': {
        const trace = new Trace(engine);
        trace.follow(run.frame, 0);
        return lossTable(
          run.frame,
          (classifier, test) => engine.history(classifier, test),
          trace.samples,
        );
      }
    }
  }

  private content(): string | Blob {
    return this.picture ?? this.box.value;
  }

  private async copyIt(): Promise<void> {
    const { texts, picture, box, done } = this;
    setText(done, '');
    if (!picture) {
      await copyAndSay(box, done, texts);
      return;
    }
    const copied = await copyPicture(picture);
    setText(done, copied ? texts.copied : texts.pictureNotCopied);
  }
}

async function copyPicture(picture: Blob): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ [picture.type]: picture })]);
    return true;
  } catch {
    return false;
  }
}
