import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import { Clock, type Instant, notFound } from '#kernel';
import { Database, type Page, pageOf, readCursor, ts } from '#platform';
import { Params, TicketFacts } from '#tickets';
import type { ClockFact } from '../domain/clock-fact.js';
import type { GivenTime } from '../domain/clock-honesty.js';
import type { ClockList, ComplianceList, View } from '../domain/compliance-list.js';
import { type FigureScope, rowScope } from '../domain/figure-scope.js';
import type { Dimension } from '../domain/kpi.js';
import type { Month } from '../domain/month.js';
import { NONE } from '../domain/ticket-event.js';
import { EditionStore } from '../store/edition-store.js';
import { clockListSql } from './clock-list-sql.js';
import type { Selection } from './selection.js';
import { TicketsWithoutClock } from './tickets-without-clock.js';

export interface ComplianceRowsQuery {
  readonly month: Month;
  readonly list: ComplianceList;
  readonly as: View;
  readonly by?: Dimension | undefined;
  /** A key of the breakdown; empty for the rows whose key stands for nothing. */
  readonly key?: string | undefined;
  readonly part?: string | undefined;
  /** The number of an edition that was replaced; the latest where absent. */
  readonly edition?: number | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A relaxation with the names of those who made and allowed it. */
export interface NamedRelaxation {
  readonly at: Instant;
  readonly seconds: number;
  readonly by: string | null;
  readonly allowedBy: GivenTime[3];
  readonly confirmedBy: string | null;
}

/** The clock of a row, as both promises see it. Lengths in seconds. */
export interface ListedClock extends Pick<
  ClockFact,
  'kind' | 'cycle' | 'state' | 'outcome' | 'outcomeAt' | 'agreedOutcome' | 'agreedAt' | 'priority' | 'exclusion' | 'mark' | 'voids'
> {
  readonly startedAt: Instant | null;
  readonly workedSeconds: number | null;
  readonly waitedSeconds: number | null;
  readonly pausedSeconds: number;
  readonly relaxations: readonly NamedRelaxation[];
}

/** One row of a list. The ticket is null where the actor may not see it, the clock where there is none. */
export interface ComplianceRow {
  readonly id: string;
  readonly at: Instant;
  readonly ticket: { readonly id: string; readonly number: string; readonly title: string } | null;
  readonly clock: ListedClock | null;
}

type FactRow = Omit<ListedClock, 'relaxations'> & { id: string; at: Instant; ticketId: string; relaxations: readonly GivenTime[] };

const COLUMNS = `f.clock_id as id, f.ticket_id as "ticketId", f.kind, f.cycle, f.state, f.outcome, f.outcome_at as "outcomeAt",
  f.agreed_outcome as "agreedOutcome", f.agreed_at as "agreedAt", f.priority, f.exclusion, f.mark, f.voids, f.started_at as "startedAt",
  f.worked_seconds as "workedSeconds", f.waited_seconds as "waitedSeconds", f.relaxations,
  (select coalesce(sum((p->>4)::bigint), 0)::int from jsonb_array_elements(f.pauses) p) as "pausedSeconds"`;

/** The rows behind every number of the compliance report, by the query that counted it. */
@Injectable()
export class ComplianceRows {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tickets: TicketFacts,
    private readonly identity: IdentityFacts,
    private readonly editions: EditionStore,
    private readonly withoutClock: TicketsWithoutClock,
  ) {}

  /** Throws `kpis.rows-not-allowed` where the actor reads figures only, 404 for an edition that is not there. */
  async read(actor: Actor, query: ComplianceRowsQuery): Promise<Page<ComplianceRow>> {
    const scope = rowScope(actor, 'KPI-09');
    const { list } = query;
    const page = list === 'without_clock' ? await this.clockless(query, scope) : await this.clocks({ ...query, list }, scope);
    return { items: await this.present(actor, page.items), nextCursor: page.nextCursor };
  }

  private async clockless({ month, cursor, limit }: ComplianceRowsQuery, scope: FigureScope): Promise<Page<FactRow>> {
    const after = readCursor(cursor, 2);
    const found = await this.withoutClock.page([month], scope, { after: after && [String(after[0]), String(after[1])], limit: limit + 1 });
    const rows = found.map(
      ({ ticketId, submittedAt }) => ({ id: ticketId, ticketId, at: submittedAt, relaxations: [] }) as unknown as FactRow,
    );
    return pageOf(rows, limit, (row) => [ts(row.at), row.id]);
  }

  private async clocks(query: ComplianceRowsQuery & { readonly list: ClockList }, scope: FigureScope): Promise<Page<FactRow>> {
    const { list, part, cursor, limit, as } = query;
    const after = readCursor(cursor, 2);
    const params = new Params();
    const from = clockListSql({ list, part, now: this.clock.now(), selection: await this.selection(query, scope) }, params);
    const at = `coalesce(${as === 'agreed' ? 'f.agreed_at' : 'f.outcome_at'}, f.stopped_at, f.started_at, f.month::timestamptz, 'epoch')`;
    const beyond = after ? `and (${at}, f.clock_id) < (${params.add(after[0])}::timestamptz, ${params.add(after[1])}::uuid)` : '';
    const rows = await this.database.query<FactRow>(
      `select ${at} as at, ${COLUMNS} ${from} ${beyond} order by ${at} desc, f.clock_id desc limit ${params.add(limit + 1)}`,
      params.values,
    );
    return pageOf(rows, limit, (row) => [ts(row.at), row.id]);
  }

  private async selection({ month, by, key, as, edition }: ComplianceRowsQuery, scope: FigureScope): Promise<Selection> {
    const id = edition === undefined ? undefined : await this.editions.byNumber('KPI-09', month, edition);
    if (edition !== undefined && id === undefined) throw notFound('kpis.edition');
    const cell = by && key !== undefined ? { by, key: key || (by === 'priority' ? '0' : NONE) } : undefined;
    return { code: 'KPI-09', months: [month], scope, userSupportGroupIds: [], cell, as, edition: id };
  }

  private async present(actor: Actor, rows: readonly FactRow[]): Promise<ComplianceRow[]> {
    const ids = [...new Set(rows.map((row) => row.ticketId))];
    const people = [...new Set(rows.flatMap((row) => row.relaxations.flatMap((one) => [one[2], one[4]])).filter((id) => id !== null))];
    const [facts, visible, names] = await Promise.all([
      this.tickets.byIds(ids),
      this.tickets.visibleAmong(actor, ids),
      people.length > 0 ? this.identity.names(people) : new Map<string, string>(),
    ]);
    return rows.map((row) => {
      const ticket = visible.has(row.ticketId) ? facts.get(row.ticketId) : undefined;
      return {
        id: row.id,
        at: row.at,
        ticket: ticket ? { id: ticket.id, number: ticket.number, title: ticket.title } : null,
        clock: row.kind === undefined ? null : { ...row, relaxations: row.relaxations.map((one) => named(one, names)) },
      };
    });
  }
}

function named([at, seconds, actorId, allowedBy, confirmedBy]: GivenTime, names: ReadonlyMap<string, string>): NamedRelaxation {
  const name = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  return { at, seconds, by: name(actorId), allowedBy, confirmedBy: name(confirmedBy) };
}
