import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Figure, Instant } from '#kernel';
import { EventLog } from '#platform';
import { type Dimension, type KpiCode, requireDimension } from '../domain/kpi.js';
import type { Period } from '../domain/month.js';
import { REFRESH_REACTION } from '../domain/ticket-event.js';
import { EditionStore } from '../store/edition-store.js';
import { Definitions } from './definitions.js';
import { Figures, type KeyedFigure, type TrendPoint } from './figures.js';

/** An indicator in a period, with its breakdown and its way there. */
export interface KpiPage {
  readonly code: KpiCode;
  readonly name: string;
  readonly period: string;
  readonly definitionVersion: number;
  readonly target: number | null;
  readonly overall: Figure;
  readonly rows: readonly KeyedFigure[];
  readonly trend: readonly TrendPoint[];
  /** Everything that happened before this instant is counted; for a frozen month, what was known until then. */
  readonly asOf: Instant;
}

@Injectable()
export class KpiPages {
  constructor(
    private readonly figures: Figures,
    private readonly definitions: Definitions,
    private readonly editions: EditionStore,
    private readonly events: EventLog,
  ) {}

  /** Throws `kpis.dimension-unknown` where the indicator is not broken down so. */
  async read(actor: Actor, code: KpiCode, period: Period, by: Dimension): Promise<KpiPage> {
    requireDimension(code, by);
    const selection = await this.figures.of(actor, code, period);
    const definition = await this.definitions.inForce(code, period.months.at(-1)!, actor.locale);
    const target = await this.definitions.target(code, period.year);
    return {
      code,
      name: definition.name,
      period: period.text,
      definitionVersion: definition.version,
      target,
      overall: await this.figures.overall(selection, period),
      rows: await this.figures.rows(actor, selection, by, target),
      trend: await this.figures.trend(selection, period),
      asOf: await this.asOf(code, period),
    };
  }

  private async asOf(code: KpiCode, period: Period): Promise<Instant> {
    const frozen = period.kind === 'month' ? await this.editions.latest(code, period.months[0]!) : undefined;
    return frozen?.knownUntil ?? this.events.doneUntil(REFRESH_REACTION);
  }
}
