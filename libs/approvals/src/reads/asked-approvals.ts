import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import type { Queryable, Tx } from '#platform';
import type { Purpose, Words } from '../domain/approval-words.js';
import { ApprovalLinks } from '../store/approval-links.js';

/** Somebody whose word is awaited now. */
export interface AskedApproval {
  readonly approvalId: string;
  readonly approverId: string;
  readonly ticketId: string;
  readonly purpose: Purpose;
  readonly step: Words;
  readonly dueAt: Instant;
  readonly escalated: boolean;
}

/** For notices and mails: who is asked, and the token of a link for each. */
@Injectable()
export class AskedApprovals {
  constructor(private readonly links: ApprovalLinks) {}

  /** Those of these steps, or these approvals, that wait for an answer now. */
  async pending(
    on: Queryable,
    { steps = [], approvals = [] }: { readonly steps?: readonly string[]; readonly approvals?: readonly string[] },
  ) {
    return on.query<AskedApproval>(
      `select a.id as "approvalId", a.approver_id as "approverId", r.ticket_id as "ticketId", r.purpose,
         jsonb_build_object('lv', s.name_lv, 'en', s.name_en) as step, s.due_at as "dueAt", a.escalated
       from approvals.approval a join approvals.step s on s.id = a.step_id join approvals.round r on r.id = s.round_id
       where (a.step_id = any($1::uuid[]) or a.id = any($2::uuid[])) and a.state = 'pending' and s.state = 'open' order by a.id`,
      [steps, approvals],
    );
  }

  /** A token that decides this approval once, by the page that it leads to. Only the mail may hold it. */
  async linkFor(tx: Tx, approvalId: string): Promise<string> {
    return this.links.create(tx, approvalId);
  }
}
