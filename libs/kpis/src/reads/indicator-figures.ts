import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Better, Figure, Instant } from '#kernel';
import { EventLog } from '#platform';
import { type KpiCode, KPIS, type Layout, type Unit } from '../domain/kpi.js';
import type { Period } from '../domain/month.js';
import { REFRESH_REACTION } from '../domain/ticket-event.js';
import { EditionStore } from '../store/edition-store.js';
import { Definitions } from './definitions.js';
import { Figures, type KeyedFigure } from './figures.js';

/** One indicator in a period as a report tells it. */
export interface IndicatorFigures {
  readonly code: KpiCode;
  readonly name: string;
  readonly unit: Unit;
  readonly better: Better;
  readonly definitionVersion: number;
  readonly target: number | null;
  readonly overall: Figure;
  /** The parts, in the order of the layouts that were asked for. */
  readonly parts: readonly { readonly by: Layout; readonly rows: readonly KeyedFigure[] }[];
  /** Everything that happened before this instant is counted; for a frozen month, what was known until then. */
  readonly asOf: Instant;
}

/** Reads indicators for reports: as the pages show them, without the way there, which costs as much as everything else. */
@Injectable()
export class IndicatorFiguresReader {
  constructor(
    private readonly figures: Figures,
    private readonly definitions: Definitions,
    private readonly editions: EditionStore,
    private readonly events: EventLog,
  ) {}

  /** Of the part that the actor reads. */
  async read(actor: Actor, code: KpiCode, period: Period, layouts: readonly Layout[] = []): Promise<IndicatorFigures> {
    const selection = await this.figures.of(actor, code, period);
    const { name, version } = await this.definitions.inForce(code, period.months.at(-1)!, actor.locale);
    const target = await this.definitions.target(code, period.year);
    const parts: { by: Layout; rows: KeyedFigure[] }[] = [];
    for (const by of layouts) parts.push({ by, rows: await this.figures.rows(actor, selection, by, target) });
    const { unit, better } = KPIS[code];
    const overall = await this.figures.overall(selection, period);
    return { code, name, unit, better, definitionVersion: version, target, overall, parts, asOf: await this.asOf(code, period) };
  }

  private async asOf(code: KpiCode, period: Period): Promise<Instant> {
    const frozen = period.kind === 'month' ? await this.editions.latest(code, period.months[0]!) : undefined;
    return frozen?.knownUntil ?? this.events.doneUntil(REFRESH_REACTION);
  }
}
