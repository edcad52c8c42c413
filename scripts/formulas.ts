/** The formulas as MathML, made while the page is built, served or tested: the module `virtual:formulas`. */

import temml from 'temml';
import type { Plugin } from 'vite';
import { SOURCES } from '../www/formulas/source.ts';

const NAME = 'virtual:formulas';

function mathml(tex: string): string {
  return temml.renderToString(tex, { displayMode: true, throwOnError: true, trust: true });
}

function mapped(pick: (source: { tex: string; code: string; live?: string }) => unknown): string {
  const entries = Object.entries(SOURCES).map(([id, source]) => [id, pick(source)]);
  return JSON.stringify(Object.fromEntries(entries));
}

export function formulas(): Plugin {
  return {
    name: 'formulas',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null;
      const shown = mapped(({ tex, code }) => ({ mathml: mathml(tex), code }));
      const live = mapped(({ live }) => (live === undefined ? undefined : mathml(live)));
      return `export const FORMULAS = ${shown};\nexport const LIVE = ${live};`;
    },
  };
}
