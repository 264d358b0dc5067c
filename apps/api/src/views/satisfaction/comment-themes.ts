import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import type { Instant } from '#kernel';
import { Database } from '#platform';
import { Params, TicketFacts } from '#tickets';
import { quarterOf } from './months.js';
import { ratedSql, type RatedSelection } from './rated-facts-sql.js';
import { countedScope, listedScope } from './satisfaction-scope.js';
import { type Theme, themesOf, wordsOf } from './themes.js';

/** Which ratings the words came with: bad ones, or satisfactory and good ones. */
export const SIDES = ['bad', 'better'] as const;

export type Side = (typeof SIDES)[number];

export interface ThemesOfSide {
  /** People who wrote a word of why; null where they are fewer than five. */
  readonly people: number | null;
  readonly themes: readonly Theme[];
}

/** Themes of a calendar quarter: quarters do not overlap, so that none can be taken from another. */
export interface CommentThemes extends Readonly<Record<Side, ThemesOfSide>> {
  readonly months: readonly string[];
}

/** A comment behind a theme. */
export interface ThemeComment {
  readonly id: string;
  readonly at: Instant;
  readonly value: number;
  readonly comment: string;
  readonly ticket: { readonly id: string; readonly number: string; readonly title: string };
}

interface Row {
  id: string;
  at: Instant;
  value: number;
  raterId: string;
  ticketId: string;
  text: string;
}

const FEW = 5;
/** More than a quarter brings; what is beyond it is not counted. */
const MOST = 50_000;
const SHOWN = 100;

/** What people write about, counted by the stems of their words. */
@Injectable()
export class CommentThemeReads {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityFacts,
    private readonly tickets: TicketFacts,
  ) {}

  async read(actor: Actor, month: string): Promise<CommentThemes> {
    const months = quarterOf(month);
    const rows = await this.comments(months, countedScope(actor));
    const side = (which: Side): ThemesOfSide => {
      const comments = rows.filter((row) => sideOf(row) === which);
      const people = new Set(comments.map((row) => row.raterId)).size;
      return { people: people < FEW ? null : people, themes: themesOf(comments) };
    };
    return { months, bad: side('bad'), better: side('better') };
  }

  /** The comments behind a theme, the latest first, a hundred at most. Throws `ratings.rows-not-allowed` where the actor reads aggregates only. */
  async behind(actor: Actor, month: string, which: Side, stem: string): Promise<ThemeComment[]> {
    const rows = await this.comments(quarterOf(month), listedScope(actor));
    const found = rows.filter((row) => sideOf(row) === which && wordsOf(row.text).has(stem));
    const ticketIds = found.map((row) => row.ticketId);
    const [facts, visible] = await Promise.all([this.tickets.byIds(ticketIds), this.tickets.visibleAmong(actor, ticketIds)]);
    return found
      .flatMap(({ id, at, value, text, ticketId }) => {
        const ticket = visible.has(ticketId) ? facts.get(ticketId) : undefined;
        return ticket ? [{ id, at, value, comment: text, ticket: { id: ticket.id, number: ticket.number, title: ticket.title } }] : [];
      })
      .slice(0, SHOWN);
  }

  private async comments(months: readonly string[], scope: RatedSelection['scope']): Promise<Row[]> {
    const params = new Params();
    const from = ratedSql({ months, scope, userSupportGroupIds: await this.identity.userSupportGroups() }, params);
    return this.database.query<Row>(
      `select r.id, f.rated_at as at, f.value, f.rater_id as "raterId", f.ticket_id as "ticketId", r.comment as text
       ${from} and r.comment is not null order by f.rated_at desc, r.id desc limit ${MOST}`,
      params.values,
    );
  }
}

function sideOf({ value }: Pick<Row, 'value'>): Side {
  return value === 1 ? 'bad' : 'better';
}
