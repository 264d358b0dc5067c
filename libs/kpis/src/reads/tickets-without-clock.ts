import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { Database, ts } from '#platform';
import { Params } from '#tickets';
import type { FigureScope } from '../domain/figure-scope.js';
import { type Month, monthEnd, monthStart } from '../domain/month.js';

export interface WithoutClock {
  readonly ticketId: string;
  readonly submittedAt: Instant;
}

/** Tickets that were submitted in a month and never got a clock: nothing was promised for them, so no figure tells of them. */
@Injectable()
export class TicketsWithoutClock {
  constructor(private readonly database: Database) {}

  async count(months: readonly Month[], scope: FigureScope): Promise<number> {
    const params = new Params();
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count ${withoutClockSql(months, scope, params)}`,
      params.values,
    );
    return row?.count ?? 0;
  }

  /** The same tickets, latest first; `after` is the last one of the page before. */
  async page(
    months: readonly Month[],
    scope: FigureScope,
    { after, limit }: { after?: readonly [string, string] | undefined; limit: number },
  ): Promise<WithoutClock[]> {
    const params = new Params();
    const from = withoutClockSql(months, scope, params);
    const beyond = after ? `and (s.at, s.subject_id) < (${params.add(after[0])}::timestamptz, ${params.add(after[1])}::uuid)` : '';
    return this.database.query<WithoutClock>(
      `select s.subject_id as "ticketId", s.at as "submittedAt" ${from} ${beyond} order by s.at desc, s.subject_id desc limit ${params.add(limit)}`,
      params.values,
    );
  }
}

function withoutClockSql(months: readonly Month[], scope: FigureScope, params: Params): string {
  const [from, to] = [params.add(ts(monthStart(months[0]!))), params.add(ts(monthEnd(months.at(-1)!)))];
  const mine = scope.all
    ? 'true'
    : `((s.payload->>'institutionId')::uuid = any(${params.add(scope.institutionIds)}::uuid[]) or (s.payload->>'groupId')::uuid = any(${params.add(scope.groupIds)}::uuid[]))`;
  const has = (condition: string): string =>
    `exists (select 1 from platform.event_log o where o.subject_type = 'ticket' and o.subject_id = s.subject_id and ${condition})`;
  return `from platform.event_log s
    where s.type = 'incidents.submitted' and s.at >= ${from}::timestamptz and s.at < ${to}::timestamptz and ${mine}
      and not ${has(`o.type = 'sla.clock-started'`)}
      and not ${has(`o.type = 'incidents.cancelled' and o.payload->>'reason' = 'test'`)}`;
}
