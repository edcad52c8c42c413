/** Links for a class: that of a run, with what a teacher sets; and what puts it into another page. */

import { encoded, TASK, type Task } from '../state/link.js';

/** The link of a run with this task in the place of any that it had; what is empty is left out. */
export function withTask(link: string, task: Task): string {
  const names: readonly string[] = TASK;
  const rest = link.split('&').filter((piece) => !names.includes(piece.split('=')[0] ?? ''));
  const said = TASK.flatMap((name) => (task[name] ? [`${name}=${encoded(task[name])}`] : []));
  return [...rest, ...said].join('&');
}

/** What a frame has to allow: without `allow-same-origin` the browser loads none of the page's modules, without `allow-downloads`
 * nothing can be saved, and without `clipboard-write` links are copied in an older way. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox';

/** The element that shows the page in another one. */
export function frameOf(address: string, title: string): string {
  const source = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const allow = 'clipboard-write; fullscreen; web-share';
  return `<iframe src="${source}" title="${title}" width="100%" height="640" loading="lazy" allow="${allow}" sandbox="${SANDBOX}"></iframe>`;
}
