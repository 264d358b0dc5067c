import { describe, expect, it } from '@jest/globals';
import type { Level } from '#tickets';
import { proposedPriority } from './proposed-priority.js';

const proposed = (impact: Level, affectedPeople: number, affectedInstitutions: number): unknown =>
  proposedPriority({ impact, urgency: 2 }, { affectedPeople, affectedInstitutions })?.impact ?? null;

describe('The priority that a count proposes', () => {
  it('is that of several institutions, of ten people, of two', () => {
    expect(proposed(3, 2, 2)).toBe(1);
    expect(proposed(3, 10, 1)).toBe(1);
    expect(proposed(3, 9, 1)).toBe(2);
    expect(proposed(3, 2, 1)).toBe(2);
    expect(proposed(3, 1, 1)).toBeNull();
    expect(proposed(3, 0, 0)).toBeNull();
  });

  it('is never milder than what the incident has', () => {
    expect(proposed(1, 30, 4)).toBeNull();
    expect(proposed(2, 5, 1)).toBeNull();
    expect(proposed(2, 12, 1)).toBe(1);
  });

  it('leaves the urgency alone', () => {
    const twelve = { affectedPeople: 12, affectedInstitutions: 3 };
    expect(proposedPriority({ impact: 3, urgency: 3 }, twelve)).toMatchObject({ impact: 1, urgency: 3, priority: 3, people: 12 });
  });
});
