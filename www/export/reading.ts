/** Finds the run that a file holds: a picture or a JSON that this page has written. */

import { holdsLink } from '../state/link.js';
import { isPng, textsIn } from './png.js';
import { FORMAT } from './whole-run.js';

/** What a file says of its run. */
export interface Found {
  /** From its `#` on. */
  link: string;
  /** The check code of the step to which the link leads; empty where the file says none. */
  check: string;
  classNames: readonly string[] | null;
}

/** Why a file that might hold a run holds none. */
export type NoRun = 'picture' | 'json' | 'damaged' | 'handIns';

/** Texts of a picture. */
export const KEYS = { link: 'spiral-lab', check: 'spiral-lab-check', names: 'spiral-lab-names' };

/** As many names, and as long ones, as a table may give. */
const MOST_NAMES = 6;
const LONGEST_NAME = 200;

/** The texts that a picture of a run has with it. */
export function textsOf({ link, check, classNames }: Found): Record<string, string> {
  const names = classNames && { [KEYS.names]: classNames.map(encodeURIComponent).join(',') };
  return {
    [KEYS.link]: link.replaceAll(/[^\x20-\x7e]+/g, encodeURIComponent),
    [KEYS.check]: check,
    ...names,
  };
}

/** Null where the file is of another kind, as a table is. */
export function runIn(bytes: Uint8Array): Found | NoRun | null {
  if (isPng(bytes)) return inPicture(textsIn(bytes));
  const text = new TextDecoder().decode(bytes).trim();
  if (text.startsWith('{') || text.startsWith('[')) return inJson(text);
  return text.split('\n').some(holdsAddress) ? 'handIns' : null;
}

/** Whether a line has the link of a run in it, as those have that students hand in. */
const holdsAddress = (line: string) =>
  /#\w+=/.test(line) && holdsLink(line.slice(line.indexOf('#')));

function inPicture(texts: Map<string, string>): Found | NoRun {
  const link = texts.get(KEYS.link);
  const names = texts.get(KEYS.names)?.split(',').map(decoded);
  return found(link, texts.get(KEYS.check), names) ?? 'picture';
}

function inJson(text: string): Found | NoRun {
  // A file that was cut off is still known by how it begins.
  const isOurs = /^\{\s*"format":\s*"spiral-lab"/.test(text);
  let all: unknown;
  try {
    all = JSON.parse(text);
  } catch {
    return isOurs ? 'damaged' : 'json';
  }
  if (typeof all !== 'object' || all === null || !('format' in all) || all.format !== FORMAT)
    return 'json';
  const { link, check, classNames } = all as Partial<Record<string, unknown>>;
  return found(link, check, classNames) ?? 'damaged';
}

/** Whatever stands in the place of link, check code and names; null where the link says nothing of a run. */
function found(address: unknown, check: unknown, names: unknown): Found | null {
  if (typeof address !== 'string' || !address.includes('#')) return null;
  const link = address.slice(address.indexOf('#'));
  if (!holdsLink(link)) return null;
  const areNames = Array.isArray(names) && names.every((name) => typeof name === 'string');
  return {
    link,
    check: typeof check === 'string' ? check : '',
    classNames: areNames ? names.slice(0, MOST_NAMES).map(shortName) : null,
  };
}

/** With whole letters only: half of one cannot be written into an address again. */
const shortName = (name: string) =>
  [...name.replaceAll(/\p{Cs}/gu, '\ufffd')].slice(0, LONGEST_NAME).join('');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
