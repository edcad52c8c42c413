/** The Content-Security-Policy of the served page: it is strict, and nothing of the page needs an exception from it. */

import { readFileSync } from 'node:fs';
import { test as bare } from '@playwright/test';
import { expect, LabPage } from './lab.js';

const built = (file: string) =>
  readFileSync(new URL(`../../../dist/${file}`, import.meta.url), 'utf8');

const policyOf = (html: string) =>
  /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1]?.split('; ');

bare('the page has a strict policy, and nothing in it that would need an exception', () => {
  const html = built('index.html');
  expect(policyOf(html)).toEqual([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  // Before anything that it is about.
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(script|link)\b/));
  expect(html.match(/<script(?![^>]* src=)/g)).toBeNull();
  expect(html.match(/<style|<[^>]*\s(style|on\w+)=/g)).toBeNull();
});

bare('the page in one file runs what is in it, known by its hash, and nothing else', () => {
  const html = built('spiral-lab.html');
  const policy = policyOf(html)?.join('; ') ?? '';
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-\S+' 'sha256-\S+' 'wasm-unsafe-eval'; /,
  );
  expect(policy).toMatch(/; style-src 'sha256-\S+' data:; /);
  expect(policy).not.toContain("'unsafe-");
});

bare('what breaks the policy does nothing, and is an error that fails a test', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await new LabPage(page).open();
  expect(errors).toEqual([]);
  const refused = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const found: string[] = [];
        addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
          if (found.push(violatedDirective) === 3) resolve(found.sort());
        });
        const { body } = document;
        body.insertAdjacentHTML('beforeend', '<b style="color: red">an attribute</b>');
        body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = 1">');
        body.append(Object.assign(document.createElement('script'), { text: 'window.ran = 1' }));
      }),
  );
  expect(refused).toEqual(['script-src-attr', 'script-src-elem', 'style-src-attr']);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(errors.filter((text) => text.includes('Content Security Policy'))).toHaveLength(3);
});
