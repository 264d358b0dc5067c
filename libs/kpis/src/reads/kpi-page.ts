import { Injectable } from '@nestjs/common';
import type { Actor, Locale } from '#identity';
import type { Better, Figure, Instant } from '#kernel';
import { EventLog } from '#platform';
import type { FigureScope } from '../domain/figure-scope.js';
import { CALENDAR_PARTS, KPI_CODES, type KpiCode, KPIS, type Layout, requireLayout, type Unit } from '../domain/kpi.js';
import type { Period } from '../domain/month.js';
import { REFRESH_REACTION } from '../domain/ticket-event.js';
import { EditionStore } from '../store/edition-store.js';
import { Definitions } from './definitions.js';
import { type EditionView, EditionViews } from './edition-views.js';
import { Figures, type KeyedFigure, type TrendPoint } from './figures.js';
import type { Selection } from './selection.js';

/** An indicator in a period, and its way there. */
export interface KpiSummary {
  readonly code: KpiCode;
  readonly name: string;
  readonly unit: Unit;
  readonly better: Better;
  /** What it may be laid out by. */
  readonly layouts: readonly Layout[];
  readonly period: string;
  readonly definitionVersion: number;
  readonly target: number | null;
  readonly overall: Figure;
  readonly trend: readonly TrendPoint[];
  /** Everything that happened before this instant is counted; for a frozen month, what was known until then. */
  readonly asOf: Instant;
}

/** The same with its breakdown, and what was frozen of it. */
export interface KpiPage extends KpiSummary {
  readonly rows: readonly KeyedFigure[];
  /** Of a month: its freeze and what replaced it, latest first; empty while it is alive, and for a year. */
  readonly editions: readonly EditionView[];
}

@Injectable()
export class KpiPages {
  constructor(
    private readonly figures: Figures,
    private readonly definitions: Definitions,
    private readonly editions: EditionStore,
    private readonly views: EditionViews,
    private readonly events: EventLog,
  ) {}

  /** Throws `kpis.dimension-unknown` where the indicator is not broken down so. */
  async read(actor: Actor, code: KpiCode, period: Period, by: Layout): Promise<KpiPage> {
    requireLayout(code, by);
    const selection = await this.figures.of(actor, code, period);
    const summary = await this.summary(selection, period, actor.locale);
    return {
      ...summary,
      rows: await this.figures.rows(actor, selection, by, summary.target),
      editions: period.kind === 'month' ? await this.views.of(selection, summary.target) : [],
    };
  }

  /** All indicators in a period, of the part that a scope sees. */
  async list(scope: FigureScope, period: Period, locale: Locale): Promise<KpiSummary[]> {
    return Promise.all(
      KPI_CODES.map(async (code) => this.summary(await this.figures.selection(code, period.months, scope), period, locale)),
    );
  }

  private async summary(selection: Selection, period: Period, locale: Locale): Promise<KpiSummary> {
    const { code } = selection;
    const { name, version } = await this.definitions.inForce(code, period.months.at(-1)!, locale);
    const { unit, better, dimensions } = KPIS[code];
    return {
      ...{ code, name, unit, better, layouts: [...dimensions, ...CALENDAR_PARTS], period: period.text, definitionVersion: version },
      target: await this.definitions.target(code, period.year),
      overall: await this.figures.overall(selection, period),
      trend: await this.figures.trend(selection, period),
      asOf: await this.asOf(code, period),
    };
  }

  private async asOf(code: KpiCode, period: Period): Promise<Instant> {
    const frozen = period.kind === 'month' ? await this.editions.latest(code, period.months[0]!) : undefined;
    return frozen?.knownUntil ?? this.events.doneUntil(REFRESH_REACTION);
  }
}
