/** What the built page may load and run: itself, and nothing that is written into it. */

import type { Plugin } from 'vite';

export type Policy = Record<string, readonly string[]>;

export const POLICY: Policy = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

const CHARSET = '<meta charset="utf-8">';

/** Writes the policy into a page, before anything that it is about. */
export function withPolicy(html: string, policy: Policy): string {
  const content = Object.entries(policy).map(([what, from]) => [what, ...from].join(' '));
  const meta = `<meta http-equiv="Content-Security-Policy" content="${content.join('; ')}">`;
  if (!html.includes(CHARSET)) throw new Error('the page has no place for its policy');
  return html.replace(CHARSET, `${CHARSET}\n${meta}`);
}

export function policy(): Plugin {
  return {
    name: 'policy',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: (html) => withPolicy(html, POLICY) },
  };
}
