// The page's own WebAssembly package in Node: `Session.advance`, which trains the linear classifier in lock-step and keeps
// the history of both losses, as the page does.

import { readFileSync } from 'node:fs';

import { Classifier, initSync, Session } from '../../www/pkg/session.js';
import { problem, serve } from './serve.mjs';

initSync({ module: readFileSync(new URL('../../www/pkg/session_bg.wasm', import.meta.url)) });
const { rate, reg, hidden, classes, labels } = problem();

await serve({
  step(steps) {
    const lab = new Session({ rate, reg, hidden, classes, points: labels.length / classes });
    const start = performance.now();
    lab.advance(steps);
    const us = 1e3 * (performance.now() - start);
    const loss = lab.loss(Classifier.Network);
    lab.free();
    return { us, loss };
  },
});
