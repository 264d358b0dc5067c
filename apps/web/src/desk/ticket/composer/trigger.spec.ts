import { describe, expect, it } from '@jest/globals';
import { filled, mentionedNames, triggerAt } from './trigger';

const BOTH = { answers: true, colleagues: true };
const at = (text: string, signs = BOTH) => triggerAt(text, text.length, signs);

describe('What is typed', () => {
  it('offers answers after a slash that begins a line, and nowhere else', () => {
    expect(at('/par')).toEqual({ sign: '/', query: 'par', from: 0, to: 4 });
    expect(at('Labdien!\n/')).toMatchObject({ sign: '/', query: '', from: 9 });
    expect(at('/paroles maiņa')).toMatchObject({ query: 'paroles maiņa' });
    expect(at('https://vdc.lv')).toBeNull();
    expect(at('un/vai')).toBeNull();
    expect(at('/etc/hosts')).toBeNull();
  });

  it('offers colleagues after a sign that begins a word, in a note alone', () => {
    expect(at('Prasi @To')).toEqual({ sign: '@', query: 'To', from: 6, to: 9 });
    expect(at('@Toms Ka')).toMatchObject({ query: 'Toms Ka', from: 0 });
    expect(at('toms@vdc')).toBeNull();
    expect(at('@To', { answers: true, colleagues: false })).toBeNull();
  });

  it('is replaced by what is chosen', () => {
    expect(filled('Prasi @To, lūdzu', { from: 6, to: 9 }, '@Toms Kalniņš')).toEqual({ text: 'Prasi @Toms Kalniņš, lūdzu', cursor: 19 });
  });

  it('names people, the longest reading first', () => {
    expect(mentionedNames('Lūdzu @Toms Kalniņš Rīgā un (@Elīna)')).toEqual([['Toms Kalniņš Rīgā', 'Toms Kalniņš', 'Toms'], ['Elīna']]);
    expect(mentionedNames('rakstiet uz Toms@Vdc.lv')).toEqual([]);
  });
});
