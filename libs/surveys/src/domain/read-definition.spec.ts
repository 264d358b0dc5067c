import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#kernel';
import { readDefinition, type WrittenDefinition, type WrittenQuestion } from './read-definition.js';

const words = (lv: string, en = lv): { lv: string; en: string } => ({ lv, en });

const overall: WrittenQuestion = {
  key: 'overall',
  type: 'scale5',
  text: words('Kopumā?', 'Overall?'),
  required: true,
  scale: 'satisfaction',
  cannotJudge: true,
};
const options = ['a', 'b', 'c'].map((key) => ({ key, text: words(key) }));

const definition = (questions: readonly WrittenQuestion[], more: Partial<WrittenDefinition> = {}): WrittenDefinition => ({
  intro: words('Sākums'),
  thanks: words('Paldies'),
  questions,
  headline: 'overall',
  ...more,
});

/** The places that a definition is refused for. */
function refused(written: WrittenDefinition): string[] {
  try {
    readDefinition(written);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ code: 'surveys.definition-refused', kind: 'invalid' });
    return (error as DomainError).fields.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

describe('What a version of a survey asks', () => {
  it('is taken when every text stands in both languages, without blanks around it', () => {
    expect(readDefinition(definition([{ ...overall, text: words(' Kopumā? ', 'Overall?') }])).questions[0]!.text.lv).toBe('Kopumā?');
  });

  it('is the standard questionnaire: twelve questions with a comment, satisfaction overall for the headline', () => {
    const seed = JSON.parse(readFileSync('migrations/seeds/reference/standard-survey.json', 'utf8')) as { definition: WrittenDefinition };
    const read = readDefinition(seed.definition);
    expect(read.questions).toHaveLength(13);
    expect(read).toEqual(seed.definition);
    expect(read.questions.find(({ key }) => key === read.headline)).toMatchObject({
      type: 'scale5',
      scale: 'satisfaction',
      cannotJudge: true,
    });
  });

  it('is refused with each place named where a language is missing: texts, explanations, choices, rows, the first and the last words', () => {
    const written = definition(
      [
        { ...overall, text: words('Kopumā?', ' ') },
        {
          key: 'best',
          type: 'single',
          text: words('', 'Best?'),
          help: words('Viens', ''),
          required: false,
          options: [options[0]!, { key: 'b', text: words('b', '') }],
        },
        {
          key: 'each',
          type: 'matrix',
          text: words('x'),
          required: false,
          scale: 'ease',
          cannotJudge: false,
          rows: [{ key: 'r', text: words('', 'r') }],
        },
      ],
      { intro: words('Sākums', ''), thanks: words('', 'Thanks') },
    );
    expect(refused(written)).toEqual([
      '/definition/intro/en surveys.words-missing',
      '/definition/thanks/lv surveys.words-missing',
      '/definition/questions/0/text/en surveys.words-missing',
      '/definition/questions/1/text/lv surveys.words-missing',
      '/definition/questions/1/help/en surveys.words-missing',
      '/definition/questions/1/options/1/text/en surveys.words-missing',
      '/definition/questions/2/rows/0/text/lv surveys.words-missing',
    ]);
  });

  it('is refused where a question lacks a field of its type or brings one of another', () => {
    const text: WrittenQuestion = { key: 'why', type: 'text', text: words('Kāpēc?'), required: false };
    expect(refused(definition([overall, text, { ...text, key: 'how', maxLength: 10, max: 2 }]))).toEqual([
      '/definition/questions/1/maxLength platform.field-is-defined',
      '/definition/questions/2/max surveys.field-not-of-type',
    ]);
  });

  it('is refused where a key stands twice, a choice is called like "cannot judge", or more may be chosen than there is', () => {
    const several: WrittenQuestion = { key: 'overall', type: 'multiple', text: words('Kuras?'), required: false, options, max: 4 };
    const doubled = [options[0]!, options[0]!, { key: 'na', text: words('?') }];
    expect(refused(definition([overall, several, { ...several, key: 'x', options: doubled, max: 3 }]))).toEqual([
      '/definition/questions/1/key surveys.key-taken',
      '/definition/questions/1/max surveys.max-over-options',
      '/definition/questions/2/options/1/key surveys.key-taken',
      '/definition/questions/2/options/2/key surveys.key-taken',
    ]);
  });

  it('is refused where a condition names a later question, one without choices, or an answer that it has not', () => {
    const text: WrittenQuestion = { key: 'why', type: 'text', text: words('Kāpēc?'), required: false, maxLength: 10 };
    const when = (question: string, ...anyOf: string[]): Pick<WrittenQuestion, 'showIf'> => ({ showIf: { question, anyOf } });
    const questions = [
      overall,
      { ...text, ...when('later', 'yes') },
      { ...text, key: 'b', ...when('why', 'x') },
      { ...text, key: 'c', ...when('overall', '1', '6') },
    ];
    expect(
      refused(definition([...questions, { key: 'later', type: 'yes_no', text: words('?'), required: false, cannotJudge: false }])),
    ).toEqual([
      '/definition/questions/1/showIf/question surveys.condition-not-earlier',
      '/definition/questions/2/showIf/question surveys.condition-not-earlier',
      '/definition/questions/3/showIf/anyOf/1 surveys.condition-value',
    ]);
  });

  it('is refused where the headline is not a scale of five points that everybody is asked', () => {
    const choice: WrittenQuestion = { key: 'first', type: 'yes_no', text: words('?'), required: true, cannotJudge: false };
    expect(refused(definition([choice, overall], { headline: 'first' }))).toEqual(['/definition/headline surveys.headline-unknown']);
    expect(refused(definition([overall], { headline: 'constructor' }))).toEqual(['/definition/headline surveys.headline-unknown']);
    expect(refused(definition([choice, { ...overall, showIf: { question: 'first', anyOf: ['yes'] } }]))).toEqual([
      '/definition/headline surveys.headline-conditional',
    ]);
  });
});
