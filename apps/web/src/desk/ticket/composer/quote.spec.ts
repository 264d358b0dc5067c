import { describe, expect, it } from '@jest/globals';
import { quotation, withQuotation } from './quote';

describe('A quotation', () => {
  it('says who said what, line by line', () => {
    expect(quotation({ name: 'Ilze Kalniņa', when: '14.32', body: 'Nestrādā.\n\nKopš rīta.' })).toBe(
      '> **Ilze Kalniņa**, 14.32:\n> Nestrādā.\n>\n> Kopš rīta.',
    );
  });

  it('leaves out what was quoted in it', () => {
    expect(quotation({ name: 'Toms', when: 'vakar', body: '> Ilze:\n> Nestrādā.\n\nStrādā gan.' })).toBe(
      '> **Toms**, vakar:\n> Strādā gan.',
    );
    expect(quotation({ name: 'Toms', when: 'vakar', body: '> Tikai citāts' })).toContain('> > Tikai citāts');
  });

  it('stands on lines of its own, and the cursor behind it', () => {
    expect(withQuotation('', 0, '> a')).toEqual({ text: '> a\n\n', cursor: 5 });
    const { text, cursor } = withQuotation('Labdien! Ardievu', 8, '> a');
    expect(text).toBe('Labdien!\n\n> a\n\nArdievu');
    expect(text.slice(cursor)).toBe('Ardievu');
  });
});
