import { ItemSummaryResponse } from '#assets';
import { RefResponse } from '#identity';

export class ChangeRiskResponse {
  /** 1 to 3. */
  likelihood: number;
  impact: number;
  score: number;
  level: 'low' | 'medium' | 'high';
  authority: 'group_lead' | 'change_manager' | 'cab';
  /** Answer by question, see GET /changes/risk-questions. */
  answers: Record<string, string>;
  assessedBy: RefResponse | null;
  assessedAt: string | null;
}

export class ChangeWindowResponse {
  from: string;
  to: string;
}

export class PlanStepResponse {
  text: string;
  /** Minutes after the beginning of the window. */
  offsetMinutes: number | null;
  who: string | null;
}

export class ChangeRefResponse {
  id: string;
  number: string;
  title: string;
}

export class ChangeConcurrenceResponse {
  id: string;
  /** The body outside the Centre that is asked. */
  body: string;
  askedOn: string;
  dueOn: string;
  answeredOn: string | null;
  /** Null until it has answered. */
  granted: boolean | null;
  document: string | null;
  note: string | null;
  overdue: boolean;
}

export class StandingApprovalResponse {
  id: string;
  approver: RefResponse;
  state: 'pending' | 'approved' | 'rejected' | 'delegated' | 'expired' | 'cancelled';
  decidedAt: string | null;
  reason: string | null;
  /** The reader's own: he may decide it now. */
  mine: boolean;
  delegated: boolean;
  escalated: boolean;
}

export class StandingStepResponse {
  id: string;
  position: number;
  name: string;
  rule: 'all' | 'any' | 'n_of';
  needed: number;
  state: 'waiting' | 'open' | 'approved' | 'refused' | 'cancelled';
  dueAt: string;
  clientSide: boolean;
  approvals: StandingApprovalResponse[];
}

export class StandingRoundResponse {
  number: number;
  purpose: 'authorise' | 'ratify';
  state: 'open' | 'granted' | 'refused' | 'voided' | 'cancelled';
  openedAt: string;
  endedAt: string | null;
  reason: string | null;
  steps: StandingStepResponse[];
}

export class ChangeConflictResponse {
  reason: 'same_item' | 'dependent_item' | 'parent_item' | 'same_service' | 'outside_maintenance' | 'freeze' | 'implementer_busy';
  blocking: boolean;
  change: ChangeRefResponse | null;
  item: string | null;
  freeze: string | null;
  from: string;
  to: string;
}

export class ChangeOverrideResponse {
  reason: string;
  by: RefResponse | null;
}

export class ChangeConsentResponse {
  by: string;
  at: string;
  recordedBy: RefResponse | null;
}

export class ChangeRatificationResponse {
  dueAt: string;
  ratifiedAt: string | null;
  /** When a finding was raised, because nobody ratified in time or ratification was refused. */
  findingAt: string | null;
}

export class ChangeOutcomeResponse {
  outcome: 'successful' | 'with_issues' | 'rolled_back' | 'failed';
  text: string;
}

export class ChangeReviewResponse {
  objectivesMet: boolean;
  lessons: string;
  by: RefResponse | null;
  at: string;
}

export class ChangeSectionResponse {
  code: 'what' | 'risk' | 'plan' | 'test' | 'rollback' | 'window' | 'approvals' | 'outcome';
  /** `later`: it is not its turn yet. */
  state: 'complete' | 'missing' | 'later';
  /** Names of the fields that are wanted still. */
  missing: string[];
}

/** When a state was entered, and by whom. */
export class ChangeStepResponse {
  state: string;
  at: string;
  by: RefResponse | null;
}

/** What the reader may do with the change now; buttons follow this. */
export class ChangeAbilitiesResponse {
  edit: boolean;
  /** The words of a draft: title, description and the wished date. */
  editWords: boolean;
  scoreRisk: boolean;
  submit: boolean;
  return: boolean;
  requestAuthorisation: boolean;
  schedule: boolean;
  reschedule: boolean;
  /** May put it into the calendar against a conflict, with a reason. */
  override: boolean;
  recordConsent: boolean;
  implementFirst: boolean;
  start: boolean;
  startOverride: boolean;
  finish: boolean;
  review: boolean;
  close: boolean;
  cancel: boolean;
  askConcurrence: boolean;
  clone: boolean;
}

/** A change in a list. */
export class ChangeSummaryResponse {
  id: string;
  /** Such as CHG-2026-000123. */
  number: string;
  title: string;
  kind: 'standard' | 'normal' | 'emergency';
  state: string;
  riskScore: number | null;
  riskLevel: 'low' | 'medium' | 'high' | null;
  window: ChangeWindowResponse | null;
  outageMinutes: number;
  outcome: 'successful' | 'with_issues' | 'rolled_back' | 'failed' | null;
  service: RefResponse | null;
  group: RefResponse | null;
  /** Who carries it out. */
  assignee: RefResponse | null;
  requester: RefResponse;
  institution: RefResponse;
  submittedAt: string;
  updatedAt: string;
  /** What `If-Match` names. */
  version: number;
}

export class ChangePageResponse {
  items: ChangeSummaryResponse[];
  nextCursor: string | null;
}

/** A change as one document, from the wish to the outcome. */
export class ChangeResponse extends ChangeSummaryResponse {
  /** What changes, in plain words. */
  description: string;
  /** False for whoever only asked for it: then everything below but window, outage and outcome is empty. */
  inFull: boolean;
  source: string;
  closedAt: string | null;
  wishedBy: string | null;
  services: RefResponse[];
  /** Those that the reader reads in the register; `itemCount` counts all. */
  items: ItemSummaryResponse[];
  itemCount: number;
  template: RefResponse | null;
  reason: string | null;
  costOfNotDoing: string | null;
  legalBasis: string | null;
  costEuro: number | null;
  effortHours: number | null;
  funding: 'not_needed' | 'requested' | 'granted' | 'refused';
  plan: PlanStepResponse[];
  testPlan: string | null;
  rollbackPlan: string | null;
  rollbackMinutes: number | null;
  risk: ChangeRiskResponse | null;
  approvedWindow: ChangeWindowResponse | null;
  conflicts: ChangeConflictResponse[];
  /** A freeze that was set since it was scheduled keeps its work from beginning. */
  frozen: boolean;
  conflictOverride: ChangeOverrideResponse | null;
  /** Latest round first. */
  approvals: StandingRoundResponse[];
  concurrences: ChangeConcurrenceResponse[];
  consent: ChangeConsentResponse | null;
  ratification: ChangeRatificationResponse | null;
  actualFrom: string | null;
  actualTo: string | null;
  startOverride: ChangeOverrideResponse | null;
  outcomeText: string | null;
  reviewRequired: boolean;
  review: ChangeReviewResponse | null;
  itemsUpdated: boolean | null;
  /** Why it was rejected or cancelled. */
  endReason: string | null;
  clonedFrom: ChangeRefResponse | null;
  assessmentDueAt: string | null;
  sections: ChangeSectionResponse[];
  path: ChangeStepResponse[];
  abilities: ChangeAbilitiesResponse;
}
