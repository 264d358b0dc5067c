import { formatInstant } from '#kernel';
import type { ApprovalLinkPage } from '../../reads/approval-link-page.js';
import { SubjectFactsResponse } from './subject-facts.response.js';

export class ApprovalLinkMatterResponse {
  approver: string;
  title: string;
  purpose: 'authorise' | 'ratify';
  dueAt: string;
  step: string;
  seats: number;
  needed: number;
  approved: number;
  facts: SubjectFactsResponse | null;
}

export class ApprovalLinkResponse {
  ticketNumber: string;
  locale: 'lv' | 'en';
  state: 'open' | 'used' | 'expired';
  /** What was decided, where the link is used. */
  decision: 'pending' | 'approved' | 'rejected' | 'delegated' | 'expired' | 'cancelled' | null;
  /** Null once the link has expired. */
  matter: ApprovalLinkMatterResponse | null;

  static from({ matter, ...page }: ApprovalLinkPage): ApprovalLinkResponse {
    if (!matter) return { ...page, matter };
    const { tally, facts, dueAt, ...rest } = matter;
    const { seats, needed, approved } = tally;
    const shown = { ...rest, seats, needed, approved, dueAt: formatInstant(dueAt), facts: facts && SubjectFactsResponse.from(facts) };
    return { ...page, matter: shown };
  }
}
