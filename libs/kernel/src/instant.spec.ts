import { formatInstant, instant, parseInstant, plusSeconds } from './instant.js';

describe('an instant', () => {
  it('keeps the microseconds that PostgreSQL writes', () => {
    const at = parseInstant('2026-11-22 09:14:00.000001+00');
    expect(formatInstant(at)).toBe('2026-11-22T09:14:00.000001Z');
    expect(parseInstant(formatInstant(at))).toBe(at);
  });

  it('reads offsets with and without a colon', () => {
    const utc = parseInstant('2026-06-01T00:00:00Z');
    for (const text of ['2026-06-01T03:00:00+03:00', '2026-06-01T03:00+0300', '2026-06-01 03:00:00+03', '2026-05-31T21:00:00-03'])
      expect(parseInstant(text)).toBe(utc);
  });

  it('writes three decimals where there are no microseconds', () => {
    expect(formatInstant(parseInstant('2026-11-22T09:14:00.5Z'))).toBe('2026-11-22T09:14:00.500Z');
  });

  it('handles instants before 1970', () => {
    expect(formatInstant(instant(-1))).toBe('1969-12-31T23:59:59.999999Z');
  });

  it.each([
    '2026-11-22',
    '2026-11-22T09:14:00',
    '2026-02-30T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:00+99:99',
    'tomorrow',
  ])('refuses %s', (text) => {
    expect(() => parseInstant(text)).toThrow(RangeError);
  });

  it('refuses a fraction of a microsecond', () => {
    expect(() => instant(0.5)).toThrow(RangeError);
  });

  it('moves by seconds', () => {
    expect(formatInstant(plusSeconds(parseInstant('2026-12-31T23:59:59Z'), 1))).toBe('2027-01-01T00:00:00.000Z');
  });
});
