import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError, type Instant } from '#kernel';
import { Database, type Page, pageOf, readCursor, ts } from '#platform';
import { Params, TicketFacts } from '#tickets';
import type { ClockKind, ClockState } from '../domain/clock-fact.js';
import { figureScope, rowScope } from '../domain/figure-scope.js';
import { type Dimension, type KpiCode, requireDimension } from '../domain/kpi.js';
import type { Period } from '../domain/month.js';
import { NONE } from '../domain/ticket-event.js';
import { Figures } from './figures.js';
import { type Selection, selectionSql } from './selection.js';

export interface KpiRowsQuery {
  readonly period: Period;
  readonly by?: Dimension | undefined;
  /** A key of the breakdown; empty for the rows whose key stands for nothing. */
  readonly key?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface CountedClock {
  readonly kind: ClockKind;
  readonly cycle: number;
  readonly outcome: 'met' | 'breached';
  readonly state: ClockState;
  readonly priority: number;
}

/** One row behind a figure: a clock of KPI-09, or a rating of KPI-02. The ticket is null where the actor may not see it. */
export interface KpiRow {
  readonly id: string;
  readonly at: Instant;
  readonly ticket: { readonly id: string; readonly number: string; readonly title: string } | null;
  readonly clock: CountedClock | null;
  /** 1 bad, 2 satisfactory, 3 good; the giver is not named. */
  readonly rating: number | null;
}

interface FactRow {
  id: string;
  at: Instant;
  ticket_id: string;
  kind?: ClockKind;
  cycle?: number;
  outcome?: 'met' | 'breached';
  state?: ClockState;
  priority?: number;
  value?: number;
}

/** The exact rows behind a figure, by the selection that counted it. */
@Injectable()
export class KpiRows {
  constructor(
    private readonly database: Database,
    private readonly figures: Figures,
    private readonly tickets: TicketFacts,
  ) {}

  /** Throws `kpis.rows-not-allowed` where the actor reads figures only, `kpis.rows-hidden` where the figure is hidden. */
  async read(actor: Actor, code: KpiCode, query: KpiRowsQuery): Promise<Page<KpiRow>> {
    const { by, key, period } = query;
    if (by) requireDimension(code, by);
    const cell = by && key !== undefined ? { by, key: key || (by === 'priority' ? '0' : NONE) } : undefined;
    const scope = rowScope(actor, code);
    const selection = await this.figures.selection(code, period.months, figureScope(actor));
    if (await this.figures.isHidden(selection, cell)) throw new DomainError('kpis.rows-hidden', {}, 'forbidden');
    const rows = await this.page(code, { ...selection, scope, cell }, query);
    return { items: await this.present(actor, rows.items), nextCursor: rows.nextCursor };
  }

  private async page(code: KpiCode, selection: Selection, { cursor, limit }: KpiRowsQuery): Promise<Page<FactRow>> {
    const after = readCursor(cursor, 2);
    const params = new Params();
    const [at, id, columns, table] =
      code === 'KPI-02'
        ? ['f.rated_at', 'f.rating_id', 'f.value', 'kpis.rating_fact']
        : ['f.outcome_at', 'f.clock_id', 'f.kind, f.cycle, f.outcome, f.state, f.priority', 'kpis.clock_fact'];
    const counted = code === 'KPI-09' ? 'and f.outcome is not null and f.exclusion is null' : '';
    const from = `${selectionSql(table, selection, params)} ${counted}`;
    const beyond = after ? `and (${at}, ${id}) < (${params.add(after[0])}::timestamptz, ${params.add(after[1])}::uuid)` : '';
    const rows = await this.database.query<FactRow>(
      `select ${id} as id, ${at} as at, f.ticket_id, ${columns} ${from} ${beyond} order by ${at} desc, ${id} desc limit ${params.add(limit + 1)}`,
      params.values,
    );
    return pageOf(rows, limit, (row) => [ts(row.at), row.id]);
  }

  private async present(actor: Actor, rows: readonly FactRow[]): Promise<KpiRow[]> {
    const ids = [...new Set(rows.map((row) => row.ticket_id))];
    const [facts, visible] = await Promise.all([this.tickets.byIds(ids), this.tickets.visibleAmong(actor, ids)]);
    return rows.map((row) => {
      const ticket = visible.has(row.ticket_id) ? facts.get(row.ticket_id) : undefined;
      return {
        id: row.id,
        at: row.at,
        ticket: ticket ? { id: ticket.id, number: ticket.number, title: ticket.title } : null,
        clock:
          row.kind === undefined
            ? null
            : { kind: row.kind, cycle: row.cycle!, outcome: row.outcome!, state: row.state!, priority: row.priority! },
        rating: row.value ?? null,
      };
    });
  }
}
