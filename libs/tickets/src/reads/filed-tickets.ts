import type { Instant } from '#kernel';
import { type Queryable, ts } from '#platform';
import type { TicketRecord } from '../domain/ticket.js';
import type { TicketPlace } from './ticket-texts.js';

/** An incident as it was filed, and the group that resolved it; null while nobody has. */
export interface FiledTicket
  extends TicketPlace, Pick<TicketRecord, 'title' | 'description' | 'serviceId' | 'institutionId' | 'source' | 'submittedAt'> {
  readonly endedGroupId: string | null;
}

const FILED = `t.submitted_at >= $1 and t.type = 'incident' and not t.restricted`;

/** Incidents filed since then, newest first, whoever asks; the next ones after `last`. Restricted ones are nobody's business here. */
export async function filedTickets(
  on: Queryable,
  { since, last, limit }: { readonly since: Instant; readonly last: TicketPlace | null; readonly limit: number },
): Promise<FiledTicket[]> {
  return on.query<FiledTicket>(
    `select t.id, t.title, t.description, t.service_id as "serviceId", t.institution_id as "institutionId", t.source,
       t.submitted_at as "submittedAt",
       case when t.state in ('resolved', 'closed') then coalesce(t.resolver_group_id, t.group_id) end as "endedGroupId"
     from tickets.ticket t
     where ${FILED} and (t.submitted_at, t.id) < ($2::timestamptz, $3::uuid) order by t.submitted_at desc, t.id desc limit $4`,
    [ts(since), last ? ts(last.submittedAt) : 'infinity', last?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', limit],
  );
}

/** How many there are, counted up to `most`. */
export async function countFiledTickets(on: Queryable, since: Instant, most: number): Promise<number> {
  const [row] = await on.query<{ count: number }>(
    `select count(*)::integer as count from (select 1 from tickets.ticket t where ${FILED} limit $2) f`,
    [ts(since), most],
  );
  return row!.count;
}
