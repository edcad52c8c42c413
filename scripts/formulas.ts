/** The formulas as MathML, made while the page is built, served or tested: the module `virtual:formulas`. */

import temml from 'temml';
import type { Plugin } from 'vite';
import { SOURCES, type Source } from '../www/formulas/source.ts';

const NAME = 'virtual:formulas';

/** What temml writes into `style` attributes, which the page's policy forbids, and the class that is written for it, where
 * `formulas.css` does not know it by a class that it has already. */
const STYLES: Record<string, string> = {
  'display:block math;': '',
  'math-depth:0;': '',
  'padding-left:0em;padding-right:0em;': '',
  'padding-left:1em;padding-right:0em;': ' apart',
};

function shown({ tex, ...rest }: Source) {
  const options = { displayMode: true, throwOnError: true };
  return { mathml: tex && withoutStyles(temml.renderToString(tex, options)), ...rest };
}

function withoutStyles(mathml: string): string {
  return mathml.replace(/" style="([^"]*)"/g, (_, style: string) => {
    const name = STYLES[style];
    if (name === undefined) throw new Error(`no class stands for the style "${style}"`);
    return `${name}"`;
  });
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
