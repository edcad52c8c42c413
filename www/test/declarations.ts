/** What declaration files export, and whether it is documented there. */

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Declared {
  name: string;
  kind: string;
  documented: boolean;
  /** Of a class, those that are not private. */
  members: { name: string; documented: boolean }[];
}

const DECLARATION = /^(?:export )?(?:declare )?(class|interface|type|function|const) (\w+)/;
const MEMBER = /^ {4}(?!private)(?:static |readonly |get |set )*(\w+)[(:?<]/;
const HANDED_ON = /^export (?:type )?(?:\*|\{([^}]*)\})(?: from '(\.[^']+)\.js')?;/gm;
const IMPORT = /^import (?:type )?\{([^}]*)\} from '(\.[^']+)\.js';/gm;

const namesIn = (list: string) =>
  list.split(',').flatMap((name) => name.replace('type ', '').trim() || []);

/** Everything that a file exports, its own and what it hands on, by name. */
export function exportsOf(file: string): Map<string, Declared> {
  const text = readFileSync(file, 'utf8');
  const found = new Map(ownOf(text).map((one) => [one.name, one]));
  const from = (path: string) => exportsOf(join(dirname(file), `${path}.d.ts`));
  const imported = [...text.matchAll(IMPORT)].flatMap(([, list = '', path = '']) =>
    namesIn(list).map((name) => [name, path] as const),
  );
  for (const [, list, path] of text.matchAll(HANDED_ON)) {
    for (const name of list === undefined ? from(path ?? '').keys() : namesIn(list)) {
      const source = path ?? imported.find(([known]) => known === name)?.[1];
      const one = source && from(source).get(name);
      if (!one) throw new Error(`${file} exports ${name}, which is not declared`);
      found.set(name, one);
    }
  }
  return found;
}

function ownOf(text: string): Declared[] {
  const lines = text.split('\n');
  const documented = (line: number) => lines[line - 1]?.trimEnd().endsWith('*/') ?? false;
  const found: Declared[] = [];
  let open: Declared | null = null;
  lines.forEach((line, at) => {
    const [, kind = '', name = ''] = DECLARATION.exec(line) ?? [];
    const [, member = ''] = MEMBER.exec(line) ?? [];
    if (name) {
      open = { name, kind, documented: documented(at), members: [] };
      if (line.startsWith('export')) found.push(open);
    } else if (member && open?.kind === 'class') {
      open.members.push({ name: member, documented: documented(at) });
    }
  });
  return found;
}
