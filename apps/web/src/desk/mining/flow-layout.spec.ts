import { describe, expect, it } from '@jest/globals';
import { commonest, layOut, pathThrough } from './flow-layout';
import type { Flow, Move } from './mining-queries';
import { periodBefore, readMiningSearch } from './mining-search';

const move = (from: string, to: string, cases: number): Move =>
  ({ from, to, cases, count: cases, mark: `${from}>${to}`, calendar: null, working: null }) as Move;
const moves = [
  move('new', 'work', 90),
  move('work', 'done', 80),
  move('done', 'closed', 75),
  move('done', 'work', 12),
  move('work', 'work', 9),
  move('new', 'closed', 6),
];
const flow = {
  moves,
  start: [{ activity: 'new', cases: 96 }],
  activities: ['new', 'work', 'done', 'closed', 'odd'].map((activity) => ({ activity, cases: 50 })),
} as unknown as Flow;

describe('The map of a flow', () => {
  it('leaves out the rarest moves, but nothing hangs in the air', () => {
    expect(commonest(flow, 1)).toEqual(moves);
    expect(commonest(flow, 0.01)).toEqual(moves.slice(0, 1));
    const rare = { ...flow, moves: [move('work', 'done', 9), move('new', 'work', 3)] };
    expect(commonest(rare, 0.5)).toEqual(rare.moves);
  });

  it('stands from left to right, or from the top down, without one box on another', () => {
    for (const direction of ['LR', 'TB'] as const) {
      const placed = layOut(flow, moves, direction);
      expect(placed.activities.map(({ activity }) => activity)).toEqual(['new', 'work', 'done', 'closed']);
      const along = placed.activities.map(({ x, y }) => (direction === 'LR' ? x : y));
      expect(along).toEqual([...along].sort((a, b) => a - b));
      for (const { points, label } of placed.moves) {
        expect(pathThrough(points)).toMatch(/^M[\d. QL-]+$/);
        expect([label.x, label.y].every(Number.isFinite)).toBe(true);
      }
    }
  });
});

describe('The address of the mining page', () => {
  it('takes ids and days, and nothing else', () => {
    const id = '0b9f4f0e-6d6a-4f0a-9b1e-2f6d8f6a1c11';
    expect(readMiningSearch({ process: id, log: 'x', from: '2026-03-01', to: '2026-02-31x', kind: 'odd' })).toEqual({
      process: id,
      from: '2026-03-01',
    });
  });

  it('compares with the days of equal number just before', () => {
    expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-01-29', to: '2026-02-28' });
  });
});
