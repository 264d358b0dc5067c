import { describe, expect, it } from '@jest/globals';
import { shortTexts } from './short-texts';

describe('the texts of questions beside their bars', () => {
  it('leave out a beginning that at least two others share', () => {
    const texts = [
      'Cik apmierināts(-a) kopumā esat?',
      ...['laiku?', 'kvalitāti?', 'attieksmi un zināšanām?'].map((rest) => `Cik apmierināts(-a) esat ar ${rest}`),
    ];
    expect(shortTexts(texts)).toEqual(['Cik apmierināts(-a) kopumā esat?', '… laiku?', '… kvalitāti?', '… attieksmi un zināšanām?']);
  });

  it('stay whole where only two begin alike, or hardly', () => {
    const texts = ['How satisfied are you with time?', 'How satisfied are you with staff?', 'How easy is filing?'];
    expect(shortTexts(texts)).toEqual(texts);
  });

  it('never become nothing', () => {
    expect(shortTexts(['a b c d e', 'a b c d e', 'a b c d e'])).toEqual(['a b c d e', 'a b c d e', 'a b c d e']);
  });
});
