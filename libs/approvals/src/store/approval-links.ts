import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hashToken, type Instant, newToken } from '#kernel';
import { Database, type Queryable, ts, type Tx } from '#platform';

/** A link as it is kept: the token itself is only in the mail. */
export interface ApprovalLink {
  readonly id: string;
  readonly approvalId: string;
  readonly roundId: string;
  readonly spentAt: Instant | null;
}

/** Links of mails, found by the hash of their token. */
@Injectable()
export class ApprovalLinks {
  constructor(private readonly database: Database) {}

  async byToken(token: string, on: Queryable = this.database): Promise<ApprovalLink | undefined> {
    const [row] = await on.query<ApprovalLink>(
      `select l.id, l.approval_id as "approvalId", s.round_id as "roundId", l.spent_at as "spentAt"
       from approvals.link l join approvals.approval a on a.id = l.approval_id join approvals.step s on s.id = a.step_id where l.token_hash = $1`,
      [hashToken(token)],
    );
    return row;
  }

  /** Makes a link of a pending approval; answers its token. Each mail has one of its own, so that none need be kept. */
  async create(tx: Tx, approvalId: string): Promise<string> {
    const token = newToken();
    await tx.execute(`insert into approvals.link (id, approval_id, token_hash, created_at) values ($1, $2, $3, $4)`, [
      randomUUID(),
      approvalId,
      hashToken(token),
      ts(tx.now),
    ]);
    return token;
  }

  /** All links of an approval are spent together. */
  async spend(tx: Tx, approvalId: string): Promise<void> {
    await tx.execute(`update approvals.link set spent_at = $2 where approval_id = $1 and spent_at is null`, [approvalId, ts(tx.now)]);
  }
}
