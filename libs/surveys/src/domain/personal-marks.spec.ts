import { describe, expect, it } from '@jest/globals';
import { nameStems, personalMarks } from './personal-marks.js';

const stems = nameStems(['Elīna Bērziņa', 'Rihards Liepiņš', 'Andris Lācis', 'Jānis Ozols', 'Zane Eglīte', 'Uldis Briedis']);
const marked = (text: string): string[] => personalMarks(text, stems).map(({ from, to, kind }) => `${kind}: ${text.slice(from, to)}`);

describe('what may name a person in a comment', () => {
  it.each([
    ['Paldies Elīnai Bērziņai par palīdzību.', ['name: Elīnai', 'name: Bērziņai']],
    ['Liepiņam vajadzētu atbildēt ātrāk.', ['name: Liepiņam']],
    ['Andra Lāča un Brieža darbs.', ['name: Andra', 'name: Lāča', 'name: Brieža']],
    ['Zvanīju Jānim un Ozolam.', ['name: Jānim', 'name: Ozolam']],
    ['Eglītes kundze bija laipna.', ['name: Eglītes']],
  ])('is a known name in any case: %s', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  it('is a personal code, an address or a telephone number', () => {
    expect(marked('Mans kods 010190-12345, raksti ilze@iestade.lv vai zvani +371 26123456.')).toEqual([
      'personal_code: 010190-12345',
      'email: ilze@iestade.lv',
      'phone: +371 26123456',
    ]);
    expect(marked('01019012345')).toEqual(['personal_code: 01019012345']);
  });

  it('is not a word of every day, a number of a ticket or a date', () => {
    expect(marked('Printeris nedarbojas kopš 12.11.2026., pieteikums INC-2026-000123, Centrs neatbild.')).toEqual([]);
  });

  it('never overlaps itself', () => {
    const marks = personalMarks('elina.berzina@centrs.lv Bērziņa', stems);
    expect(marks.map(({ kind }) => kind)).toEqual(['email', 'name']);
  });
});
