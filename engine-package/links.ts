/** Links of the page, read and written by the page's own code. */

import type { Frame } from '../www/engine/frame.js';
import type { Beginning } from '../www/engine/link.js';
import type { SettingsTable } from '../www/engine/settings.js';
import beginnings from '../www/lesson/beginnings.json' with { type: 'json' };
import { formatLink, type Link, parseLink } from '../www/state/link.js';
import type { LinkSlip } from './types.js';

type Opened = Pick<Link, 'settings' | 'own' | 'changes' | 'step'> & { slips: LinkSlip[] };

/** What a link decides of a run; one that opens a chapter of the lesson begins with what the chapter sets. */
export function readRun(link: string): Opened {
  const { hash, search } = partsOf(link);
  const { corrections, ...run } = parseLink(hash, beginnings as Beginning[], search);
  return { ...run, slips: corrections };
}

/** What a text that is neither an address nor part of one says is read as well, and told if it is nothing. */
function partsOf(link: string): Pick<Location, 'hash' | 'search'> {
  const [, search = '', hash = ''] = /^[^?#]*(\?[^#]*)?(#.*)?$/s.exec(link) ?? [];
  return search || hash ? { hash, search } : { hash: `#${link}`, search };
}

/** The run as it stands. */
export function writeRun({ experiment, step }: Frame, table: SettingsTable): string {
  const { beginning: settings, own, changes } = experiment;
  return formatLink({ settings, own, changes, step, lesson: null }, table, []);
}
