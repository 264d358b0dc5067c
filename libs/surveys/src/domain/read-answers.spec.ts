import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#kernel';
import type { Definition, Question } from './question.js';
import { readAnswers } from './read-answers.js';

const text = { lv: 'x', en: 'x' };
const options = ['a', 'b', 'c'].map((key) => ({ key, text }));
const questions: Question[] = [
  { key: 'overall', type: 'scale5', text, required: true, scale: 'satisfaction', cannotJudge: true },
  { key: 'used', type: 'yes_no', text, required: true, cannotJudge: false },
  { key: 'how', type: 'single', text, required: true, options, showIf: { question: 'used', anyOf: ['yes'] } },
  { key: 'then', type: 'text', text, required: true, maxLength: 5, showIf: { question: 'how', anyOf: ['b', 'c'] } },
  { key: 'several', type: 'multiple', text, required: false, options, max: 2 },
  { key: 'each', type: 'matrix', text, required: false, scale: 'ease', cannotJudge: false, rows: options },
];
const definition: Definition = { intro: text, thanks: text, questions, headline: 'overall' };
const least = { overall: '4', used: 'no' };

function refused(body: unknown, asked: Definition = definition): string[] {
  try {
    readAnswers(asked, body);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    return (error as DomainError).fields.map(({ pointer, code }) => `${pointer} ${code.replace('surveys.', '')}`);
  }
}

describe('One person’s answers', () => {
  it('are taken by the types of the questions, several in the order in which they are offered', () => {
    const body = { overall: 'na', used: 'yes', how: 'b', then: ' jo ', several: ['c', 'a'], each: { c: '5', a: '1' } };
    expect(readAnswers(definition, body)).toEqual({ ...body, then: 'jo', several: ['a', 'c'], each: { a: '1', c: '5' } });
  });

  it('leave out what was not answered: nothing, blanks, an empty list, no row', () => {
    expect(readAnswers(definition, { ...least, several: [], each: { a: '' }, how: null })).toEqual(least);
  });

  it('lose what their own other answers hide, also what hangs on the hidden', () => {
    expect(readAnswers(definition, { ...least, how: 'b', then: 'jo' })).toEqual(least);
    expect(readAnswers(definition, { overall: '1', used: 'yes', how: 'a', then: 'jo' })).toEqual({ overall: '1', used: 'yes', how: 'a' });
  });

  it('are asked for where the question needs one and is shown', () => {
    expect(refused({})).toEqual(['/answers/overall answer-required', '/answers/used answer-required']);
    expect(refused({ overall: '3', used: 'yes', how: 'c', then: '  ' })).toEqual(['/answers/then answer-required']);
    const every: Definition = { ...definition, questions: [{ ...questions[5]!, required: true }] };
    expect(refused({ each: { a: '2' } }, every)).toEqual(['/answers/each/b answer-required', '/answers/each/c answer-required']);
  });

  it('are refused where they were not offered, are too many, too long, or to questions that nobody asked', () => {
    expect(refused({ overall: '6', used: 'na', several: ['a', 'b', 'c'], each: { a: 'na', d: '1' } })).toEqual([
      '/answers/overall answer-not-offered',
      '/answers/used answer-not-offered',
      '/answers/several answer-too-many',
      '/answers/each/a answer-not-offered',
      '/answers/each/d answer-not-offered',
    ]);
    expect(refused({ overall: 4, used: ['yes'], several: 'a', each: ['1'] })).toHaveLength(4);
    expect(refused({ overall: '1', used: 'yes', how: 'b', then: 'too long', constructor: 'x', userId: 'me' })).toEqual([
      '/answers/constructor question-unknown',
      '/answers/userId question-unknown',
      '/answers/then answer-too-long',
    ]);
  });

  it('are refused whole where they are no record at all', () => {
    expect(refused(['4'])).toEqual(refused({}));
    expect(refused('4')).toEqual(refused({}));
  });
});
