import { Injectable } from '@nestjs/common';
import { type Actor, scopeOf } from '#identity';
import { Clock, type Instant, notFound } from '#kernel';
import { Database, type Page, pageOf, readCursor, ts } from '#platform';
import { type Named, Params, TicketFacts, TicketNames } from '#tickets';
import { type FollowUp, type FollowUpState, isOverdue } from '../domain/follow-up.js';
import { type RatingChannel, type RatingValue, valueOf } from '../domain/rating.js';

export interface FollowUpQuery {
  readonly state?: FollowUpState | undefined;
  readonly groupId?: string | undefined;
  readonly ticketId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A follow-up with what its lead must know to act. */
export interface ListedFollowUp extends FollowUp {
  readonly overdue: boolean;
  readonly ticket: { readonly id: string; readonly number: string; readonly title: string } | null;
  readonly group: Named;
  readonly closedBy: Named | null;
  /** Who is to be asked. Null, as the comment, where the actor may not see the ticket. */
  readonly rater: Named | null;
  readonly rating: { readonly value: RatingValue; readonly comment: string | null; readonly at: Instant; readonly channel: RatingChannel };
}

export interface FollowUpList extends Page<ListedFollowUp> {
  /** Open ones of the group asked for (or of all that the actor follows up), and those of them that are overdue. */
  readonly open: number;
  readonly overdue: number;
}

interface Row extends FollowUp {
  readonly raterId: string;
  readonly value: number;
  readonly comment: string | null;
  readonly channel: RatingChannel;
  readonly ratedAt: Instant;
}

const SELECT = `select f.id, f.rating_id as "ratingId", f.ticket_id as "ticketId", f.group_id as "groupId", f.opened_at as "openedAt", f.due_at as "dueAt",
    f.state, f.contacted, f.note, f.closed_by as "closedById", f.closed_at as "closedAt", f.reminders, f.remind_at as "remindAt",
    r.rater_id as "raterId", r.value, r.comment, r.channel, coalesce(r.changed_at, r.rated_at) as "ratedAt"
  from ratings.follow_up f join ratings.rating r on r.id = f.rating_id`;

/** The follow-ups of the groups that the actor leads, or of all for a manager. */
@Injectable()
export class FollowUpLists {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tickets: TicketFacts,
    private readonly names: TicketNames,
  ) {}

  /** Open ones by when they are due, the others with the latest first. */
  async page(actor: Actor, query: FollowUpQuery): Promise<FollowUpList> {
    return { ...(await this.listed(actor, query)), ...(await this.counts(actor, query)) };
  }

  /** The same without the counts. */
  async listed(actor: Actor, query: FollowUpQuery): Promise<Page<ListedFollowUp>> {
    const { state = 'open', cursor, limit } = query;
    const params = new Params();
    const where = [...conditions(actor, query, params), `f.state = ${params.add(state)}`];
    const [key, order, than] = state === 'open' ? ['f.due_at', 'asc', '>'] : ['f.closed_at', 'desc', '<'];
    const after = readCursor(cursor, 2);
    if (after) where.push(`(${key}, f.id) ${than} (${params.add(after[0])}::timestamptz, ${params.add(after[1])}::uuid)`);
    const rows = await this.database.query<Row>(
      `${SELECT} where ${where.join(' and ')} order by ${key} ${order}, f.id ${order} limit ${params.add(limit + 1)}`,
      params.values,
    );
    const page = pageOf(rows, limit, (row) => [ts(state === 'open' ? row.dueAt : row.closedAt!), row.id]);
    return { items: await this.present(actor, page.items), nextCursor: page.nextCursor };
  }

  /** Throws `ratings.follow-up.not-found` for one that the actor does not follow up. */
  async one(actor: Actor, id: string): Promise<ListedFollowUp> {
    const params = new Params();
    const rows = await this.database.query<Row>(
      `${SELECT} where ${conditions(actor, {}, params).join(' and ')} and f.id = ${params.add(id)}::uuid`,
      params.values,
    );
    const [found] = await this.present(actor, rows);
    if (!found) throw notFound('ratings.follow-up');
    return found;
  }

  private async counts(actor: Actor, { groupId }: FollowUpQuery): Promise<{ open: number; overdue: number }> {
    const params = new Params();
    const where = conditions(actor, { groupId }, params);
    const now = params.add(ts(this.clock.now()));
    const [row] = await this.database.query<{ open: number; overdue: number }>(
      `select count(*)::int as open, count(*) filter (where f.due_at <= ${now}::timestamptz)::int as overdue
       from ratings.follow_up f where f.state = 'open' and ${where.join(' and ')}`,
      params.values,
    );
    return row!;
  }

  private async present(actor: Actor, rows: readonly Row[]): Promise<ListedFollowUp[]> {
    const ticketIds = [...new Set(rows.map((row) => row.ticketId))];
    const [facts, visible, names] = await Promise.all([
      this.tickets.byIds(ticketIds),
      this.tickets.visibleAmong(actor, ticketIds),
      this.names.find(actor.locale, {
        groups: rows.map((row) => row.groupId),
        people: rows.flatMap((row) => [row.raterId, row.closedById]),
      }),
    ]);
    const now = this.clock.now();
    return rows.map(({ raterId, value, comment, channel, ratedAt, ...followUp }) => {
      const ticket = visible.has(followUp.ticketId) ? facts.get(followUp.ticketId) : undefined;
      return {
        ...followUp,
        overdue: isOverdue(followUp, now),
        ticket: ticket ? { id: ticket.id, number: ticket.number, title: ticket.title } : null,
        group: names.of(followUp.groupId),
        closedBy: names.orNull(followUp.closedById),
        rater: ticket ? names.of(raterId) : null,
        rating: { value: valueOf(value), comment: ticket ? comment : null, at: ratedAt, channel },
      };
    });
  }
}

function conditions(actor: Actor, { groupId, ticketId }: Partial<FollowUpQuery>, params: Params): string[] {
  const { all, groupIds } = scopeOf(actor, 'rating.follow-up');
  const where = [all ? 'true' : `f.group_id = any(${params.add(groupIds)}::uuid[])`];
  if (groupId) where.push(`f.group_id = ${params.add(groupId)}::uuid`);
  if (ticketId) where.push(`f.ticket_id = ${params.add(ticketId)}::uuid`);
  return where;
}
