/** What a browser is asked for in these tests, whatever the protocol it is asked in. */
export interface Driver {
  /** Loads an address, and waits until it has been loaded. */
  navigate(url: string): Promise<void>;
  /** Calls the text of a function in the page, with one text; the function promises a text. */
  call(work: string, argument: string): Promise<string>;
  /** Real input, as WebDriver describes it (the same in both protocols). */
  perform(sources: Source[]): Promise<void>;
  /** The page's window as a PNG. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

/** One device and what it does, one action after the other. */
export type Source =
  | { type: 'key'; id: string; actions: KeyAction[] }
  | { type: 'pointer'; id: string; actions: PointerAction[] };

export type KeyAction = { type: 'keyDown' | 'keyUp'; value: string } | Pause;

export type PointerAction =
  | { type: 'pointerMove'; x: number; y: number; duration: number }
  | { type: 'pointerDown' | 'pointerUp'; button: number }
  | Pause;

/** `duration` in milliseconds. */
type Pause = { type: 'pause'; duration: number };

/** The window in which the page is looked at, in CSS pixels. */
export const WINDOW = { width: 1280, height: 720 };
