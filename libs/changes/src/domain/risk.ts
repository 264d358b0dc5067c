import { fieldRefused } from '#kernel';

export type RiskSide = 'likelihood' | 'impact';

/** A question of the questionnaire: each answer counts 1 to 3 toward its side; the texts are `changes.risk.<question>[.<answer>]`. */
export interface RiskQuestion {
  readonly code: string;
  readonly side: RiskSide;
  readonly answers: Readonly<Record<string, number>>;
}

export type RiskAnswers = Readonly<Record<string, string>>;

/** The questionnaire as data: four questions on what may go wrong, four on whom it would hit. */
export const RISK_QUESTIONS: readonly RiskQuestion[] = [
  { code: 'experience', side: 'likelihood', answers: { often: 1, sometimes: 2, never: 3 } },
  { code: 'tested', side: 'likelihood', answers: { like_production: 1, partly: 2, not: 3 } },
  { code: 'parts', side: 'likelihood', answers: { one: 1, several: 2, many_or_suppliers: 3 } },
  { code: 'way_back', side: 'likelihood', answers: { tried: 1, described: 2, none: 3 } },
  { code: 'users', side: 'impact', answers: { few: 1, one_institution: 2, many_institutions: 3 } },
  { code: 'service', side: 'impact', answers: { auxiliary: 1, important: 2, critical: 3 } },
  { code: 'outage', side: 'impact', answers: { none: 1, outside_hours: 2, in_hours: 3 } },
  { code: 'data', side: 'impact', answers: { untouched: 1, restorable: 2, could_be_lost: 3 } },
];

export interface RiskScore {
  readonly likelihood: number;
  readonly impact: number;
}

/** Counts the answers: on each side the worst one decides. Throws 422 where a question is unanswered or its answer unknown. */
export function scoreRisk(answers: RiskAnswers): RiskScore {
  const known = new Set(RISK_QUESTIONS.map(({ code }) => code));
  for (const code of Object.keys(answers)) if (!known.has(code)) throw fieldRefused('changes.risk-question-unknown', `answers/${code}`);
  const worst = { likelihood: 1, impact: 1 };
  for (const { code, side, answers: possible } of RISK_QUESTIONS) {
    const given = answers[code];
    if (given === undefined || !Object.hasOwn(possible, given)) throw fieldRefused('changes.risk-unanswered', `answers/${code}`);
    worst[side] = Math.max(worst[side], possible[given] ?? 1);
  }
  return worst;
}

export const RISK_LEVELS = ['low', 'medium', 'high'] as const;

export type RiskLevel = (typeof RISK_LEVELS)[number];

/** The scores of a level, both ends with it: "<= 2 low, 3-4 medium, >= 6 high" (DOMAIN 3.4). */
export const RISK_SCORES: Readonly<Record<RiskLevel, readonly [number, number]>> = { low: [1, 2], medium: [3, 4], high: [5, 9] };

export function riskLevel(score: number): RiskLevel {
  return RISK_LEVELS.find((level) => score <= RISK_SCORES[level][1]) ?? 'high';
}

/** Who decides by risk (DOMAIN 3.4). */
export const AUTHORITY = { low: 'group_lead', medium: 'change_manager', high: 'cab' } as const satisfies Record<RiskLevel, string>;
