/** A chapter's sentences: text in which `[words](step=200)` leads to a state of the page. */

import { make } from '../ui/dom.js';

const LEAD = /\[([^\]]+)\]\(([^)]+)\)/g;
/** What must not begin a line. */
const ENDING = /^[\p{Pe}\p{Pf}\p{Po}]+/u;

/** The sentences without their marks. */
export function plain(text: string): string {
  return text.replaceAll(LEAD, '$1');
}

/** The states that the sentences lead to, in the link's form. */
export function leads(text: string): string[] {
  return [...text.matchAll(LEAD)].map(([, , link]) => link as string);
}

/** The sentences as nodes; `go` is called with the link of the words that were pressed. */
export function prose(text: string, go: (link: string) => void): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(LEAD)) {
    const [all, words, link] = match as unknown as [string, string, string];
    const button = make('button', 'lead-to', words);
    button.type = 'button';
    button.addEventListener('click', () => go(link));
    nodes.push(text.slice(end, match.index));
    end = match.index + all.length;
    // A browser may end a line after any button.
    const [ending = ''] = ENDING.exec(text.slice(end)) ?? [];
    nodes.push(ending === '' ? button : make('span', 'unbroken', button, ending));
    end += ending.length;
  }
  nodes.push(text.slice(end));
  return nodes;
}
