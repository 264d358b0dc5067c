import { describe, expect, it } from '@jest/globals';
import { duration } from '../../shared/format/numbers';
import { readDuration } from './duration-text';

describe('a length of time', () => {
  it.each([
    ['16', 57_600],
    ['16 h', 57_600],
    ['1,5 h', 5400],
    ['30 min', 1800],
    ['1 h 30 min', 5400],
    ['1h30m', 5400],
    ['2:30', 9000],
    ['80 stundas', 288_000],
  ])('is read as people write it: %s', (text, seconds) => {
    expect(readDuration(text)).toBe(seconds);
  });

  it.each(['', 'x', '2 d', '0', '-3', '1:75', 'h'])('is not guessed where it says nothing: "%s"', (text) => {
    expect(readDuration(text)).toBeNull();
  });

  it('reads what it writes', () => {
    for (const seconds of [900, 3600, 5400, 57_600, 288_000]) expect(readDuration(duration(seconds))).toBe(seconds);
  });
});
