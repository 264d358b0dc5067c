import { describe, expect, it } from '@jest/globals';
import { rigaInstant, rigaWall } from './riga-wall';

describe('a field of date and time', () => {
  it('is read and written on the wall clock of Riga, in winter, in summer and around midnight', () => {
    expect(rigaInstant('2026-11-24T09:30')).toBe('2026-11-24T07:30:00.000Z');
    expect(rigaInstant('2026-07-01T00:15')).toBe('2026-06-30T21:15:00.000Z');
    expect(rigaWall('2026-06-30T21:15:00Z')).toBe('2026-07-01T00:15');
    for (const wall of ['2026-03-29T02:59', '2026-03-29T04:01', '2026-10-25T05:00', '2026-12-31T23:59'])
      expect(rigaWall(rigaInstant(wall)!)).toBe(wall);
  });

  it('that is empty is no instant', () => {
    expect(rigaInstant('')).toBeUndefined();
  });
});
