import { requireDays } from './absence-days.js';

const refused = (first: string, last: string): unknown => {
  try {
    requireDays(first, last);
  } catch (error) {
    return (error as { code: string }).code;
  }
  return undefined;
};

describe('the days of an absence', () => {
  it.each([
    ['2026-12-01', '2026-12-01', undefined],
    ['2026-12-01', '2027-12-01', undefined],
    ['2026-12-02', '2026-12-01', 'identity.absence-ends-before-start'],
    ['2026-01-01', '2027-01-05', 'identity.absence-too-long'],
    ['2027-02-29', '2027-03-05', 'identity.no-such-day'],
    ['2028-02-29', '2028-03-05', undefined],
  ])('from %s to %s: %s', (first, last, code) => {
    expect(refused(first, last)).toBe(code);
  });
});
