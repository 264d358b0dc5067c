import fc from 'fast-check';
import { differences, previewCase } from '../../../../test/support/preview-cases.js';
import { seed } from '../../../../test/support/seed.js';
import { preview } from './preview.js';
import { readPreview } from './read-preview.js';

/** How many random calendars; a number in the environment raises it. */
const CALENDARS = Number(process.env['ATBALSTS_PREVIEW_CALENDARS'] ?? 10_000);

describe(`trying a calendar, against a minute-by-minute oracle (seed ${seed}; repeat with ATBALSTS_TEST_SEED)`, () => {
  it(`answers as the oracle does on ${CALENDARS} random calendars in six zones`, () => {
    let compared = 0;
    fc.assert(
      fc.property(previewCase, (body) => {
        const { definition, question } = readPreview({ ...body });
        const wrong = differences(body, preview(definition, question));
        if (wrong === undefined) return;
        compared += 1;
        expect(wrong).toEqual([]);
      }),
      { seed, numRuns: CALENDARS },
    );
    expect(compared).toBeGreaterThan(CALENDARS * 0.99);
  }, 1_800_000);
});
