import { describe, expect, it } from '@jest/globals';
import { fromZone, inZone } from './zone-time';

describe('the wall clock of a zone', () => {
  it('is read in the zone of the calendar', () => {
    expect(inZone('2026-06-25T12:00:00Z', 'Europe/Riga')).toEqual({ date: '2026-06-25', time: '15:00', weekday: 4 });
    expect(inZone('2026-06-25T02:00:00Z', 'America/New_York')).toEqual({ date: '2026-06-24', time: '22:00', weekday: 3 });
  });

  it('gives the instant back in summer, in winter, and on the days on which the clocks change', () => {
    expect(fromZone('2026-06-25T15:00', 'Europe/Riga')).toBe('2026-06-25T12:00:00.000Z');
    expect(fromZone('2026-12-25T15:00', 'Europe/Riga')).toBe('2026-12-25T13:00:00.000Z');
    expect(fromZone('2026-10-25T12:00', 'Europe/Riga')).toBe('2026-10-25T10:00:00.000Z');
    expect(fromZone('2026-03-29T05:00', 'Europe/Riga')).toBe('2026-03-29T02:00:00.000Z');
    expect(fromZone('2026-06-25T15:00', 'Asia/Kathmandu')).toBe('2026-06-25T09:15:00.000Z');
  });
});
