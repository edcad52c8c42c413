/** The composition root: loads the engine, wires everything together, and starts. The only file that imports everything. */

import './style.css';
import { Address } from './controls/address.js';
import { connectNumber, makeSliders, nameNumbers } from './controls/sliders.js';
import { makeTransport } from './controls/transport.js';
import { Engine, isSupported } from './engine.js';
import type { Frame } from './frame.js';
import { dictionary, fillTexts, otherLanguage, preferredLanguage } from './i18n/index.js';
import { parseLink } from './link.js';
import { Loop } from './loop.js';
import { limitsTable } from './settings.js';
import { type Intent, makeStore, type Store } from './store.js';
import { Board } from './views/board.js';
import { Chart } from './views/chart.js';
import { byId, find } from './views/dom.js';
import { Notices } from './views/notices.js';
import { Progress } from './views/progress.js';
import { Readouts } from './views/readouts.js';
import { Tooltip } from './views/tooltip.js';

document.documentElement.dataset.started = '';
const preferred = preferredLanguage(navigator.languages);

async function start(): Promise<void> {
  const engine = await Engine.load();
  const limits = limitsTable(engine.limits);
  const readLink = (hash: string) => {
    const { corrections, step, settings, lang } = parseLink(hash, limits, engine.maxSteps);
    const notice = corrections.length > 0 ? ({ kind: 'link', corrections } as const) : null;
    return { settings, notice, target: step > 0 ? step : null, lang: lang ?? preferred };
  };
  const store = makeStore(readLink(location.hash));
  const address = new Address((hash) => {
    store.setState({
      ...readLink(hash),
      playing: false,
      startsAsked: store.getState().startsAsked + 1,
    });
  });

  makeSliders(store, limits);
  connectNumber(find('#seed', HTMLInputElement), 'seed', limits.seed, store);
  makeTransport(store, () => engine.freshSeed());
  connectLanguage(store);
  connectChoices(store);

  let loop: Loop;
  const changed = () => loop.wake();
  const tooltip = new Tooltip();
  const texts = () => dictionary(store.getState().lang);
  const boards = [
    new Board(find('#linear-board', HTMLCanvasElement), 'linear', changed),
    new Board(find('#network-board', HTMLCanvasElement), 'network', changed),
  ];
  const chart = new Chart(
    find('#chart', HTMLCanvasElement),
    (h, across) => tooltip.render(h, across, texts()),
    changed,
  );
  const readouts = new Readouts();
  const notices = new Notices(limits);
  const progress = new Progress();

  loop = new Loop(engine, store, (frame: Frame, intent: Intent) => {
    for (const board of boards) board.render(frame, engine, intent.soft);
    chart.render(frame, (classifier) => engine.history(classifier), intent.logLoss, texts());
    readouts.render(frame);
    notices.render(frame, intent, texts());
    progress.render(frame, intent, texts());
    address.update(intent, frame);
    if (!intent.playing && intent.target === null) readouts.speak(frame, texts());
  });
  loop.wake();
}

function connectLanguage(store: Store): void {
  const show = ({ lang }: Intent) => {
    const texts = dictionary(lang);
    document.documentElement.lang = lang;
    document.title = texts.title;
    fillTexts(document, texts);
    nameNumbers(texts);
    byId('language').lang = otherLanguage(lang);
  };
  byId('language').addEventListener('click', () =>
    store.setState(({ lang }) => ({ lang: otherLanguage(lang) })),
  );
  store.subscribe((now, before) => {
    if (now.lang !== before.lang) show(now);
  });
  show(store.getState());
}

/** How things are shown. */
function connectChoices(store: Store): void {
  const log = find('#log-scale', HTMLInputElement);
  log.addEventListener('change', () => store.setState({ logLoss: log.checked }));
  const soft = find('#soft', HTMLInputElement);
  soft.addEventListener('change', () => store.setState({ soft: soft.checked }));
}

function apologise(sentence: string): void {
  delete document.documentElement.dataset.started;
  const place = byId('sorry');
  place.textContent = sentence;
  place.hidden = false;
}

if (isSupported()) {
  start().catch((error: unknown) => {
    apologise(dictionary(preferred).failed(error instanceof Error ? error.message : String(error)));
  });
} else {
  apologise(dictionary(preferred).noSimd);
}
