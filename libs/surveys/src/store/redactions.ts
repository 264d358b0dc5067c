import { Injectable } from '@nestjs/common';
import { type Queryable, ts, type Tx } from '#platform';
import type { Redaction } from '../domain/redaction.js';

/** Comments as they may be read. Every proposal replaces the one before, and asks for a confirmation of its own. */
@Injectable()
export class Redactions {
  async of(on: Queryable, campaignId: string): Promise<ReadonlyMap<string, Redaction>> {
    const rows = await on.query<Redaction>(
      `select comment_id as "commentId", text, proposed_by as "proposedBy", confirmed_by as "confirmedBy", version
       from surveys.comment_redaction where campaign_id = $1`,
      [campaignId],
    );
    return new Map(rows.map((row) => [row.commentId, row]));
  }

  async lock(tx: Tx, commentId: string): Promise<Redaction | undefined> {
    const [row] = await tx.query<Redaction>(
      `select comment_id as "commentId", text, proposed_by as "proposedBy", confirmed_by as "confirmedBy", version
       from surveys.comment_redaction where comment_id = $1 for update`,
      [commentId],
    );
    return row;
  }

  async propose(tx: Tx, campaignId: string, commentId: string, text: string | null, by: string): Promise<void> {
    await tx.execute(
      `insert into surveys.comment_redaction (comment_id, campaign_id, text, proposed_by, proposed_at) values ($1, $2, $3, $4, $5)
       on conflict (comment_id) do update set text = excluded.text, proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at,
         confirmed_by = null, confirmed_at = null, version = comment_redaction.version + 1`,
      [commentId, campaignId, text, by, ts(tx.now)],
    );
  }

  async confirm(tx: Tx, commentId: string, by: string): Promise<void> {
    await tx.execute(
      `update surveys.comment_redaction set confirmed_by = $2, confirmed_at = $3, version = version + 1 where comment_id = $1`,
      [commentId, by, ts(tx.now)],
    );
  }
}
