import { afterAll, describe, expect, it } from 'vitest';
import { CLASSIFIERS } from '../engine/frame.js';
import { defaults } from '../engine/settings.js';
import { insideTexts } from '../i18n/inside.js';
import { phaseOf } from '../inside/phase-formulas.js';
import { workOut } from '../inside/worked.js';
import { nextPhase, PHASES } from '../state/phases.js';
import { engine, inspect, limits } from './engine-in-node.js';

const en = insideTexts('en');

const tutorial = defaults(limits);

afterAll(() => engine.start(tutorial));

describe('the phases of a step', () => {
  it('go round', () => {
    expect(nextPhase(null)).toBe('forward');
    expect(PHASES.map(nextPhase)).toEqual(['softmax', 'loss', 'gradients', 'update', 'forward']);
  });

  it.each(
    CLASSIFIERS.flatMap((each) =>
      (['relu', 'none'] as const).map((activation) => [each, activation] as const),
    ),
  )('hold every formula of the %s (%s) that is worked out, in order', (classifier, activation) => {
    engine.start({ ...tutorial, activation });
    const worked = inspect.workOut(classifier, 7);
    const layers = inspect.state(classifier);
    const workings = workOut({ worked, layers, activation, unit: 0, rate: 1, reg: 0.001 }, en);
    const phases = workings.map(({ formula }) => phaseOf(formula));
    expect(phases).not.toContain(undefined);
    const places = phases.map((phase) => PHASES.indexOf(phase as (typeof PHASES)[number]));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(phases)).toEqual(new Set(PHASES));
  });
});
