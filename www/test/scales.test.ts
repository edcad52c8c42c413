import { describe, expect, it } from 'vitest';
import { even, log, placeOf, type Scale, zeroThenLog } from '../controls/scales.js';
import { limits } from './engine-in-node.js';

const scales: [string, Scale][] = [
  ['rate', log(limits.rate, 10)],
  ['hidden', log(limits.hidden, 20)],
  ['reg', zeroThenLog(limits.reg, 1e-5, 10)],
  ['noise', even(limits.noise, 0.01)],
  ['points', even(limits.points, 1)],
  ['classes', even(limits.classes, 1)],
];

describe.each(scales)('the slider of %s', (name, scale) => {
  const { min, max, whole, default: start } = limits[name as keyof typeof limits];

  it('reaches from the least to the greatest value', () => {
    expect(scale[0]).toBe(min);
    expect(scale.at(-1)).toBe(max);
  });

  it('has a place for the default', () => {
    expect(scale[placeOf(scale, start)]).toBe(start);
  });

  it('changes its value at each place, always upwards', () => {
    for (const [i, value] of scale.slice(1).entries())
      expect(value).toBeGreaterThan(scale[i] as number);
    if (whole) expect(scale.every(Number.isInteger)).toBe(true);
  });

  it('shows short numbers', () => {
    for (const value of scale)
      expect(String(value).replace(/^0\.0*|\D/g, '').length).toBeLessThanOrEqual(3);
  });

  it('puts the handle next to a value that was typed', () => {
    const between = (scale[3] as number) * 0.6 + (scale[4] as number) * 0.4;
    expect(placeOf(scale, between)).toBe(3);
  });
});
