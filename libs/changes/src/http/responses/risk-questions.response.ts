export class RiskAnswerResponse {
  code: string;
  text: string;
  /** 1 to 3. */
  score: number;
}

export class RiskQuestionResponse {
  code: string;
  text: string;
  side: 'likelihood' | 'impact';
  answers: RiskAnswerResponse[];
}

export class RiskQuestionsResponse {
  items: RiskQuestionResponse[];
}
