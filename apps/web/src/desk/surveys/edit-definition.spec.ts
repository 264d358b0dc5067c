import { describe, expect, it } from '@jest/globals';
import type { Question } from '../../survey/survey-types';
import { conditionValues, freshKey, moved, newQuestion, soundConditions, withType } from './edit-definition';

const first = newQuestion([]);
const hanging = (key: string, question: string, ...anyOf: string[]): Question => ({ ...newQuestion([]), key, showIf: { question, anyOf } });

describe('editing what a survey asks', () => {
  it('gives new questions keys that nobody has', () => {
    expect(freshKey('question', ['question_2', 'x'])).toBe('question_3');
    expect(freshKey('question', ['question_2', 'question_3'])).toBe('question_4');
  });

  it('moves a question one place, and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });

  it('keeps of another type what both have, and gives what the new one needs', () => {
    const single = withType(first, 'single');
    expect(single).toEqual({ key: 'question_1', type: 'single', text: first.text, required: true, options: single.options });
    expect(single.options).toHaveLength(2);
    expect(withType(single, 'multiple').options).toEqual(single.options);
    expect(withType(first, 'matrix')).toMatchObject({ scale: 'satisfaction', rows: [{ key: 'option_1' }] });
    expect(withType(withType(first, 'text'), 'scale5')).toEqual(first);
  });

  it('drops a condition whose question went behind or lost the answer', () => {
    const later = hanging('later', first.key, '1', 'na');
    expect(soundConditions([first, later])).toEqual([first, later]);
    expect(soundConditions([later, first])[0]).not.toHaveProperty('showIf');
    expect(soundConditions([{ ...first, cannotJudge: false }, later])[1]!.showIf).toEqual({ question: first.key, anyOf: ['1'] });
    expect(conditionValues(withType(first, 'text'))).toEqual([]);
  });
});
