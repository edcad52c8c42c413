import { describe, expect, it } from 'vitest';
import { placeOf } from '../controls/scales.js';
import { BOXED, formOf, hasSlider } from '../controls/slider-form.js';
import { rowsOf } from '../engine/settings.js';
import { limits } from './engine-in-node.js';

const sliders = rowsOf(limits).filter(hasSlider);

it('a slider varies every number but the seed', () => {
  // Some have boxes in the panel of the points.
  const boxed: readonly string[] = BOXED;
  const numbers = rowsOf(limits).filter((row) => !('words' in row));
  expect(sliders).toEqual(numbers.filter(({ name }) => name !== 'seed' && !boxed.includes(name)));
});

describe.each(sliders)('the slider of $name', (row) => {
  const { min, max, whole, default: start } = row;
  const { scale } = formOf(row);

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
      expect(String(value).replace(/^0\.0*|0+$|\D/g, '').length).toBeLessThanOrEqual(3);
  });

  it('puts the handle next to a value that was typed', () => {
    const between = (scale[3] as number) * 0.6 + (scale[4] as number) * 0.4;
    expect(placeOf(scale, between)).toBe(3);
  });
});
