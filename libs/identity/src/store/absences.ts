import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, fieldRefused, notFound } from '#kernel';
import { ts, type Queryable, type Tx } from '#platform';

/** The day that it is in Latvia. */
const TODAY = `(now() at time zone 'Europe/Riga')::date`;

/** Nobody plans more of them. */
const AT_MOST = 50;

export interface NewAbsence {
  /** `YYYY-MM-DD`, both included. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly delegateId: string | null;
}

export interface AbsenceView {
  readonly id: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly delegate: { readonly id: string; readonly name: string } | null;
}

/** An absence under way of which nobody has been told yet. */
export interface BegunAbsence extends NewAbsence {
  readonly userId: string;
}

/** The day until which a person is away today, and who stands in for him: to be joined to a statement over people. */
export const awayToday = (user: string): string =>
  `left join lateral (select a.last_day::text as until, d.id as delegate_id, d.name as delegate_name
     from identity.absence a left join identity.app_user d on d.id = a.delegate_id
     where a.user_id = ${user}.id and a.last_day >= ${TODAY} and a.first_day <= ${TODAY}) away on true`;

/** When people are away. */
@Injectable()
export class Absences {
  /** What lies ahead or is under way, by its first day. */
  async ahead(on: Queryable, userId: string): Promise<AbsenceView[]> {
    return on.query<AbsenceView>(
      `select a.id, a.first_day::text as "firstDay", a.last_day::text as "lastDay",
         case when d.id is not null then json_build_object('id', d.id, 'name', d.name) end as delegate
       from identity.absence a left join identity.app_user d on d.id = a.delegate_id
       where a.user_id = $1 and a.last_day >= ${TODAY} order by a.first_day limit ${AT_MOST}`,
      [userId],
    );
  }

  /** Throws (invalid) for days that have passed or are none, and `identity.absence-overlaps` (conflict) where there is one already. */
  async add(tx: Tx, userId: string, { firstDay, lastDay, delegateId }: NewAbsence): Promise<string> {
    const [check] = await tx.query<{ past: boolean; count: number }>(
      `select $2::date < ${TODAY} as past, (select count(*)::int from identity.absence where user_id = $1 and last_day >= ${TODAY}) as count`,
      [userId, lastDay],
    );
    if (check?.past) throw fieldRefused('identity.absence-past', 'lastDay');
    if ((check?.count ?? 0) >= AT_MOST) throw new DomainError('identity.absences-too-many', { most: AT_MOST });
    const id = randomUUID();
    const added = await tx.execute(
      `insert into identity.absence (id, user_id, first_day, last_day, delegate_id, created_at) values ($1, $2, $3, $4, $5, $6)
       on conflict on constraint ex_absence_overlap do nothing`,
      [id, userId, firstDay, lastDay, delegateId, ts(tx.now)],
    );
    if (added === 0) throw new DomainError('identity.absence-overlaps', {}, 'conflict');
    return id;
  }

  /** Takes some that are under way and have not said so; each is taken once. */
  async begin(tx: Tx, most: number): Promise<BegunAbsence[]> {
    return tx.query<BegunAbsence>(
      `with begun as (
         update identity.absence set begun_at = $1 where id in (
           select id from identity.absence where begun_at is null and first_day <= ${TODAY} and last_day >= ${TODAY}
           order by first_day limit $2 for update skip locked)
         returning user_id, first_day, last_day, delegate_id)
       select b.user_id as "userId", b.first_day::text as "firstDay", b.last_day::text as "lastDay", b.delegate_id as "delegateId"
       from begun b join identity.app_user u on u.id = b.user_id where u.active`,
      [ts(tx.now), most],
    );
  }

  async remove(tx: Tx, userId: string, id: string): Promise<void> {
    const removed = await tx.execute(`delete from identity.absence where id = $1 and user_id = $2`, [id, userId]);
    if (removed === 0) throw notFound('identity.absence');
  }
}
