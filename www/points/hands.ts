/** Mouse, finger and keys on a board, as edits of the points. */

import type { Editor } from './editor.js';
import { between, distance, GRID, nearest, onGrid, Paint, type Place, placeOf } from './list.js';
import type { OverBoard } from './over-board.js';

/** How far apart a brush leaves points, as a share of what the board reaches. */
const APART = 0.06;
/** CSS pixels within which a point is meant. */
const NEAR = { mouse: 10, pen: 12, touch: 18, keyboard: 12 } as const;
/** A step of the cursor, as a share of what the board reaches; with Shift so many times as far. */
const STEP = 1 / 40;
const FAR = 5;
const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export interface HandsListener {
  /** Points are edited now. */
  open(): boolean;
  /** Another class was chosen by its key. */
  pick(label: number): void;
  /** Where the cursor of the keyboard has come to. */
  at(x: number, y: number, label: number | null): void;
  /** A key has taken hold of a point. */
  held(label: number): void;
}

export class Hands {
  /** Where the cursor of the keyboard is, in the world. */
  private cursor = { x: 0, y: 0 };
  /** The focus was moved here by keyboard: keys move the cursor. */
  private byKeyboard = false;
  /** The point that a key has taken hold of; −1 while there is none. */
  private held = -1;
  private pointer: number | null = null;
  /** What the pointer does from move to move. */
  private follow: (place: Place) => void = () => {};

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly reach: () => number,
    private readonly editor: Editor,
    private readonly over: OverBoard,
    private readonly listener: HandsListener,
  ) {
    const listen = <E extends Event>(kind: string, act: (event: E) => void) =>
      canvas.addEventListener(
        kind,
        (event) => {
          if (listener.open()) act(event as E);
        },
        { capture: true },
      );
    listen<PointerEvent>('pointerdown', (event) => this.press(event));
    listen<PointerEvent>('pointermove', (event) => {
      if (event.pointerId === this.pointer) this.follow(this.placeAt(event));
    });
    for (const kind of ['pointerup', 'pointercancel'])
      listen<PointerEvent>(kind, ({ pointerId }) => {
        if (pointerId === this.pointer) this.letGo();
      });
    // A press edits points; it does not choose one to be worked out.
    listen('click', (event) => event.stopImmediatePropagation());
    listen<KeyboardEvent>('keydown', (event) => this.key(event));
    listen('focus', () => {
      this.byKeyboard = canvas.matches(':focus-visible');
      this.show();
    });
    listen('blur', () => this.putDown());
  }

  /** Whether keys edit on this board; `words` say so. */
  allow(open: boolean, words: string): void {
    const { canvas } = this;
    canvas.setAttribute('role', open ? 'application' : 'img');
    for (const [name, value] of [
      ['tabindex', '0'],
      ['aria-roledescription', words],
    ] as const) {
      if (open) canvas.setAttribute(name, value);
      else canvas.removeAttribute(name);
    }
  }

  /** Ends whatever is going on. */
  letGo(): void {
    if (this.pointer !== null) this.editor.endStroke();
    this.pointer = null;
    this.putDown();
  }

  /** Brings what lies over the board to where the board is. */
  show(): void {
    const { byKeyboard, cursor, canvas } = this;
    const seen = byKeyboard && document.activeElement === canvas;
    const reach = this.reach();
    this.over.cross(seen ? { x: cursor.x / reach, y: cursor.y / reach } : null);
  }

  private press(event: PointerEvent): void {
    const { canvas, editor } = this;
    if (event.button !== 0 || !event.isPrimary) return;
    this.letGo();
    this.byKeyboard = false;
    canvas.focus({ preventScroll: true });
    this.byKeyboard = false;
    this.show();
    canvas.setPointerCapture(event.pointerId);
    this.pointer = event.pointerId;
    const place = this.placeAt(event);
    const near = this.steps(NEAR[event.pointerType as keyof typeof NEAR] ?? NEAR.mouse);
    editor.beginStroke();
    this.follow = this.stroke(place, near);
    this.follow(place);
    const { shift } = editor;
    const reach = this.reach();
    this.cursor = this.kept((place.x + shift) / GRID, (place.y + shift) / GRID, reach);
  }

  /** What a stroke of the chosen tool does at each place that it comes to. */
  private stroke(from: Place, near: number): (place: Place) => void {
    const { editor } = this;
    if (editor.tool === 'add') {
      const brush = new Paint(APART * this.reach() * GRID);
      return (place) => editor.paint(brush, place);
    }
    if (editor.tool === 'move') {
      const index = editor.grasp(from, near);
      if (index < 0) return () => {};
      // It stays under the pointer where it was taken hold of.
      const start = placeOf(editor.list, index);
      return ({ x, y }) => {
        const to = { x: start.x + x - from.x, y: start.y + y - from.y };
        if (distance(to, placeOf(editor.list, index)) > 0) editor.move(index, to);
      };
    }
    let last = from;
    return (place) => {
      for (const each of [last, ...between(last, place, near)]) editor.erase(each, near);
      last = place;
    };
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[1-6]$/.test(event.key)) this.listener.pick(Number(event.key) - 1);
    else if (!this.byKeyboard || !this.act(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Does what a key means, if it means something. */
  private act({ key, shiftKey, repeat }: KeyboardEvent): boolean {
    const arrow = ARROWS[key];
    if (arrow) {
      const step = this.reach() * STEP * (shiftKey ? FAR : 1);
      const { x, y } = this.cursor;
      this.moveTo(x + step * arrow[0], y + step * arrow[1]);
      return true;
    }
    if (key === 'Delete' || key === 'Backspace') {
      this.putDown();
      this.once(() => this.editor.eraseNearest(this.place));
      return true;
    }
    if (key !== ' ' && key !== 'Enter') return false;
    if (!repeat) this.use();
    return true;
  }

  /** Uses the chosen tool where the cursor is. */
  private use(): void {
    const { editor, place } = this;
    const near = this.steps(NEAR.keyboard);
    if (this.held >= 0) this.putDown();
    else if (editor.tool === 'add') this.once(() => editor.add([place]));
    else if (editor.tool === 'erase') this.once(() => editor.erase(place, near));
    else {
      this.held = editor.grasp(place, near);
      if (this.held < 0) return;
      editor.beginStroke();
      this.listener.held(editor.list[3 * this.held + 2] as number);
    }
  }

  private moveTo(x: number, y: number): void {
    const { editor } = this;
    this.cursor = this.kept(x, y, this.reach());
    if (this.held >= 0) editor.move(this.held, this.place);
    this.show();
    const under = nearest(editor.list, this.place, this.steps(NEAR.keyboard));
    const label = under < 0 ? null : (editor.list[3 * under + 2] as number);
    if (this.held < 0) this.listener.at(this.cursor.x, this.cursor.y, label);
  }

  private putDown(): void {
    if (this.held >= 0) this.editor.endStroke();
    this.held = -1;
    this.show();
  }

  private once(edit: () => void): void {
    this.editor.beginStroke();
    edit();
    this.editor.endStroke();
  }

  /** The cursor's place among own points. */
  private get place(): Place {
    return this.placed(this.cursor.x, this.cursor.y);
  }

  private placed(x: number, y: number): Place {
    const { shift } = this.editor;
    const { x: across, y: up } = onGrid(x, y);
    return { x: Math.round(across - shift), y: Math.round(up - shift) };
  }

  private placeAt({ offsetX, offsetY }: PointerEvent): Place {
    const { canvas } = this;
    const reach = this.reach();
    const x = reach * ((2 * offsetX) / canvas.clientWidth - 1);
    const y = reach * (1 - (2 * offsetY) / canvas.clientHeight);
    const kept = this.kept(x, y, reach);
    return this.placed(kept.x, kept.y);
  }

  /** No farther out than the board reaches. */
  private kept(x: number, y: number, reach: number): { x: number; y: number } {
    const within = (value: number) => Math.max(-reach, Math.min(reach, value));
    return { x: within(x), y: within(y) };
  }

  /** CSS pixels as steps of the grid. */
  private steps(pixels: number): number {
    return (pixels * 2 * this.reach() * GRID) / this.canvas.clientWidth;
  }
}
