import { RefResponse } from '#identity';

export class AnswerResponse {
  id: string;
  scope: 'own' | 'group' | 'everybody';
  /** The group that it is shared with. */
  group: RefResponse | null;
  owner: RefResponse;
  name: string;
  textLv: string | null;
  textEn: string | null;
  resolutionCode: string | null;
  updatedAt: string;
  updatedBy: RefResponse;
  version: number;
  mayWrite: boolean;
}

export class AnswerScopesResponse {
  /** The scopes in which the reader may keep answers. */
  scopes: string[];
  /** His groups. */
  groups: RefResponse[];
  /** The names that may stand between two braces. */
  placeholders: string[];
}

export class AnswersResponse {
  items: AnswerResponse[];
  nextCursor: string | null;
  may: AnswerScopesResponse;
}

/** An answer, filled with what a ticket says. A place that it has nothing for still stands in its braces. */
export class TicketAnswerResponse {
  id: string;
  name: string;
  scope: 'own' | 'group' | 'everybody';
  textLv: string | null;
  textEn: string | null;
  resolutionCode: string | null;
}

export class TicketAnswersResponse {
  /** The language in which the requester is written to. */
  language: 'lv' | 'en';
  items: TicketAnswerResponse[];
}
