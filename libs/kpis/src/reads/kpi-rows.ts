import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError, type Instant } from '#kernel';
import { Database, type Page, pageOf, readCursor, ts } from '#platform';
import { Params, TicketFacts } from '#tickets';
import type { ClockKind, ClockState } from '../domain/clock-fact.js';
import { figureScope, rowScope } from '../domain/figure-scope.js';
import { isCalendarPart, type KpiCode, type Layout, requireLayout } from '../domain/kpi.js';
import type { Month, Period } from '../domain/month.js';
import { NONE } from '../domain/ticket-event.js';
import { FACT_TABLES } from '../store/fact-table.js';
import { KPI_FACTS } from '../store/kpi-facts.js';
import { Figures } from './figures.js';
import { INDICATORS } from './indicators.js';
import type { SelectedCell, Selection } from './selection.js';

export interface KpiRowsQuery {
  readonly period: Period;
  readonly by?: Layout | undefined;
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

/** One row behind a figure. The ticket is null where the actor may not see it. */
export interface KpiRow {
  readonly id: string;
  /** When it counted: the outcome, the rating, the resolution, the stop; of the backlog the submission. */
  readonly at: Instant;
  readonly ticket: { readonly id: string; readonly number: string; readonly title: string } | null;
  readonly clock: CountedClock | null;
  /** 1 bad, 2 satisfactory, 3 good; the giver is not named. */
  readonly rating: number | null;
  /** Of a share of resolutions: it is one of those that are counted above the line. */
  readonly hit: boolean | null;
  /** Contract time that it took. */
  readonly seconds: number | null;
  /** Its age in calendar days. */
  readonly days: number | null;
  /** Of indicators of changes: which one it was, how it ended, and how many incidents it caused. */
  readonly change: CountedChange | null;
}

interface CountedChange {
  readonly kind: string;
  readonly outcome: string;
  readonly incidents: number;
}

/** A row as an indicator's query gives it. */
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
  hit?: boolean;
  seconds?: number;
  days?: number;
  change_kind?: string;
  change_outcome?: string;
  incidents?: number;
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
    if (by) requireLayout(code, by);
    const cell = by && key !== undefined ? { by, key: key || (by === 'priority' ? '0' : NONE) } : undefined;
    const scope = rowScope(actor, code);
    const selection = await this.figures.selection(code, period.months, figureScope(actor));
    if (await this.figures.isHidden(selection, cell)) throw new DomainError('kpis.rows-hidden', {}, 'forbidden');
    const rows = await this.page({ ...selection, scope, cell, months: monthsIn(period, cell) }, query);
    return { items: await this.present(actor, rows.items), nextCursor: rows.nextCursor };
  }

  private async page(selection: Selection, { cursor, limit }: KpiRowsQuery): Promise<Page<FactRow>> {
    const { rows: source } = INDICATORS[selection.code];
    const table = FACT_TABLES[KPI_FACTS[selection.code].kinds[0]];
    const [at, id] = [`f.${table.at}`, `f.${table.id}`];
    const after = readCursor(cursor, 2);
    const params = new Params();
    const from = source.from(selection, params);
    const then = source.order === 'asc' ? '>' : '<';
    const beyond = after ? `and (${at}, ${id}) ${then} (${params.add(after[0])}::timestamptz, ${params.add(after[1])}::uuid)` : '';
    const rows = await this.database.query<FactRow>(
      `select ${id} as id, ${at} as at, f.ticket_id, ${source.columns} ${from} ${beyond}
       order by ${at} ${source.order}, ${id} ${source.order} limit ${params.add(limit + 1)}`,
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
        clock: row.outcome === undefined ? null : clockOf({ ...row, outcome: row.outcome }),
        rating: row.value ?? null,
        hit: row.hit ?? null,
        seconds: row.seconds ?? null,
        days: row.days ?? null,
        change: row.change_kind === undefined ? null : changeOf({ ...row, change_kind: row.change_kind }),
      };
    });
  }
}

function clockOf({ kind, cycle, outcome, state, priority }: FactRow & { outcome: 'met' | 'breached' }): CountedClock {
  return { kind: kind!, cycle: cycle!, outcome, state: state!, priority: priority! };
}

function changeOf({ change_kind: kind, change_outcome: outcome, incidents }: FactRow & { change_kind: string }): CountedChange {
  return { kind, outcome: outcome!, incidents: incidents! };
}

/** A day or a month lies in one month; one outside the period has no rows. */
function monthsIn({ months }: Period, cell: SelectedCell | undefined): readonly Month[] {
  return cell && isCalendarPart(cell.by) ? months.filter((month) => month === cell.key.slice(0, 7)) : months;
}
