import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { drawSample, newSeed } from './draw-sample.js';

const people = Array.from({ length: 40 }, (_, i) => `person-${i}`);

describe('a random sample', () => {
  it('is the same for the same seed, in whatever order the people come', () => {
    expect(drawSample('5f2c-91ab-77d0-e3c4', [...people].reverse(), 10)).toEqual(drawSample('5f2c-91ab-77d0-e3c4', people, 10));
  });

  it('can be repeated with nothing but the seed and a hash', () => {
    const lots = people
      .map((id) => [createHash('sha256').update(`s-1:${id}`).digest('hex'), id] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    expect(drawSample('s-1', people, 7)).toEqual(lots.slice(0, 7).map(([, id]) => id));
  });

  it('is another one for another seed, and seeds differ', () => {
    expect(drawSample('a', people, 10)).not.toEqual(drawSample('b', people, 10));
    expect(newSeed()).toMatch(/^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/);
    expect(newSeed()).not.toBe(newSeed());
  });

  it('asks everybody where there are fewer people than it wants', () => {
    expect(drawSample('a', people, 100).sort()).toEqual([...people].sort());
  });

  it('gives everybody the same chance', () => {
    const drawn = new Map(people.map((id) => [id, 0]));
    const draws = 4_000;
    for (let i = 0; i < draws; i++) for (const id of drawSample(`seed-${i}`, people, 10)) drawn.set(id, drawn.get(id)! + 1);
    // Binomial(4000, 1/4): mean 1000, standard deviation 27; the seeds are fixed, so this is no matter of luck.
    for (const times of drawn.values()) expect(Math.abs(times - draws / 4)).toBeLessThan(5 * 27.4);
  });
});
