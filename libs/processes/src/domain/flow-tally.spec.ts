import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FlowCase, goesBackAndForth, reopenedAt, revisited, reworkedFrom } from './flow-case.js';
import { FlowTally, type TallyPart } from './flow-tally.js';
import { flowOf } from './flow.js';

const activity = fc.constantFrom('new', 'work', 'hold', 'done');
const cases: fc.Arbitrary<FlowCase[]> = fc.array(
  fc.array(activity, { minLength: 1, maxLength: 7 }).chain((activities) => {
    const stays = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: activities.length - 1, maxLength: activities.length - 1 });
    return fc.record({
      activities: fc.constant(activities),
      stays,
      working: stays,
      pingPong: fc.boolean(),
      reopenedAt: fc.constant(reopenedAt(activities, new Set(['done']), new Set())),
      verdict: fc.record({ steps: fc.constant(activities.length), allowed: fc.constant(1), deviations: fc.constantFrom([], ['rule:a']) }),
    });
  }),
  { maxLength: 40 },
);

const tallied = (all: readonly FlowCase[]): FlowTally => {
  const tally = new FlowTally();
  for (const one of all) tally.add(one);
  return tally;
};

describe('A tally of cases', () => {
  it('of parts adds up to that of the whole, also after it was written down', () => {
    fc.assert(
      fc.property(cases, fc.nat(40), (all, cut) => {
        const merged = new FlowTally();
        for (const part of [all.slice(0, cut), all.slice(cut)])
          merged.merge(JSON.parse(JSON.stringify(tallied(part).toPart())) as TallyPart);
        expect(flowOf(merged, { reopens: true })).toEqual(flowOf(tallied(all), { reopens: true }));
      }),
    );
  });

  it('shows nothing that fewer than five cases did', () => {
    fc.assert(
      fc.property(cases, (all) => {
        const flow = flowOf(tallied(all), { reopens: true });
        if (all.length < 5) return expect(flow).toBeNull();
        for (const { cases: count } of [...flow!.activities, ...flow!.moves, ...flow!.variants, ...flow!.start, ...flow!.end])
          expect(count).toBeGreaterThanOrEqual(5);
        for (const one of [flow!.rework, flow!.pingPong, flow!.reopened!]) expect([1, 2, 3, 4]).not.toContain(one.cases);
        const known = flow!.variants.reduce((sum, one) => sum + one.cases, 0);
        return expect(known + flow!.hidden.variantCases).toBe(all.length);
      }),
    );
  });
});

describe('A case', () => {
  it('does again what it had left, and an event of the same activity is no return', () => {
    expect(reworkedFrom(['new', 'new', 'work', 'done'])).toBeNull();
    expect(reworkedFrom(['new', 'work', 'hold', 'work', 'done'])).toBe(3);
    expect(revisited(['a', 'b', 'a', 'b', 'c'])).toEqual(new Set(['a', 'b']));
  });

  it('goes back and forth where a group has it again straight after another', () => {
    expect(goesBackAndForth(['A', 'A', 'B', 'A'])).toBe(true);
    expect(goesBackAndForth(['A', 'B', 'C', 'A'])).toBe(false);
    expect(goesBackAndForth([])).toBe(false);
  });

  it('is reopened by what follows after it was done, but for its end', () => {
    const [done, final] = [new Set(['resolved']), new Set(['closed'])];
    expect(reopenedAt(['new', 'resolved', 'closed'], done, final)).toBeNull();
    expect(reopenedAt(['new', 'resolved', 'assigned', 'resolved', 'closed'], done, final)).toBe(2);
  });
});
