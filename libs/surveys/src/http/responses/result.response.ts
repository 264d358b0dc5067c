import { RefResponse } from '#identity';
import { FigureResponse } from '#platform';

export class HeadlineResponse {
  /** In percent; null where too few answered for a share. */
  value: number | null;
  low: number;
  high: number;
  /** The size of a plain sample that would be as sure. */
  nEff: number;
  display: 'full' | 'small' | 'counts' | 'hidden' | 'none';
  status: 'reached' | 'safely_reached' | 'not_reached_within_error' | 'not_reached' | null;
}

export class ValueFigureResponse {
  value: string;
  text: string;
  count: number;
  /** In percent of those who could judge; null where there are too few for shares. */
  share: number | null;
}

export class ItemFigureResponse {
  /** The question's key, with the row's where it is a matrix. */
  item: string;
  text: string;
  row: string | null;
  type: 'scale5' | 'yes_no' | 'single' | 'multiple' | 'matrix';
  scale: 'satisfaction' | 'ease' | 'extent' | 'rating' | null;
  headline: boolean;
  /** Lower than the headline question beyond what chance explains. */
  below: boolean;
  display: 'full' | 'small' | 'counts' | 'hidden' | 'none';
  /** Who could judge. */
  n: number | null;
  cannotJudge: number | null;
  values: ValueFigureResponse[];
  /** The top two points. */
  satisfied: FigureResponse | null;
}

export class SilentInstitutionResponse extends RefResponse {
  invited: number;
}

export class ExcludedInstitutionResponse extends RefResponse {
  reason: string;
}

export class ResultCoverageResponse {
  asked: number;
  responding: number;
  /** Every client answered, or is excluded with a reason. */
  complete: boolean;
  silent: SilentInstitutionResponse[];
  excluded: ExcludedInstitutionResponse[];
}

export class InstitutionResultResponse {
  institution: RefResponse;
  /** It has too few answers, or shown it would give away one that has; which of the two is not told. */
  hidden: boolean;
  figure: FigureResponse;
  /** Where its interval lies apart from the headline's. */
  apart: 'above' | 'below' | null;
  /** The year before, where both years are shown. */
  before: FigureResponse | null;
}

export class ComparedYearResponse {
  campaign: RefResponse;
  year: number;
  answered: number;
  institutions: number;
  equal: HeadlineResponse | null;
  byUsers: HeadlineResponse | null;
}

export class ReadableCommentResponse {
  question: string;
  text: string;
}

export class ResultCommentsResponse {
  /** Too few answered for any comment to be shown. */
  few: boolean;
  /** From how many answers on comments are shown. */
  from: number;
  /** Comments that wait for a second person; told to those who redact. */
  waiting: number;
  shown: ReadableCommentResponse[];
}

export class ResultAbilitiesResponse {
  /** Ask for publication. */
  ask: boolean;
  /** Agree to it. */
  agree: boolean;
  redact: boolean;
}

export class CampaignResultResponse {
  id: string;
  title: string;
  year: number;
  state: 'closed' | 'published';
  mode: 'all_users' | 'random_sample' | 'institution_contacts';
  anonymous: boolean;
  opensOn: string;
  closesOn: string;
  closedAt: string;
  publishedAt: string | null;
  /** SHA-256 over everything that was counted; null until the figures are frozen. */
  inputHash: string | null;
  surveyVersion: number;
  minGroup: number;
  /** In percent. */
  target: number | null;
  invited: number;
  answered: number;
  responseRate: number | null;
  /** Institutions that the headline is the mean of. */
  institutions: number;
  /** Every responding institution with the same weight. */
  equal: HeadlineResponse | null;
  /** Every institution by its users. */
  byUsers: HeadlineResponse | null;
  difference: 'higher' | 'lower' | 'same' | null;
  unweighted: FigureResponse;
  /** Small institutions that the headlines alone give away; told to those who publish. */
  pinned: number;
  coverage: ResultCoverageResponse;
  /** Whose answers the questions show; null for everybody's. */
  filter: RefResponse | null;
  items: ItemFigureResponse[];
  lines: InstitutionResultResponse[];
  /** Oldest first; this campaign is the last. */
  years: ComparedYearResponse[];
  comments: ResultCommentsResponse;
  abilities: ResultAbilitiesResponse;
  /** The ETag. */
  version: number;
}

export class MarkResponse {
  from: number;
  to: number;
  kind: 'personal_code' | 'email' | 'phone' | 'name';
}

export class RedactedCommentResponse {
  id: string;
  question: string;
  original: string;
  /** What in the original may name a person. */
  marks: MarkResponse[];
  state: 'waiting' | 'proposed' | 'confirmed';
  /** As it may be read; null where nothing is proposed, or where it is not to be read. */
  text: string | null;
  hidden: boolean;
  proposedBy: RefResponse | null;
  /** The actor may confirm it. */
  confirm: boolean;
  /** The ETag: 0 while nothing is proposed. */
  version: number;
}

export class RedactedCommentsResponse {
  items: RedactedCommentResponse[];
}
