/** What is said of a run that does not go on, and the ways on from there, by the engine that the page runs. */

import { describe, expect, it, vi } from 'vitest';
import { defaults, type Settings } from '../engine/settings.js';
import { dictionary, loadLanguage } from '../i18n/index.js';
import { divergenceSentence, waysOn } from '../notices/divergence.js';
import { engine, limits } from './engine-in-node.js';

const wild: Settings = { ...defaults(limits), rate: 100, reg: 1 };
await loadLanguage('zh');
const [en, zh] = [dictionary('en'), dictionary('zh')];

const actions = { emit: vi.fn(), seek: vi.fn() };

function told(texts = en): string {
  const { divergence, diverged } = engine.frame;
  if (!divergence) throw new Error('nothing has diverged');
  return divergenceSentence(divergence, diverged !== null, texts).replaceAll('\u00a0', ' ');
}

function ways(): string[] {
  const { frame } = engine;
  if (!frame.divergence) return [];
  const all = waysOn(frame, frame.divergence, en, limits, actions);
  for (const { press } of all) press();
  return all.map(({ label }) => label.replaceAll('\u00a0', ' '));
}

describe('a run that has diverged', () => {
  it('names the number and the penalty, and leads back, to half the rate, or on alone', () => {
    engine.start(wild);
    engine.advance(1000);
    expect(told()).toBe(
      'Training diverged after step 75: in the neural network, the gap between two scores of point 81 would pass 1.8e308, a computer’s greatest number. Rate × reg is above 2: each step multiplies every weight by 1 − rate × reg = −99.',
    );
    expect(told(zh)).toContain(
      '训练在第 75 步之后发散了：神经网络里第 81 个点的得分之差将超过 1.8e308',
    );
    expect(ways()).toEqual(['Back to step 0', 'Halve the rate', 'Let the other go on']);
    expect(actions.seek).toHaveBeenCalledWith(0);
    expect(actions.emit.mock.calls).toEqual([
      [{ kind: 'takeOtherWay', step: 0, rate: 50 }],
      [{ kind: 'goOnAlone' }],
    ]);
  });

  it('names both, where the other one went on until it diverged, too', () => {
    engine.letOneGoOn();
    expect(engine.frame.diverged).toBeNull();
    expect(engine.frame.divergence).toBeNull();
    engine.advance(1);
    expect(told()).toMatch(/^The neural network has stood still since step 75: the gap/);
    engine.advance(1000);
    expect(engine.frame.diverged).toBe('linear');
    expect(told()).toMatch(/after step 77: in the linear classifier, the sum of all squared/);
    expect(ways()).toEqual(['Back to step 0', 'Halve the rate']);
    engine.seek(76, 1000);
    expect(told()).toMatch(/^The neural network has stood still since step 75: the gap/);
    engine.seek(75, 1000);
    expect(engine.frame.divergence).toBeNull();
  });

  it('takes another way from before, and undo gives back what was there', () => {
    engine.seek(0, 1000);
    engine.change('rate', 50);
    engine.advance(3);
    expect(engine.undo()).toBe(0);
    engine.seek(77, 1000);
    expect([engine.frame.rate, engine.frame.step, engine.frame.end]).toEqual([100, 77, 77]);
  });

  it('blames the rate where there is no penalty', () => {
    engine.start({ ...wild, reg: 0, activation: 'none' });
    engine.advance(1000);
    expect(told()).toMatch(
      /after step 86: in the neural network, the score of class 0 at point 0 .* Each step is so long .* by now 8\.83e152\.$/,
    );
    expect(told(zh)).toMatch(/第 0 个点在类别 0 上的得分将超过.*步子太大/);
  });

  it('blames the hand, and does not offer to halve the rate then', () => {
    engine.start(defaults(limits));
    engine.setParameter('network', { layer: 0, kind: 'bias', index: 5 }, 1e300);
    engine.advance(1);
    expect(told()).toMatch(/b1\[5\] was set by hand to 1e300: make it smaller\.$/);
    expect(told(zh)).toContain('b1[5] 被手动设成了 1e300，请改小一些。');
    expect(ways()).toEqual(['Let the other go on']);
    engine.start({ ...defaults(limits), rate: 100 });
    engine.setParameter('network', { layer: 0, kind: 'bias', index: 0 }, 1.7e308);
    engine.advance(1);
    expect(told()).toMatch(/in the neural network, W2\[0, \d\] would pass/);
  });
});

describe('a network whose units are all dead', () => {
  it('is told from one at its start', () => {
    engine.start({ ...defaults(limits), hidden: 10, rate: 5, reg: 0.01 });
    expect(engine.frame.dead).toBe(false);
    engine.advance(300);
    expect(engine.frame.dead).toBe(true);
    expect(en.allDead(1, 4)).toBe(
      'The only hidden unit is dead: it is 0 at every point, so no gradient gets through, and that stays so. The network can only guess: loss ln 4.',
    );
  });
});
