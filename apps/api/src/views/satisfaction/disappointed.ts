import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import type { Instant } from '#kernel';
import { Database, type Page, pageOf, readCursor, ts } from '#platform';
import { type Named, Params, TicketFacts, TicketNames } from '#tickets';
import { BROKEN, KEPT, type RatedSelection, ratedSql } from './rated-facts-sql.js';
import { countedScope, listedScope } from './satisfaction-scope.js';

/** Bad ratings among those of tickets whose promises were kept, or were not. Null where they are too few to be shown. */
export interface BadShare {
  readonly rated: number;
  readonly bad: number;
}

export interface ByPromise {
  readonly kept: BadShare | null;
  readonly broken: BadShare | null;
}

/** A ticket whose promises were kept, and whose requester was disappointed all the same: "green clock, bad rating". */
export interface Disappointed {
  readonly id: string;
  readonly at: Instant;
  /** Null where there is none, and where the actor may not see the ticket. */
  readonly comment: string | null;
  readonly ticket: { readonly id: string; readonly number: string; readonly title: string } | null;
  readonly institution: Named;
  readonly service: Named | null;
  readonly group: Named;
  /** Contract time that the resolution took, and what went by on the wall clock, in seconds. */
  readonly workedSeconds: number | null;
  readonly waitedSeconds: number | null;
  readonly followUp: { readonly state: 'open' | 'done' | 'withdrawn'; readonly dueAt: Instant } | null;
}

interface Row {
  id: string;
  at: Instant;
  comment: string | null;
  ticketId: string;
  institutionId: string;
  serviceId: string;
  groupId: string;
  workedSeconds: number | null;
  waitedSeconds: number | null;
  state: 'open' | 'done' | 'withdrawn' | null;
  dueAt: Instant | null;
}

/** Opinions of fewer people are not shown (DOMAIN 5). */
const FEW = 5;
const NO_SERVICE = '00000000-0000-0000-0000-000000000000';

const SELECT = `select r.id, f.rated_at as at, r.comment, f.ticket_id as "ticketId", f.institution_id as "institutionId", f.service_id as "serviceId",
    f.group_id as "groupId", clock.worked_seconds as "workedSeconds", clock.waited_seconds as "waitedSeconds", u.state, u.due_at as "dueAt"`;
const BESIDE = `left join ratings.follow_up u on u.rating_id = r.id
    left join lateral (select c.worked_seconds, c.waited_seconds from kpis.clock_fact c
      where c.edition = 0 and c.ticket_id = f.ticket_id and c.kind = 'resolution' and c.outcome = 'met' order by c.cycle desc limit 1) clock on true`;

/** What kept promises say of satisfaction, and the tickets where they do not. */
@Injectable()
export class DisappointedList {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityFacts,
    private readonly tickets: TicketFacts,
    private readonly names: TicketNames,
  ) {}

  /** Both shares; of two groups of which one is too small, neither is shown: the month's total would give it away. */
  async byPromise(actor: Actor, month: string): Promise<ByPromise> {
    const params = new Params();
    const share = (kept: string): string =>
      `count(*) filter (where ${kept})::int as rated, count(*) filter (where ${kept} and f.value = 1)::int as bad, count(distinct f.rater_id) filter (where ${kept})::int as people`;
    const selection = await this.selection(month, countedScope(actor));
    const from = ratedSql(selection, params);
    const [kept, broken] = await Promise.all(
      [KEPT, BROKEN].map(async (which) => {
        const [row] = await this.database.query<BadShare & { people: number }>(`select ${share(which)} ${from}`, params.values);
        return row!;
      }),
    );
    const few = [kept!, broken!].some(({ people }) => people > 0 && people < FEW);
    const shown = ({ rated, bad }: BadShare): BadShare | null => (few || rated === 0 ? null : { rated, bad });
    return { kept: shown(kept!), broken: shown(broken!) };
  }

  /** The latest first. Throws `ratings.rows-not-allowed` where the actor reads aggregates only. */
  async page(
    actor: Actor,
    { month, cursor, limit }: { month: string; cursor?: string | undefined; limit: number },
  ): Promise<Page<Disappointed>> {
    const params = new Params();
    const selection = await this.selection(month, listedScope(actor));
    const from = ratedSql(selection, params, BESIDE);
    const after = readCursor(cursor, 2);
    const beyond = after ? `and (f.rated_at, r.id) < (${params.add(after[0])}::timestamptz, ${params.add(after[1])}::uuid)` : '';
    const rows = await this.database.query<Row>(
      `${SELECT} ${from} and f.value = 1 and ${KEPT} ${beyond} order by f.rated_at desc, r.id desc limit ${params.add(limit + 1)}`,
      params.values,
    );
    const page = pageOf(rows, limit, (row) => [ts(row.at), row.id]);
    return { items: await this.present(actor, page.items), nextCursor: page.nextCursor };
  }

  private async selection(month: string, scope: RatedSelection['scope']): Promise<RatedSelection> {
    return { months: [month], scope, userSupportGroupIds: await this.identity.userSupportGroups() };
  }

  private async present(actor: Actor, rows: readonly Row[]): Promise<Disappointed[]> {
    const ticketIds = rows.map((row) => row.ticketId);
    const [facts, visible, names] = await Promise.all([
      this.tickets.byIds(ticketIds),
      this.tickets.visibleAmong(actor, ticketIds),
      this.names.find(actor.locale, {
        institutions: rows.map((row) => row.institutionId),
        services: rows.map((row) => (row.serviceId === NO_SERVICE ? null : row.serviceId)),
        groups: rows.map((row) => row.groupId),
      }),
    ]);
    return rows.map(({ ticketId, institutionId, serviceId, groupId, state, dueAt, comment, ...row }) => {
      const ticket = visible.has(ticketId) ? facts.get(ticketId) : undefined;
      return {
        ...row,
        comment: ticket ? comment : null,
        ticket: ticket ? { id: ticket.id, number: ticket.number, title: ticket.title } : null,
        institution: names.of(institutionId),
        service: names.orNull(serviceId === NO_SERVICE ? null : serviceId),
        group: names.of(groupId),
        followUp: state && dueAt !== null ? { state, dueAt } : null,
      };
    });
  }
}
