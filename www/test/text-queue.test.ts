import { describe, expect, it } from 'vitest';
import { TextQueue } from '../inside/text-queue.js';

/** As much of an element as is written to, counting how often. */
class Place {
  writes = 0;
  private text = '';

  get textContent(): string {
    return this.text;
  }

  set textContent(text: string) {
    this.writes += 1;
    this.text = text;
  }
}

const places = (count: number) => Array.from({ length: count }, () => new Place());
const element = (place: Place | undefined) => place as unknown as Element;

describe('texts that wait', () => {
  it('are written so many at a time, the first to come first, until there are none', () => {
    const queue = new TextQueue();
    const five = places(5);
    five.forEach((place, i) => {
      queue.set(element(place), String(i));
    });
    const shown = () => five.map(({ textContent }) => textContent).join();
    expect([queue.write(2), shown()]).toEqual([true, '0,1,,,']);
    expect([queue.write(2), shown()]).toEqual([true, '0,1,2,3,']);
    expect([queue.write(2), shown()]).toEqual([true, '0,1,2,3,4']);
    expect(queue.write(2)).toBe(false);
  });

  it('leave an element alone that shows them already', () => {
    const queue = new TextQueue();
    const [place] = places(1);
    queue.set(element(place), 'same');
    queue.write(Number.POSITIVE_INFINITY);
    queue.set(element(place), 'same');
    expect(queue.write(Number.POSITIVE_INFINITY)).toBe(false);
    expect(place?.writes).toBe(1);
  });

  it('are given up for what stands there, if that was set last', () => {
    const queue = new TextQueue();
    const [place] = places(1);
    queue.set(element(place), 'one');
    queue.write(1);
    queue.set(element(place), 'two');
    queue.set(element(place), 'one');
    expect(queue.write(1)).toBe(false);
    expect(place?.textContent).toBe('one');
  });

  it('end with the last that was set', () => {
    const queue = new TextQueue();
    const [place] = places(1);
    queue.set(element(place), 'one');
    queue.set(element(place), 'two');
    expect(queue.write(Number.POSITIVE_INFINITY)).toBe(true);
    expect(place?.textContent).toBe('two');
    expect(place?.writes).toBe(1);
  });
});
