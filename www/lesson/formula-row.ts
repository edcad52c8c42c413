/** A formula as the lesson shows it, with the script's lines beneath it; or the lines alone, or two scripts side by side. */

import { type FormulaId, formula } from '../formulas/index.js';
import type { LessonTexts } from '../i18n/lesson.js';

export function formulaRow(id: FormulaId, texts: LessonTexts): string {
  const { mathml, code, beside } = formula(id);
  const [left, right] = texts.beside;
  const lines =
    beside === undefined
      ? code && listing(code)
      : `<div class="beside">${listing(code, left)}${listing(beside, right)}</div>`;
  const word = code === '' ? `<p class="no-line">${texts.noLine}</p>` : '';
  return `<div class="formula-row" data-formula="${id}">${mathml}${lines}${word}</div>`;
}

function codeLine(line: string): string {
  const depth = /^( {4}| {8})\S/.exec(line)?.[1]?.length ?? 0;
  const together = line.replace(/# .*|-\S+/g, '<i>$&</i>');
  return depth > 0
    ? `<span class="in-${depth / 4}">${together}</span>`
    : `<span>${together}</span>`;
}

function listing(code: string, head?: string): string {
  const lines = code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').split('\n');
  const spans = lines.map(codeLine).join('');
  const title = head === undefined ? '' : `<b>${head}</b>`;
  return `<pre>${title}<code>${spans}</code></pre>`;
}
