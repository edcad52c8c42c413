/** The composition root: loads the engine, wires everything together, and starts. The only file that imports everything. */

import './style.css';
import { Address } from './controls/address.js';
import { makeChoices } from './controls/choices.js';
import { makeDisplay } from './controls/display.js';
import { makeOpenFile } from './controls/file.js';
import { makeGoing } from './controls/going.js';
import { insideActions } from './controls/inside.js';
import { listenToKeys } from './controls/keys.js';
import { connectNumber, makeSliders } from './controls/sliders.js';
import { makeTime, TimeButtons } from './controls/time.js';
import { makeTransport } from './controls/transport.js';
import { Engine, hindrance } from './engine/engine.js';
import {
  dictionary,
  FIRST_LANGUAGE,
  isLanguage,
  isLoaded,
  type Language,
  loadLanguage,
  preferredLanguage,
} from './i18n/index.js';
import { beginningOf, Lesson, OPENINGS, viewOf } from './lesson/index.js';
import { Loop } from './loop/loop.js';
import { load, Scene } from './scene.js';
import { parseLink } from './state/link.js';
import { makePhases } from './state/phases.js';
import { type Intent, makeStore, reasonOf, tellMissing } from './state/store.js';
import { byId, find } from './ui/dom.js';
import { whyMissing } from './ui/load.js';

const root = document.documentElement;
root.dataset.started = '';
const preferred = preferredLanguage(navigator.languages);
/** The texts of the language that was chosen before the first paint; without them the page speaks its first one. */
const texts = loadLanguage(isLanguage(root.lang) ? root.lang : preferred).catch(reportError);

async function start(): Promise<void> {
  const [engine] = await Promise.all([Engine.load(), texts]);
  const { table } = engine;
  const readLink = ({ hash, search }: Pick<Location, 'hash' | 'search'> = location) => {
    const link = parseLink(hash, OPENINGS, search);
    const {
      corrections,
      own = '',
      changes = '',
      later = null,
      task = null,
      step,
      settings,
      lang,
      lesson,
      display,
    } = link;
    const told = { kind: 'link', corrections, forgotten: null } as const;
    const notice = corrections.length > 0 ? told : null;
    const target = step > 0 ? step : null;
    return {
      ...viewOf(lesson),
      settings,
      own,
      changes,
      later,
      task,
      notice,
      target,
      lesson,
      beginsAt: beginningOf(lesson),
      display,
      lang: lang ?? preferred,
    };
  };
  const first = readLink();
  await partsFor(first);
  becomeReady();
  const store = makeStore({ ...first, lang: spoken(first.lang) });
  if (!isLoaded(first.lang)) void whyMissing().then((why) => tellMissing(store, why));
  const visit = (from: Pick<Location, 'hash' | 'search'>) => {
    const link = readLink(from);
    const { startsAsked } = store.getState();
    const lang = spoken(link.lang);
    store.setState({ ...link, lang, playing: false, startsAsked: startsAsked + 1 });
  };
  let newest: unknown;
  const go = async (from: Pick<Location, 'hash' | 'search'>) => {
    newest = from;
    const link = readLink(from);
    if (!isLoaded(link.lang)) await loadLanguage(link.lang).catch(reportError);
    await partsFor(link).catch(reportError);
    if (newest === from) visit(from);
  };
  const address = new Address(table, OPENINGS, go);

  let loop: Loop;
  let scene: Scene;
  makeSliders(store, table);
  connectNumber(find('#seed', HTMLInputElement), table.seed, store);
  makeTransport(store, () => engine.freshSeed());
  makeChoices(store, table);
  makeDisplay(store);
  makeGoing(store, engine.maxSteps, engine.frame, () => loop.wake());
  makePhases(store);
  makeTime(store, engine.frame);
  const openRun = (hash: string) => {
    const from = { hash, search: '' };
    void (readLink(from).task ? go(from) : visit(from));
  };
  const openFile = makeOpenFile(openRun, (file) => scene.openTable(file));
  const timeButtons = new TimeButtons();

  scene = new Scene(engine, table, {
    ...insideActions(store, engine, () => loop.wake()),
    link: () => address.text,
    openFile,
    openRun,
  });
  const lesson = new Lesson(store, table, load, () => loop.wake());
  listenToKeys(store, lesson.turn);
  loop = new Loop(engine, store, (frame, intent, now, apart) => {
    scene.draw(frame, intent, now, apart);
    apart(() => timeButtons.render(frame));
    apart(() => lesson.render(intent));
    apart(() => address.update(intent, frame));
  });
  store.subscribe((now, before) => {
    if (before.playing && !now.playing) scene.readNumbers(engine.frame);
  });
  loop.wake();
}

/** What a task asks for holds from the first moment on, so its parts come before. */
async function partsFor({ task }: Pick<Intent, 'task'>): Promise<void> {
  if (task) await Promise.all([import('./classroom.js'), load()]);
}

/** The language, if it has been loaded. */
function spoken(language: Language): Language {
  return isLoaded(language) ? language : FIRST_LANGUAGE;
}

/** Until here nothing could be pressed, because nothing would have answered. */
function becomeReady(): void {
  byId('loading').hidden = true;
  for (const control of document.querySelectorAll(':disabled')) control.removeAttribute('disabled');
}

function apologise(sentence: string): void {
  for (const part of document.querySelectorAll<HTMLElement>('header, main')) part.hidden = true;
  const place = byId('sorry');
  place.textContent = sentence;
  place.hidden = false;
  document.body.classList.remove('awaited');
  // The page around a frame shall know that nothing more comes of it.
  if (parent !== window)
    parent.postMessage({ source: 'spiral-lab', type: 'error', message: sentence }, '*');
}

const failed = (why: string) => dictionary(preferred).failed(why);

const reason = hindrance();
if (reason) {
  import('./notices/wording.js').then(
    ({ lacks }) => apologise(lacks(reason, preferred)),
    // At least what it is about, where its sentence cannot be loaded either.
    (error: unknown) => void texts.then(() => apologise(failed(`WebAssembly. ${reasonOf(error)}`))),
  );
} else {
  start().catch((error: unknown) => apologise(failed(reasonOf(error))));
}
