import { describe, expect, it } from '@jest/globals';
import { priorityOf } from './priority.js';
import type { Level } from './ticket.js';

describe('the priority matrix', () => {
  it('gives the nine priorities of DOMAIN 4.1', () => {
    const levels: Level[] = [1, 2, 3];
    expect(levels.map((impact) => levels.map((urgency) => priorityOf(impact, urgency)))).toEqual([
      [1, 2, 3],
      [2, 3, 4],
      [3, 4, 5],
    ]);
  });
});
