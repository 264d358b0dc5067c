import { describe, expect, it } from '@jest/globals';
import { rigaMorning } from './riga-morning';

describe('the morning of a date', () => {
  it('is 8:30 in Riga, in winter and in summer', () => {
    expect(rigaMorning('2026-11-24')).toBe('2026-11-24T06:30:00.000Z');
    expect(rigaMorning('2026-06-24')).toBe('2026-06-24T05:30:00.000Z');
  });
});
