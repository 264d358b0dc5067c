import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock, type Figure, figureOf, type Instant } from '#kernel';
import { figureScope } from '../domain/figure-scope.js';
import type { Dimension } from '../domain/kpi.js';
import { type Month, type Period, readPeriod } from '../domain/month.js';
import { EditionStore } from '../store/edition-store.js';
import { type ComplianceCounts, ComplianceListCounts } from './compliance-counts.js';
import { Definitions } from './definitions.js';
import { Figures, type KeyedFigure, type TrendPoint } from './figures.js';
import { FreezeInstants } from './freeze-instants.js';
import type { Selection } from './selection.js';
import type { KeyedTally } from './indicator.js';
import { Tallies } from './tallies.js';

/** A figure of a breakdown by the promise in force, and beside it by the first promise. */
export interface BothFigures extends KeyedFigure {
  readonly agreed: Figure;
}

/** The month's SLA compliance (DOMAIN 4.6). */
export interface SlaCompliance {
  readonly month: Month;
  readonly frozen: boolean;
  readonly freezeAt: Instant;
  readonly target: number | null;
  /** As amended: by the promises in force. */
  readonly overall: Figure;
  /** As agreed: by the first promise of each clock. */
  readonly agreed: Figure;
  readonly byKind: readonly BothFigures[];
  readonly by: Dimension;
  readonly rows: readonly BothFigures[];
  readonly trend: readonly TrendPoint[];
  readonly counts: ComplianceCounts;
}

/** What stands around the figures of a month: its freeze and its target. */
@Injectable()
export class ComplianceFrame {
  constructor(
    private readonly definitions: Definitions,
    private readonly freezes: FreezeInstants,
    private readonly editions: EditionStore,
  ) {}

  async of(month: Month, { year }: Period): Promise<Pick<SlaCompliance, 'frozen' | 'freezeAt' | 'target'>> {
    return {
      frozen: (await this.editions.latest('KPI-09', month)) !== undefined,
      freezeAt: await this.freezes.of(month),
      target: await this.definitions.target('KPI-09', year),
    };
  }
}

@Injectable()
export class SlaComplianceReport {
  constructor(
    private readonly clock: Clock,
    private readonly figures: Figures,
    private readonly tallies: Tallies,
    private readonly frame: ComplianceFrame,
    private readonly counts: ComplianceListCounts,
  ) {}

  async read(actor: Actor, month: Month, by: Dimension): Promise<SlaCompliance> {
    const period = readPeriod(month);
    const selection = await this.selection(actor, month);
    const frame = await this.frame.of(month, period);
    const overall = await this.figures.overall(selection, period);
    return {
      month,
      ...frame,
      overall,
      agreed: figureOf(await this.agreed(selection), 'counts', frame.target),
      byKind: await this.both(actor, selection, 'kind', frame.target),
      by,
      rows: await this.both(actor, selection, by, frame.target),
      trend: await this.figures.trend(selection, period),
      counts: await this.counts.of(selection, overall),
    };
  }

  /** The part of KPI-09 that an actor reads in this report. */
  async selection(actor: Actor, month: Month): Promise<Selection> {
    return this.figures.selection('KPI-09', [month], figureScope(actor, 'report.read'));
  }

  /** A breakdown by both promises; a key may have clocks by one of them alone. */
  async both(actor: Actor, selection: Selection, by: Dimension, target: number | null): Promise<BothFigures[]> {
    const amended = await this.tallies.by(selection, by);
    const agreed = await this.tallies.agreed(selection, by, amended, this.clock.now());
    const missing = agreed.filter(({ key }) => !amended.some((tally) => tally.key === key)).map(({ key }) => ({ ...nothing, key }));
    const rows = await this.figures.rows(actor, selection, by, target, [...amended, ...missing]);
    const alike = await this.figures.rows(actor, selection, by, target, agreed);
    return rows.map((row) => ({
      ...row,
      agreed: alike.find(({ key }) => key === row.key) ?? figureOf(nothing, 'counts', null),
    }));
  }

  private async agreed(selection: Selection): Promise<KeyedTally> {
    const [whole] = await this.tallies.agreed(selection, null, await this.tallies.by(selection, null), this.clock.now());
    return whole ?? nothing;
  }
}

const nothing: KeyedTally = { key: null, numerator: 0, denominator: 0, extra: {} };
