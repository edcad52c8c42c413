/** An experiment is its text: whatever was done to a run, the link leads to the same bits, and back to the same link. */

import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Classifier, ParameterAddress } from '../engine/frame.js';
import { refusalOf } from '../engine/refusal.js';
import { defaults } from '../engine/settings.js';
import { formatLink, parseLink } from '../state/link.js';
import { engine, limits as table } from './engine-in-node.js';

const small = { ...defaults(table), points: 8, hidden: 4, classes: 3 };

afterAll(() => engine.start(defaults(table)));

type Command =
  | { kind: 'advance' | 'seek'; share: number }
  /** A way to a step that is left for another one after so many steps. */
  | { kind: 'seekPartly'; share: number; most: number }
  | { kind: 'rate' | 'reg'; value: number }
  | { kind: 'set'; classifier: Classifier; at: ParameterAddress; value: number }
  /** Of one stroke, or a change of its own. */
  | { kind: 'hidden'; value: number; goesOn: boolean }
  | { kind: 'undo' | 'redo' | 'cutOff' | 'without' | 'restart' | 'diverge' | 'alone' }
  | { kind: 'bringBack' | 'forget'; share: number };

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: share('advance') },
  { weight: 3, arbitrary: share('seek') },
  value('rate', 0.01, 1.5),
  value('reg', 0, 0.1),
  fc.record({
    kind: fc.constant('set' as const),
    classifier: fc.constantFrom('linear' as const, 'network' as const),
    at: fc.record({
      layer: fc.constant(0),
      kind: fc.constantFrom('weight' as const, 'bias' as const),
      index: fc.integer({ min: 0, max: 2 }),
    }),
    value: fc.double({ min: -2, max: 2, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('hidden' as const),
    value: fc.integer({ min: 4, max: 9 }),
    goesOn: fc.boolean(),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('undo', 'redo', 'cutOff', 'without', 'restart', 'diverge', 'alone'),
    }) as fc.Arbitrary<Command>,
  },
  share('bringBack'),
  share('forget'),
  fc.record({
    kind: fc.constant('seekPartly' as const),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    most: fc.integer({ min: 0, max: 7 }),
  }),
);

function share<K extends string>(kind: K) {
  return fc.record({ kind: fc.constant(kind), share: fc.double({ min: 0, max: 1, noNaN: true }) });
}

function value<K extends string>(kind: K, min: number, max: number) {
  return fc.record({ kind: fc.constant(kind), value: fc.double({ min, max, noNaN: true }) });
}

function goTo(step: number | null): void {
  if (step !== null) expect(engine.seek(step, step)).toBe(0);
}

/** What the engine refuses leaves the run as it was. */
function tryTo(command: Command): void {
  const before = seen();
  try {
    obey(command);
  } catch (error) {
    if (refusalOf(error)?.code !== 'lossNotFinite') throw error;
    expect(seen()).toEqual(before);
  }
}

function obey(command: Command): void {
  const { frame } = engine;
  const ghostAt = (share: number) => frame.ghosts[Math.floor(frame.ghosts.length * share)];
  switch (command.kind) {
    case 'advance':
      engine.advance(Math.round(100 * command.share));
      break;
    case 'seekPartly':
      engine.seek(Math.round(frame.end * command.share), command.most);
      break;
    case 'seek':
      goTo(Math.round(frame.end * command.share));
      break;
    case 'rate':
    case 'reg':
      engine.change(command.kind, command.value);
      break;
    case 'set':
      engine.setParameter(command.classifier, command.at, command.value);
      break;
    case 'hidden':
      engine.begin({ ...frame.experiment.beginning, hidden: command.value }, '', command.goesOn);
      break;
    case 'restart':
      engine.begin(frame.experiment.beginning);
      break;
    case 'diverge':
      engine.change('rate', 100);
      engine.change('reg', 1);
      break;
    case 'alone':
      engine.letOneGoOn();
      break;
    case 'undo':
    case 'redo':
      goTo(engine[command.kind]());
      break;
    case 'cutOff':
      engine.cutOff();
      break;
    case 'without':
      engine.switchUnit(2, false);
      engine.applyUnits();
      break;
    case 'bringBack': {
      const ghost = ghostAt(command.share);
      goTo(ghost ? engine.bringBack(ghost.id) : null);
      break;
    }
    case 'forget': {
      const ghost = ghostAt(command.share);
      if (ghost) engine.forgetGhost(ghost.id);
      break;
    }
  }
}

/** What there is to see of a run where it stands. */
function seen() {
  const { step, linear, network, experiment } = engine.frame;
  const { beginning, changes } = experiment;
  // Not who is halted: at the end it is known that the run stops there only once that has been tried.
  const stood = [linear.since, network.since];
  const losses = [linear.loss, network.loss, linear.accuracy, network.accuracy];
  return { step, stood, losses, beginning, changes, code: engine.checkCode() };
}

describe('an experiment', () => {
  it('leads, as the text of a link, to the same bits after any history', () => {
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 20 }), (commands) => {
        engine.start(small);
        commands.forEach(tryTo);
        const { linear, network } = engine.frame;
        expect([linear.loss, network.loss].every(Number.isFinite)).toBe(true);
        const before = seen();
        const parameters = engine.parameters();
        const { step, beginning, changes } = before;
        const link = formatLink({ settings: beginning, changes, step, lesson: null }, table, []);
        const read = parseLink(link, []);
        expect(read.corrections).toEqual([]);
        engine.start(read.settings, read.changes);
        engine.advance(read.step);
        // What was foreseen for later steps is in the text, too.
        expect(seen()).toEqual(before);
        expect(engine.parameters()).toEqual(parameters);
        const again = formatLink({ ...read, lesson: null }, table, []);
        expect(again).toBe(link);
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});
