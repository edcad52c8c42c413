/** The formulas as MathML, made while the page is built, served or tested: the module `virtual:formulas`. */

import temml from 'temml';
import type { Plugin } from 'vite';
import { SOURCES, type Source } from '../www/formulas/source.ts';

const NAME = 'virtual:formulas';

function shown({ tex, ...rest }: Source) {
  const mathml = tex && temml.renderToString(tex, { displayMode: true, throwOnError: true });
  return { mathml, ...rest };
}

export function formulas(): Plugin {
  return {
    name: 'formulas',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null;
      const entries = Object.entries(SOURCES).map(([id, source]) => [id, shown(source)]);
      return `export const FORMULAS = ${JSON.stringify(Object.fromEntries(entries))};`;
    },
  };
}
