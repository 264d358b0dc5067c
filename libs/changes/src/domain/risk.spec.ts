import { describe, expect, it } from '@jest/globals';
import { RISK_QUESTIONS, riskLevel, scoreRisk } from './risk.js';

const CALM = Object.fromEntries(RISK_QUESTIONS.map(({ code, answers }) => [code, Object.keys(answers)[0]!]));

describe('The questionnaire of risk', () => {
  it('lets the worst answer of each side decide', () => {
    expect(scoreRisk(CALM)).toEqual({ likelihood: 1, impact: 1 });
    expect(scoreRisk({ ...CALM, tested: 'not' })).toEqual({ likelihood: 3, impact: 1 });
    expect(scoreRisk({ ...CALM, tested: 'partly', data: 'could_be_lost' })).toEqual({ likelihood: 2, impact: 3 });
  });

  it('refuses a question without an answer, an answer that it does not have, and another question', () => {
    const { users: _users, ...without } = CALM;
    for (const answers of [without, { ...CALM, users: 'toString' }, { ...CALM, weather: 'fine' }])
      expect(() => scoreRisk(answers)).toThrow(expect.objectContaining({ kind: 'invalid' }));
  });

  it('has no more than eight questions', () => {
    expect(RISK_QUESTIONS.length).toBeLessThanOrEqual(8);
  });

  it('is low up to 2, medium up to 4, high from 6', () => {
    expect([1, 2, 3, 4, 6, 9].map(riskLevel)).toEqual(['low', 'low', 'medium', 'medium', 'high', 'high']);
  });
});
