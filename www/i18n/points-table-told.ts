/** What there is to tell of a table of points, which its texts word. */

/** Why a file is no table: it is a spreadsheet program's own file, or no text at all. */
export interface NoText {
  kind: 'workbook' | 'binary';
}

/** How text is written that is not UTF-8 or UTF-16: on a Chinese computer, or on a Western one. */
export type OldCoding = 'GBK' | 'Windows-1252';

/** Why a row is left out. */
export interface Slip {
  line: number;
  why: 'short' | 'empty' | 'word' | 'huge';
  column: string;
  /** What stands there. */
  text: string;
}

/** What is not as it stands in the table. */
export type Note =
  | { kind: 'left'; rows: number; first: readonly Slip[] }
  | { kind: 'labels'; of: number; taken: readonly string[]; rows: number }
  | { kind: 'thinned'; of: number; taken: number }
  | { kind: 'numbers'; column: string; different: number }
  | { kind: 'rounded' };

/** Why no points can be made of it. */
export type Fault =
  | { kind: 'noRows' }
  | { kind: 'noColumn'; role: 'x' | 'y' | 'label' }
  | { kind: 'words'; column: string; line: number; text: string }
  | { kind: 'noneLeft'; first: Slip }
  | { kind: 'oneClass'; name: string }
  | { kind: 'beyond'; line: number; text: string };
