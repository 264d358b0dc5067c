import { formatInstant } from '#kernel';
import type { SubjectFacts } from '../../ports/approval-subjects.js';

export class ApprovalRiskResponse {
  /** 1 to 3 each; the score is their product. */
  likelihood: number;
  impact: number;
  score: number;
}

export class ApprovalWindowResponse {
  from: string;
  to: string;
}

export class ApprovalRollbackResponse {
  planned: boolean;
  /** How long the way back takes. */
  minutes: number | null;
}

export class ApprovalBegunResponse {
  at: string;
  /** When somebody agreed by word of mouth. */
  consentAt: string | null;
}

export class ApprovalConflictResponse {
  reason: string;
  blocking: boolean;
  /** The other change; null where it is none, or not the reader's business. */
  number: string | null;
  from: string;
  to: string;
}

/** What an approver must know to decide. */
export class SubjectFactsResponse {
  kind: string | null;
  summary: string;
  services: string[];
  risk: ApprovalRiskResponse | null;
  window: ApprovalWindowResponse | null;
  outageMinutes: number;
  rollback: ApprovalRollbackResponse;
  /** The work has begun already and is to be ratified. */
  begun: ApprovalBegunResponse | null;
  conflicts: ApprovalConflictResponse[];

  static from({ window, begun, conflicts, services, ...facts }: SubjectFacts): SubjectFactsResponse {
    return {
      ...facts,
      services: [...services],
      window: window && { from: formatInstant(window.from), to: formatInstant(window.to) },
      begun: begun && { at: formatInstant(begun.at), consentAt: begun.consentAt === null ? null : formatInstant(begun.consentAt) },
      conflicts: conflicts.map(({ from, to, ...conflict }) => ({ ...conflict, from: formatInstant(from), to: formatInstant(to) })),
    };
  }
}
