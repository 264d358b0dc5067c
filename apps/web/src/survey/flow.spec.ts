import { describe, expect, it } from '@jest/globals';
import { answerLines, askedQuestions, choicesOf, missing, sentAnswers } from './flow';
import type { AnswerWords, Question } from './survey-types';

const text = (lv: string, en = lv) => ({ lv, en });
const points = ['a', 'b', 'c', 'd', 'e'].map((point) => text(point));
const words: AnswerWords = {
  scales: { satisfaction: points, ease: points, extent: points, rating: points },
  cannotJudge: text('nezinu', 'no idea'),
  yes: text('jā', 'yes'),
  no: text('nē', 'no'),
};
const question = (key: string, more: Partial<Question>): Question => ({ key, type: 'text', text: text(key), required: true, ...more });
const used = question('used', { type: 'yes_no', cannotJudge: true });
const how = question('how', { type: 'scale5', scale: 'ease', showIf: { question: 'used', anyOf: ['yes'] } });
const why = question('why', { showIf: { question: 'how', anyOf: ['1', '2'] } });
const all = [used, how, why];
const keys = (answers: Parameters<typeof askedQuestions>[1]): string[] => askedQuestions(all, answers).map(({ key }) => key);

describe('the way through a survey', () => {
  it('shows a question after the answers that it hangs on, and hides what hangs on the hidden', () => {
    expect(keys({})).toEqual(['used']);
    expect(keys({ used: 'yes', how: '2' })).toEqual(['used', 'how', 'why']);
    expect(keys({ used: 'no', how: '2' })).toEqual(['used']);
  });

  it('sends what is shown and answered', () => {
    expect(sentAnswers(all, { used: 'no', how: '2', why: 'x' })).toEqual({ used: 'no' });
    expect(sentAnswers(all, { used: 'yes', how: '1', why: '  ' })).toEqual({ used: 'yes', how: '1' });
  });

  it('holds back where an answer is needed, and says what is missing', () => {
    const matrix = question('m', {
      type: 'matrix',
      scale: 'ease',
      rows: [
        { key: 'r', text: text('r') },
        { key: 's', text: text('s') },
      ],
    });
    expect(missing(used, undefined)).toBe('survey.missingJudge');
    expect(missing(how, undefined)).toBe('survey.missing');
    expect(missing(why, '  ')).toBe('survey.missingText');
    expect(missing(matrix, { r: '1' })).toBe('survey.missingRows');
    expect(missing(matrix, { r: '1', s: '5' })).toBeNull();
    expect(missing({ ...why, required: false }, undefined)).toBeNull();
  });

  it('offers the points of a scale worst first and "cannot judge" behind them, and says answers in words', () => {
    expect(choicesOf({ ...how, cannotJudge: true }, words).map(({ value }) => value)).toEqual(['1', '2', '3', '4', '5', 'na']);
    expect(answerLines(used, 'na', words, 'en')).toEqual(['no idea']);
    const several = question('s', {
      type: 'multiple',
      options: [
        { key: 'x', text: text('ikss') },
        { key: 'y', text: text('igreks') },
      ],
      max: 2,
    });
    expect(answerLines(several, ['y', 'x'], words, 'lv')).toEqual(['igreks', 'ikss']);
    expect(
      answerLines(question('m', { type: 'matrix', scale: 'ease', rows: [{ key: 'r', text: text('rinda') }] }), { r: '5' }, words, 'lv'),
    ).toEqual(['rinda: e']);
    expect(answerLines(why, ' ', words, 'lv')).toEqual([]);
  });
});
