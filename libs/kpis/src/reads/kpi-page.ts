import { Injectable } from '@nestjs/common';
import type { Actor, Locale } from '#identity';
import type { Instant } from '#kernel';
import { EventLog } from '#platform';
import type { FigureScope } from '../domain/figure-scope.js';
import { CALENDAR_PARTS, KPI_CODES, type KpiCode, KPIS, type Layout, requireLayout } from '../domain/kpi.js';
import type { Period } from '../domain/month.js';
import { REFRESH_REACTION } from '../domain/ticket-event.js';
import { EditionStore } from '../store/edition-store.js';
import { ClientSatisfaction } from './client-satisfaction.js';
import { Definitions } from './definitions.js';
import { EditionViews } from './edition-views.js';
import { Figures } from './figures.js';
import { type KpiPage, type KpiSummary, NOT_SURVEYED } from './kpi-summary.js';
import type { Selection } from './selection.js';

@Injectable()
export class KpiPages {
  constructor(
    private readonly figures: Figures,
    private readonly definitions: Definitions,
    private readonly editions: EditionStore,
    private readonly views: EditionViews,
    private readonly events: EventLog,
    private readonly clients: ClientSatisfaction,
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
    return Promise.all([
      this.clients.summary(locale, period.year),
      ...KPI_CODES.map(async (code) => this.summary(await this.figures.selection(code, period.months, scope), period, locale)),
    ]);
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
      ...NOT_SURVEYED,
    };
  }

  private async asOf(code: KpiCode, period: Period): Promise<Instant> {
    const frozen = period.kind === 'month' ? await this.editions.latest(code, period.months[0]!) : undefined;
    return frozen?.knownUntil ?? this.events.doneUntil(REFRESH_REACTION);
  }
}
