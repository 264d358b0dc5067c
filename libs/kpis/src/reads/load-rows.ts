import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import { Clock, type Instant } from '#kernel';
import { Database, type Page, pageOf, readCursor, ts } from '#platform';
import { Params, TicketFacts } from '#tickets';
import type { LoadDay } from '../domain/load-days.js';
import { hourStart, type LoadKind } from '../domain/load-fact.js';
import { type AgeBand, ageOn, dateEnding, endOf, inBand, openAtSql } from './backlog-ages.js';
import { type LoadPart, loadPartSql } from './load-part.js';

/** Which rows: those that a figure of the load counts. */
export interface LoadRowsQuery {
  readonly what: LoadKind | 'open';
  readonly days: readonly LoadDay[];
  /** Only this hour of the week; the hour by the wall clock of Riga. */
  readonly weekday?: number | undefined;
  readonly hour?: number | undefined;
  /** Of what is open: only this age. */
  readonly band?: AgeBand | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** One row behind a figure. The ticket is null where the actor may not see it. */
export interface LoadRow {
  readonly id: string;
  /** When it happened; of what is open, when it came. */
  readonly at: Instant;
  readonly ticket: { readonly id: string; readonly number: string; readonly title: string } | null;
  readonly group: string | null;
  /** Of what is open: its age in calendar days. */
  readonly days: number | null;
}

interface Row {
  readonly id: string;
  readonly at: Instant;
  readonly ticket_id: string;
  readonly group_id: string;
  readonly days: number | null;
}

/** The rows behind arrivals and resolutions, latest first, and behind the backlog, oldest first. */
@Injectable()
export class LoadRows {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly tickets: TicketFacts,
    private readonly identity: IdentityFacts,
  ) {}

  async read(actor: Actor, part: LoadPart, query: LoadRowsQuery): Promise<Page<LoadRow>> {
    const params = new Params();
    const sql = query.what === 'open' ? this.openSql(part, query, params) : movedSql(part, query, query.what, params);
    const page = pageOf(await this.database.query<Row>(sql, params.values), query.limit, (row) => [ts(row.at), row.id]);
    return { items: await this.present(actor, page.items), nextCursor: page.nextCursor };
  }

  private openSql(part: LoadPart, { days, band, cursor, limit }: LoadRowsQuery, params: Params): string {
    const at = endOf(days.at(-1)!, this.clock.now());
    const age = ageOn(params.add(dateEnding(at)));
    const banded = band ? `and ${inBand(band, age)}` : '';
    const beyond = afterSql('f.submitted_at', 'f.stretch_id', '>', cursor, params);
    return `select f.stretch_id as id, f.submitted_at as at, f.ticket_id, f.group_id, ${age} as days ${openAtSql(part, at, params)} ${banded} ${beyond}
      order by f.submitted_at, f.stretch_id limit ${params.add(limit + 1)}`;
  }

  private async present(actor: Actor, rows: readonly Row[]): Promise<LoadRow[]> {
    const ids = [...new Set(rows.map((row) => row.ticket_id))];
    const groupIds = [...new Set(rows.map((row) => row.group_id))];
    const [facts, visible, groups] = await Promise.all([
      this.tickets.byIds(ids),
      this.tickets.visibleAmong(actor, ids),
      this.identity.groupNames(groupIds, actor.locale),
    ]);
    return rows.map(({ id, at, ticket_id, group_id, days }) => {
      const ticket = visible.has(ticket_id) ? facts.get(ticket_id) : undefined;
      const group = groups.get(group_id) ?? null;
      return { id, at, ticket: ticket ? { id: ticket.id, number: ticket.number, title: ticket.title } : null, group, days };
    });
  }
}

/** What came or went: a range of the index of its kind. */
export function movedSql(part: LoadPart, query: Omit<LoadRowsQuery, 'what'>, kind: LoadKind, params: Params): string {
  const { days, weekday, hour, cursor, limit } = query;
  const [first, last] = [days[0]!, days.at(-1)!];
  const local = `f.at at time zone 'Europe/Riga'`;
  const where = [
    'f.edition = 0',
    `f.kind = ${params.add(kind)}`,
    `f.at >= ${params.add(ts(hourStart(first.first)))}::timestamptz`,
    `f.at < ${params.add(ts(hourStart(last.first + last.clock.length)))}::timestamptz`,
    ...(weekday === undefined ? [] : [`extract(isodow from ${local}) = ${params.add(weekday)}::int`]),
    ...(hour === undefined ? [] : [`extract(hour from ${local}) = ${params.add(hour)}::int`]),
    ...loadPartSql(part, params),
  ];
  return `select f.load_id as id, f.at, f.ticket_id, f.group_id, null::int as days from kpis.load_fact f
    where ${where.join(' and ')} ${afterSql('f.at', 'f.load_id', '<', cursor, params)}
    order by f.at desc, f.load_id desc limit ${params.add(limit + 1)}`;
}

function afterSql(at: string, id: string, then: '<' | '>', cursor: string | undefined, params: Params): string {
  const after = readCursor(cursor, 2);
  return after ? `and (${at}, ${id}) ${then} (${params.add(after[0])}::timestamptz, ${params.add(after[1])}::uuid)` : '';
}
