import { ApiProperty } from '@nestjs/swagger';
import { RefResponse } from '#identity';
import { FigureResponse } from '#platform';
import { RECOMMENDATION_STATES, type RecommendationState } from '../../domain/recommendation-lifecycle.js';
import { EvidenceFileResponse } from './process.response.js';

export class RecommendationSummaryResponse {
  id: string;
  source: string;
  number: string;
  text: string;
  owner: RefResponse;
  /** The original due, which is kept. */
  dueOn: string;
  /** The due with the extensions that were granted before the original one. */
  countedDueOn: string;
  /** How many extensions count. */
  extensions: number;
  extensionAsked: boolean;
  @ApiProperty({ enum: RECOMMENDATION_STATES })
  state: RecommendationState;
  overdue: boolean;
  implementedOn: string | null;
  withdrawalReason: string | null;
}

export class RecommendationListAbilitiesResponse {
  enter: boolean;
}

export class RecommendationPageResponse {
  items: RecommendationSummaryResponse[];
  nextCursor: string | null;
  abilities: RecommendationListAbilitiesResponse;
}

export class ExtensionResponse {
  id: string;
  dueOn: string;
  reason: string;
  askedBy: RefResponse;
  askedAt: string;
  decidedBy: RefResponse | null;
  decidedAt: string | null;
  granted: boolean | null;
  decisionNote: string | null;
  /** Granted before the original due: the figure goes by it. */
  counts: boolean;
}

export class ImplementationReportResponse {
  id: string;
  implementedOn: string;
  note: string;
  file: EvidenceFileResponse | null;
  reportedBy: RefResponse;
  reportedAt: string;
  decidedBy: RefResponse | null;
  decidedAt: string | null;
  accepted: boolean | null;
  decisionNote: string | null;
}

export class RecommendationAbilitiesResponse {
  changeOwner: boolean;
  withdraw: boolean;
  askExtension: boolean;
  decideExtension: boolean;
  report: boolean;
  file: boolean;
  accept: boolean;
  sendBack: boolean;
}

export class RecommendationResponse extends RecommendationSummaryResponse {
  revision: number;
  createdBy: RefResponse;
  createdAt: string;
  extensionList: ExtensionResponse[];
  reports: ImplementationReportResponse[];
  abilities: RecommendationAbilitiesResponse;
}

/** KPI-14 of one year. */
export class RecommendationYearResponse {
  year: number;
  /** In percent. */
  target: number | null;
  /** Due in the year and implemented by the due that counts. */
  figure: FigureResponse;
  /** The same by the original dues. */
  strict: FigureResponse;
  /** Due later in the year: not judged yet. */
  notDueYet: number;
  /** Not in time so far only because nobody has verified what was reported. */
  unverified: number;
}

export class RecommendationFiguresResponse {
  on: string;
  dataAt: string;
  items: RecommendationYearResponse[];
}
