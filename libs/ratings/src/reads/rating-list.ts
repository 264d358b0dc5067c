import { Injectable } from '@nestjs/common';
import { type Actor, scopeOf } from '#identity';
import type { Instant } from '#kernel';
import { Database, type Page, pageOf, readCursor, ts } from '#platform';
import { type Named, Params, TicketFacts, TicketNames } from '#tickets';
import type { FollowUp } from '../domain/follow-up.js';
import { type RatingChannel, type RatingValue, scoreOf, valueOf } from '../domain/rating.js';
import { FollowUps } from '../store/follow-ups.js';

export interface RatingListQuery {
  readonly groupId?: string | undefined;
  readonly value?: RatingValue | undefined;
  /** Local dates of Riga, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A rating as the staff of its group reads it: what was said of which ticket, and never a person's work added up. */
export interface ListedRating {
  readonly id: string;
  readonly at: Instant;
  readonly changedAt: Instant | null;
  readonly cycle: number;
  readonly value: RatingValue;
  /** Null where there is none, and where the actor may not see the ticket. */
  readonly comment: string | null;
  readonly channel: RatingChannel;
  readonly ticket: { readonly id: string; readonly number: string; readonly title: string } | null;
  readonly group: Named | null;
  readonly followUp: FollowUp | null;
}

export interface RatingList extends Page<ListedRating> {
  /** Of the group and the dates asked for, whatever the value. */
  readonly counts: Readonly<Record<RatingValue, number>>;
}

interface Row {
  id: string;
  ticket_id: string;
  cycle: number;
  group_id: string | null;
  value: number;
  comment: string | null;
  channel: RatingChannel;
  rated_at: Instant;
  changed_at: Instant | null;
}

/** The ratings of groups, newest first. */
@Injectable()
export class RatingLists {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketFacts,
    private readonly names: TicketNames,
    private readonly followUps: FollowUps,
  ) {}

  /** Those of the actor's groups, or of all; another group's are not found and not counted. */
  async page(actor: Actor, query: RatingListQuery): Promise<RatingList> {
    return { ...(await this.listed(actor, query)), counts: await this.counts(actor, query) };
  }

  /** The same without the counts. */
  async listed(actor: Actor, query: RatingListQuery): Promise<Page<ListedRating>> {
    const { items, nextCursor } = await this.rows(actor, query);
    return { items: await this.present(actor, items), nextCursor };
  }

  private async rows(actor: Actor, query: RatingListQuery): Promise<Page<Row>> {
    const params = new Params();
    const where = conditions(actor, query, params);
    if (query.value) where.push(`r.value = ${params.add(scoreOf(query.value))}`);
    const after = readCursor(query.cursor, 2);
    if (after) where.push(`(r.rated_at, r.id) < (${params.add(after[0])}::timestamptz, ${params.add(after[1])}::uuid)`);
    const rows = await this.database.query<Row>(
      `select r.* from ratings.rating r where ${where.join(' and ')} order by r.rated_at desc, r.id desc limit ${params.add(query.limit + 1)}`,
      params.values,
    );
    return pageOf(rows, query.limit, (row) => [ts(row.rated_at), row.id]);
  }

  private async counts(actor: Actor, query: RatingListQuery): Promise<Record<RatingValue, number>> {
    const params = new Params();
    const rows = await this.database.query<{ value: number; n: number }>(
      `select r.value, count(*)::int as n from ratings.rating r where ${conditions(actor, query, params).join(' and ')} group by r.value`,
      params.values,
    );
    const of = (value: RatingValue): number => rows.find((row) => row.value === scoreOf(value))?.n ?? 0;
    return { bad: of('bad'), satisfactory: of('satisfactory'), good: of('good') };
  }

  private async present(actor: Actor, rows: readonly Row[]): Promise<ListedRating[]> {
    const ticketIds = [...new Set(rows.map((row) => row.ticket_id))];
    const [facts, visible, names, followUps] = await Promise.all([
      this.tickets.byIds(ticketIds),
      this.tickets.visibleAmong(actor, ticketIds),
      this.names.find(actor.locale, { groups: rows.map((row) => row.group_id) }),
      this.followUps.ofRatings(rows.map((row) => row.id)),
    ]);
    return rows.map((row) => {
      const ticket = visible.has(row.ticket_id) ? facts.get(row.ticket_id) : undefined;
      return {
        ...{ id: row.id, at: row.rated_at, changedAt: row.changed_at, cycle: row.cycle, value: valueOf(row.value), channel: row.channel },
        comment: ticket ? row.comment : null,
        ticket: ticket ? { id: ticket.id, number: ticket.number, title: ticket.title } : null,
        group: names.orNull(row.group_id),
        followUp: followUps.get(row.id) ?? null,
      };
    });
  }
}

/** Which ratings the actor lists, within the group and the dates that he asks for. */
function conditions(actor: Actor, { groupId, from, to }: RatingListQuery, params: Params): string[] {
  const { all, groupIds } = scopeOf(actor, 'rating.list');
  const where = [all ? 'true' : `r.group_id = any(${params.add(groupIds)}::uuid[])`];
  if (groupId) where.push(`r.group_id = ${params.add(groupId)}::uuid`);
  if (from) where.push(`r.rated_at >= ${params.add(from)}::date::timestamp at time zone 'Europe/Riga'`);
  if (to) where.push(`r.rated_at < (${params.add(to)}::date + 1)::timestamp at time zone 'Europe/Riga'`);
  return where;
}
