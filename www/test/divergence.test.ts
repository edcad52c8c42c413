/** What is said of a run that does not go on, and the ways on from there, by the modules that the page runs. */

import { describe, expect, it, vi } from 'vitest';
import { defaults, type Settings } from '../engine/settings.js';
import { dictionary, loadLanguage } from '../i18n/index.js';
import { NOTICES } from '../i18n/notices.js';
import { Explainer } from '../notices/explainer.js';
import { engine, inspect, limits } from './engine-in-node.js';

/** A half of the rate is not enough where rate × reg is 100. */
const HALVE = 'Halve the rate (rate × reg stays above 2)';
const wild: Settings = { ...defaults(limits), rate: 100, reg: 1 };
await loadLanguage('zh');

const actions = { emit: vi.fn(), seek: vi.fn() };
const explainer = new Explainer(inspect, engine, limits, actions);
const loose = (text: string) => text.replaceAll('\u00a0', ' ');

/** All that is said. */
function told(language: 'en' | 'zh' = 'en'): string {
  const { halted, diverged } = engine.frame;
  if (!halted) throw new Error('nothing has diverged');
  const texts = dictionary(language);
  const said = NOTICES[language].diverged(halted.classifier, halted.step, diverged !== null);
  return loose(said + texts.between + (explainer.why(engine.frame, language)?.sentence ?? ''));
}

/** Presses all that is offered, and returns the labels. */
function ways(lang: 'en' | 'zh' = 'en'): string[] {
  const answers = explainer.why(engine.frame, lang)?.answers ?? [];
  for (const { press } of answers) press();
  return answers.map(({ label }) => loose(label));
}

describe('a run that has diverged', () => {
  it('names the number and the penalty, and leads back, to half the rate, or on alone', () => {
    engine.start(wild);
    engine.advance(1000);
    expect(told()).toBe(
      'Training diverged after step 75, in the neural network. The gap between two scores of point 81 would pass 1.8e308, a computer’s greatest number. Rate × reg is above 2: each step multiplies every weight by 1 − rate × reg = −99.',
    );
    expect(told('zh')).toContain(
      '神经网络的训练在第 75 步之后发散了。再走一步，第 81 个点的得分之差将超过 1.8e308',
    );
    expect(ways()).toEqual(['Back to step 0', HALVE, 'Let the other go on']);
    expect(actions.seek).toHaveBeenCalledWith(0);
    expect(actions.emit.mock.calls).toEqual([
      [{ kind: 'takeOtherWay', step: 0, rate: 50 }],
      [{ kind: 'goOnAlone' }],
    ]);
  });

  it('names both, where the other one went on until it diverged, too', () => {
    engine.letOneGoOn();
    expect(engine.frame.diverged).toBeNull();
    expect(engine.frame.halted).toBeNull();
    engine.advance(1);
    expect(told()).toMatch(/^The neural network has stood still since step 75\. The gap/);
    engine.advance(1000);
    expect(engine.frame.diverged).toBe('linear');
    expect(told()).toMatch(/after step 77, in the linear classifier\. The sum of all squared/);
    expect(ways()).toEqual(['Back to step 0', HALVE]);
    expect(engine.frame.experiment.changes).toBe('75:apart=1');
    engine.seek(76, 1000);
    expect(told()).toMatch(/^The neural network has stood still since step 75\. The gap/);
    engine.seek(75, 1000);
    expect(engine.frame.halted).toBeNull();
  });

  it('says so again whenever the run stands at its end, and stops for both where that was undone', () => {
    engine.seek(77, 1000);
    expect(engine.frame.diverged).toBe('linear');
    engine.seek(76, 1000);
    expect([engine.frame.diverged, engine.frame.stopsFor]).toEqual([null, 'linear']);
    expect(engine.undo()).toBe(75);
    engine.seek(75, 1000);
    expect([engine.frame.diverged, engine.frame.end]).toEqual(['network', 75]);
    engine.advance(1);
    expect([engine.frame.diverged, engine.frame.step]).toEqual(['network', 75]);
    expect(engine.redo()).toBe(76);
  });

  it('says no more where the one that stood would go on from here', () => {
    engine.seek(77, 1000);
    engine.change('rate', 0.01);
    expect(engine.frame.halted).toEqual({ classifier: 'network', step: 75 });
    expect(explainer.why(engine.frame, 'en')).toBeNull();
    engine.advance(1);
    expect(engine.frame.halted).toBeNull();
    engine.undo();
  });

  it('takes another way from before, and undo gives back what was there', () => {
    engine.seek(0, 1000);
    engine.change('rate', 50);
    engine.advance(3);
    expect(engine.undo()).toBe(0);
    engine.seek(77, 1000);
    expect([engine.frame.rate, engine.frame.step, engine.frame.end]).toEqual([100, 77, 77]);
  });

  it('halves a rate that came later from where it came', () => {
    engine.start({ ...wild, rate: 1, reg: 0 }, '300:rate=100;300:reg=1');
    engine.advance(2000);
    actions.emit.mockClear();
    expect(ways()).toContain(HALVE);
    expect(actions.emit).toHaveBeenCalledWith({ kind: 'takeOtherWay', step: 300, rate: 50 });
    expect(actions.seek.mock.lastCall?.[0]).toBeLessThan(310);
  });

  it('tells of the one for which the run stops, whichever stood still before it', () => {
    engine.start({ ...defaults(limits), rate: 0.5, reg: 1 });
    const first = { layer: 0, kind: 'weight', index: 0 } as const;
    engine.setParameter('linear', first, 1e120);
    engine.change('rate', 100);
    engine.advance(1000);
    expect(engine.frame.halted?.classifier).toBe('linear');
    engine.letOneGoOn();
    engine.advance(1000);
    const { diverged, halted, step } = engine.frame;
    expect([diverged, halted]).toEqual(['network', { classifier: 'network', step }]);
    expect(told()).toMatch(new RegExp(`after step ${step}, in the neural network`));
  });

  it('blames the rate where there is no penalty', () => {
    engine.start({ ...wild, reg: 0, activation: 'none' });
    engine.advance(1000);
    expect(told()).toMatch(
      /after step 86, in the neural network\. The score of class 0 at point 0 .* Each step is so long .* by now 8\.83e152\.$/,
    );
    expect(told('zh')).toMatch(/第 0 个点在类别 0 上的得分将超过.*步子太大/);
  });

  it('blames the hand, and says that half of the rate leaves what it has set', () => {
    engine.start(defaults(limits));
    engine.setParameter('network', { layer: 0, kind: 'bias', index: 5 }, 1e300);
    engine.advance(1);
    expect(told()).toMatch(/b1\[5\] was set by hand to 1e300: make it smaller\.$/);
    expect(told('zh')).toContain('b1[5] 被手动设成了 1e300，请改小一些。');
    const stays = 'Halve the rate (what was set by hand stays)';
    expect(ways()).toEqual([stays, 'Let the other go on']);
    expect(actions.emit).toHaveBeenCalledWith({ kind: 'takeOtherWay', step: 0, rate: 0.5 });
    expect(ways('zh')).toContain('学习率减半（手动设的值不变）');
    // From a step before it nothing of it is left.
    engine.start(defaults(limits), '40:b1[5]=1e300');
    engine.advance(100);
    expect(ways()).toEqual(['Back to step 39', 'Halve the rate', 'Let the other go on']);
    engine.start({ ...defaults(limits), rate: 100 });
    engine.setParameter('network', { layer: 0, kind: 'bias', index: 0 }, 1.7e308);
    engine.advance(1);
    expect(told()).toMatch(/in the neural network\. W2\[0, \d\] would pass/);
  });
});

describe('a network whose units are all dead', () => {
  it('is told from one at its start', () => {
    engine.start({ ...defaults(limits), hidden: 10, rate: 5, reg: 0.01 });
    expect(engine.frame.mayBeDead).toBe(false);
    expect(explainer.dead(engine.frame, 'en')).toBeNull();
    engine.advance(300);
    expect(engine.frame.mayBeDead).toBe(true);
    expect(loose(explainer.dead(engine.frame, 'en') ?? '')).toBe(
      'All 10 hidden units are dead: each is 0 at every point, so no gradient gets through, and that stays so. The network can only guess: loss ln 3.',
    );
  });
});
