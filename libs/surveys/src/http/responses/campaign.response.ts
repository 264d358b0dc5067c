import { RefResponse } from '#identity';

export class CampaignSurveyResponse {
  id: string;
  title: string;
  version: number;
  versionId: string;
  /** The wording can no longer change. */
  frozen: boolean;
}

export class CampaignResponse {
  id: string;
  title: string;
  year: number;
  state: 'draft' | 'approved' | 'open' | 'closed' | 'published' | 'cancelled';
  mode: 'all_users' | 'random_sample' | 'institution_contacts';
  /** Answers cannot be tied to people. */
  anonymous: boolean;
  survey: CampaignSurveyResponse;
  opensOn: string;
  /** The last day. */
  closesOn: string;
  /** Mails are held back. */
  paused: boolean;
}

export class CampaignShareResponse {
  institutions: number;
  /** Institutions from which anybody has answered. */
  responding: number;
  invited: number;
  /** Answers of the institutions whose number may be shown. */
  answered: number;
}

export class CampaignLineResponse extends CampaignResponse {
  /** Null before the opening. */
  coverage: CampaignShareResponse | null;
}

export class CampaignsResponse {
  items: CampaignLineResponse[];
  /** The actor may make one. */
  mayCreate: boolean;
}

export class CampaignStepResponse {
  kind: 'invitation' | 'reminder' | 'coverage' | 'closing';
  /** Of reminders: 1 for the first. */
  number: number;
  /** `YYYY-MM-DD`. */
  on: string;
  at: string;
  state: 'planned' | 'held' | 'due' | 'done' | 'skipped' | 'dropped';
  doneAt: string | null;
}

export class CampaignFrameResponse {
  institution: RefResponse;
  users: number;
  /** People who are invited, or would be if the campaign opened today. */
  invited: number;
  /** Why it is left out; null where it is asked. */
  reason: string | null;
}

export class CampaignHappeningResponse {
  at: string;
  what: string;
  /** Null for the system. */
  actor: RefResponse | null;
}

export class CampaignObstacleResponse {
  code: string;
  text: string;
}

export class CampaignAbilitiesResponse {
  change: boolean;
  exclude: boolean;
  approve: boolean;
  open: boolean;
  close: boolean;
  cancel: boolean;
  pause: boolean;
  resume: boolean;
}

export class CampaignDetailResponse extends CampaignResponse {
  titleLv: string;
  titleEn: string;
  /** People drawn from each institution; null where no sample is drawn. */
  sampleSize: number | null;
  /** With it anybody can repeat the draw. */
  seed: string | null;
  /** Groups smaller than this are not shown. */
  minGroup: number;
  reminderDays: number[];
  createdBy: RefResponse;
  createdAt: string;
  approvedBy: RefResponse | null;
  approvedAt: string | null;
  openedAt: string | null;
  closedAt: string | null;
  /** Why it was closed before its last day. */
  closeReason: string | null;
  publishedAt: string | null;
  /** The campaign that it repeats. */
  previous: RefResponse | null;
  plan: CampaignStepResponse[];
  frame: CampaignFrameResponse[];
  history: CampaignHappeningResponse[];
  /** What keeps it from opening. */
  obstacles: CampaignObstacleResponse[];
  abilities: CampaignAbilitiesResponse;
  /** The ETag. */
  version: number;
}

export class ShownCountResponse {
  /** Nobody; not shown, for it is under the smallest group or would give away one that is; or the number. */
  display: 'none' | 'hidden' | 'count';
  count: number | null;
}

export class InstitutionCoverageResponse {
  institution: RefResponse;
  users: number;
  invited: number;
  answered: ShownCountResponse;
  /** Percent of the invited, one decimal. */
  rate: number | null;
}

export class ExclusionResponse {
  institution: RefResponse;
  users: number;
  reason: string;
}

export class CoverageResponse {
  institutions: number;
  responding: number;
  excluded: number;
  /** Every client responded or is excluded with a reason. */
  complete: boolean;
  users: number;
  invited: number;
  /** Answers of the institutions whose number is shown. */
  answered: number;
  /** Institutions that have answers, but fewer than the smallest group. */
  withheld: number;
  minGroup: number;
  rows: InstitutionCoverageResponse[];
  /** Institutions that are asked and from which nobody has answered. */
  silent: RefResponse[];
  exclusions: ExclusionResponse[];
}
