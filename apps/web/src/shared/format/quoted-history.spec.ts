import { describe, expect, it } from '@jest/globals';
import { partQuotedHistory } from './quoted-history';

describe('The history at the end of a message', () => {
  it('is parted from what is said', () => {
    expect(partQuotedHistory('Jā, strādā.\n\n> On x, Desk wrote:\n>\n> Vai strādā?\n')).toEqual({
      words: 'Jā, strādā.',
      history: '> On x, Desk wrote:\n>\n> Vai strādā?',
    });
  });

  it.each(['Jā.\n\n> viens', '> viens\n> divi', '> Vai?\nJā.', 'Jā.', ''])('is not seen in „%s”', (text) => {
    expect(partQuotedHistory(text)).toEqual({ words: text, history: '' });
  });
});
