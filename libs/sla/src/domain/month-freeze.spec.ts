import { freezeOfMonth } from './month-freeze.js';
import { calendars, inRiga, riga } from './test/clock-story.js';

describe('the freeze of a month (DOMAIN 4.6)', () => {
  it('is the end of the fifth working day of the next one', () => {
    // Good Friday on 3 April, Easter Monday on 6 April.
    for (const at of ['2026-03-01 00:00', '2026-03-15 12:00', '2026-03-31 23:59:59.999999'])
      expect(inRiga(freezeOfMonth(riga(at), calendars('8x5')))).toBe('2026-04-10 00:00');
  });
});
