import { RefResponse } from '#identity';

export class EscalationStepResponse {
  pct: number;
  action: 'notify_assignee' | 'notify_lead' | 'notify_manager' | 'notify_role' | 'notify_person' | 'raise_rank' | 'reassign';
  /** The role, the person or the group; null where the action says it already. A role's name is its code. */
  to: RefResponse | null;
}

export class TargetCalendarResponse {
  id: string;
  code: string;
  name: string;
}

/** What a target promises. */
export class TargetTermsResponse {
  seconds: number;
  calendar: TargetCalendarResponse;
  pauseReasons: string[];
  thresholds: number[];
  steps: EscalationStepResponse[];
}

/** A target of a policy; null stands for all. */
export class PolicyTargetResponse extends TargetTermsResponse {
  ticketType: string;
  kind: 'response' | 'resolution' | 'ola' | 'supplier';
  priority: number;
  service: RefResponse | null;
  institution: RefResponse | null;
  /** Of an OLA the group. */
  party: RefResponse | null;
}

export class PolicyVersionRefResponse {
  id: string;
  version: number;
  validFrom: string;
  publishedAt: string | null;
  publishedBy: RefResponse | null;
  note: string | null;
}

export class PolicyDraftRefResponse {
  /** Stays the version's id when it is published. */
  id: string;
  /** The version that it would become. */
  version: number;
  /** Counts its savings; the ETag. */
  revision: number;
  drafters: RefResponse[];
  updatedAt: string;
  note: string | null;
}

export class PolicyResponse {
  id: string;
  code: string;
  name: string;
  /** Holds where no agreement names another. */
  general: boolean;
  inForce: PolicyVersionRefResponse | null;
  /** Published, and not yet in force. */
  coming: PolicyVersionRefResponse | null;
  /** Published ones, the latest first. */
  versions: PolicyVersionRefResponse[];
  draft: PolicyDraftRefResponse | null;
}

export class PoliciesResponse {
  items: PolicyResponse[];
}

export class PolicyVersionResponse extends PolicyVersionRefResponse {
  policy: RefResponse;
  midFlightRule: 'middle_of_three' | 'restart' | 'replay';
  targets: PolicyTargetResponse[];
}

export class PolicyWarningResponse {
  code: 'no-target' | 'ola-over-sla' | 'uc-over-sla' | 'other-calendar';
  kind: 'response' | 'resolution' | 'ola' | 'supplier';
  ticketType: string;
  priority: number;
  service: RefResponse | null;
  institution: RefResponse | null;
  seconds: number | null;
  promisedSeconds: number | null;
  /** The same in words. */
  text: string;
}

export class PolicyDraftAbilitiesResponse {
  edit: boolean;
  publish: boolean;
}

export class PolicyDraftResponse extends PolicyDraftRefResponse {
  policy: RefResponse;
  midFlightRule: 'middle_of_three' | 'restart' | 'replay';
  targets: PolicyTargetResponse[];
  warnings: PolicyWarningResponse[];
  abilities: PolicyDraftAbilitiesResponse;
}

export class ChangedTargetResponse {
  target: PolicyTargetResponse;
  before: TargetTermsResponse;
  /** The terms that differ. */
  terms: ('seconds' | 'calendar' | 'pauseReasons' | 'thresholds' | 'steps')[];
}

export class ChangedRuleResponse {
  before: 'middle_of_three' | 'restart' | 'replay';
  after: 'middle_of_three' | 'restart' | 'replay';
}

export class PolicyComparisonResponse {
  /** What it is compared with: the version published last; null where there is none. */
  with: PolicyVersionRefResponse | null;
  added: PolicyTargetResponse[];
  removed: PolicyTargetResponse[];
  changed: ChangedTargetResponse[];
  unchanged: number;
  midFlightRule: ChangedRuleResponse | null;
}
