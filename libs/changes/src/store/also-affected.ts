import { Injectable } from '@nestjs/common';
import { type Queryable, ts, type Tx } from '#platform';

/** How many people of one institution have the trouble too. */
export interface AffectedInstitution {
  readonly announcementId: string;
  readonly institutionId: string;
  readonly people: number;
}

/** Who said that he has the trouble too: once for each person. */
@Injectable()
export class AlsoAffectedPeople {
  /** Answers false where he had said so already. */
  async add(tx: Tx, announcementId: string, userId: string, institutionId: string): Promise<boolean> {
    const added = await tx.execute(
      `insert into changes.also_affected (announcement_id, user_id, institution_id, at) values ($1, $2, $3, $4) on conflict do nothing`,
      [announcementId, userId, institutionId, ts(tx.now)],
    );
    return added > 0;
  }

  /** Answers false where he had not said so. */
  async remove(tx: Tx, announcementId: string, userId: string): Promise<boolean> {
    return (
      (await tx.execute(`delete from changes.also_affected where announcement_id = $1 and user_id = $2`, [announcementId, userId])) > 0
    );
  }

  async byInstitution(on: Queryable, announcementIds: readonly string[]): Promise<AffectedInstitution[]> {
    return on.query<AffectedInstitution>(
      `select announcement_id as "announcementId", institution_id as "institutionId", count(*)::int as people
       from changes.also_affected where announcement_id = any($1::uuid[]) group by 1, 2 order by 3 desc, 2`,
      [announcementIds],
    );
  }

  /** Which of these announcements the person has the trouble of too. */
  async ofPerson(on: Queryable, userId: string, announcementIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await on.query<{ id: string }>(
      'select announcement_id as id from changes.also_affected where user_id = $1 and announcement_id = any($2::uuid[])',
      [userId, announcementIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async people(on: Queryable, announcementId: string): Promise<string[]> {
    const rows = await on.query<{ id: string }>('select user_id as id from changes.also_affected where announcement_id = $1 order by 1', [
      announcementId,
    ]);
    return rows.map(({ id }) => id);
  }
}
