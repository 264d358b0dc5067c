import { describe, expect, it } from '@jest/globals';
import { scaleOf } from './window-scale';

const window = { from: '2026-11-24T18:00:00Z', to: '2026-11-24T21:00:00Z' };
const conflict = { reason: 'same_item', blocking: true, item: 'ALS-DB-01', freeze: null } as const;
const other = { id: 'a', number: 'CHG-2026-000412', title: 'Domēna kontrolieru nomaiņa' };

describe('the picture of a window', () => {
  it('shows an hour or more on both sides and draws everything inside the strip', () => {
    const { bars, marks } = scaleOf(window, [
      { ...conflict, change: other, from: '2026-11-24T10:00:00Z', to: '2026-11-24T20:30:00Z' },
      { ...conflict, reason: 'same_service', change: other, from: '2026-11-24T19:00:00Z', to: '2026-11-24T20:30:00Z' },
    ]);
    expect(bars.map(({ key }) => key)).toEqual(['this', '0']);
    expect(bars[0]).toMatchObject({ left: 20, width: 60 });
    expect(bars[1]?.left).toBe(0);
    expect(bars[1]?.width).toBe(70);
    expect(marks.every(({ left }) => left >= 0 && left <= 100)).toBe(true);
    expect(marks.length).toBeLessThanOrEqual(6);
  });
});
