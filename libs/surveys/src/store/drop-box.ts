import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '#platform';
import type { Answers } from '../domain/question.js';
import type { Place } from '../domain/sealed-answers.js';

/** A sealed envelope with where it belongs. */
export interface Envelope extends Place {
  readonly id: string;
  readonly envelope: Buffer;
}

/** What comes out of an envelope. */
export interface OpenedResponse extends Place {
  readonly answers: Answers;
  readonly userId: string | null;
}

/** The drop box and the responses that come out of it. No row of either tells when it came or after which other. */
@Injectable()
export class DropBox {
  constructor(private readonly database: Database) {}

  async put(tx: Tx, { campaignId, institutionId }: Place, envelope: Buffer): Promise<void> {
    await tx.execute(`insert into surveys.drop_box (id, campaign_id, institution_id, envelope) values ($1, $2, $3, $4)`, [
      randomUUID(),
      campaignId,
      institutionId,
      envelope,
    ]);
  }

  /** Campaigns under way in which some institution has put in enough to be mixed. */
  async ripe(on: Queryable = this.database): Promise<string[]> {
    const rows = await on.query<{ id: string }>(
      `select distinct c.id from surveys.drop_box b join surveys.campaign c on c.id = b.campaign_id
       where c.state = 'open' group by c.id, c.min_group, b.institution_id having count(*) >= c.min_group`,
    );
    return rows.map(({ id }) => id);
  }

  /** Locks a campaign against submissions and other movers. The smallest number of answers of an institution that may be mixed. */
  async lockCampaign(tx: Tx, campaignId: string): Promise<number> {
    const [row] = await tx.query<{ minGroup: number }>(
      `select min_group as "minGroup" from surveys.campaign where id = $1 and state = 'open' for update`,
      [campaignId],
    );
    return row?.minGroup ?? Infinity;
  }

  async inside(on: Queryable, campaignId: string): Promise<Envelope[]> {
    return on.query<Envelope>(
      `select id, campaign_id as "campaignId", institution_id as "institutionId", envelope from surveys.drop_box where campaign_id = $1`,
      [campaignId],
    );
  }

  /**
   * Writes responses in the order given, takes their envelopes out of the box, and writes who has answered anew in random order: all rows then
   * come from one transaction. Every response gets the day of this transaction, not the day on which it was given.
   */
  async move(tx: Tx, campaignId: string, taken: readonly string[], responses: readonly OpenedResponse[]): Promise<void> {
    const rows = responses.map(({ institutionId, answers, userId }) => ({ id: randomUUID(), institutionId, answers, userId }));
    await tx.execute(
      `insert into surveys.response (id, campaign_id, institution_id, "on", answers, user_id)
       select r.id, $1, r."institutionId", (now() at time zone 'Europe/Riga')::date, r.answers, r."userId"
       from jsonb_to_recordset($2::jsonb) as r(id uuid, "institutionId" uuid, answers jsonb, "userId" uuid)`,
      [campaignId, JSON.stringify(rows)],
    );
    await tx.execute(`delete from surveys.drop_box where id = any($1::uuid[])`, [taken]);
    await tx.execute(`select surveys.mix_participation($1)`, [campaignId]);
  }

  /** Clears what deleted and rewritten rows leave behind in the files of the database. Outside any transaction. */
  async sweep(): Promise<void> {
    await this.database.query(`vacuum surveys.drop_box`);
    await this.database.query(`vacuum surveys.invitation`);
  }
}
