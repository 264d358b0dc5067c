import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock, type Instant } from '#kernel';
import { Database, ts } from '#platform';
import type { Figure } from '../domain/figure.js';
import { figureScope } from '../domain/figure-scope.js';
import type { Dimension } from '../domain/kpi.js';
import { type Month, monthEnd, readPeriod } from '../domain/month.js';
import { EditionStore } from '../store/edition-store.js';
import { Definitions } from './definitions.js';
import { Figures, type KeyedFigure } from './figures.js';
import { FreezeInstants } from './freeze-instants.js';
import type { Selection } from './selection.js';

/** The month's SLA compliance (DOMAIN 4.6). */
export interface SlaCompliance {
  readonly month: Month;
  readonly frozen: boolean;
  readonly freezeAt: Instant;
  readonly overall: Figure;
  readonly byKind: readonly KeyedFigure[];
  readonly rows: readonly KeyedFigure[];
  readonly openBreached: number;
  readonly pausedUndecided: number;
  readonly excluded: number;
}

@Injectable()
export class SlaComplianceReport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly figures: Figures,
    private readonly definitions: Definitions,
    private readonly freezes: FreezeInstants,
    private readonly editions: EditionStore,
  ) {}

  async read(actor: Actor, month: Month, by: Dimension): Promise<SlaCompliance> {
    const period = readPeriod(month);
    const selection = await this.figures.selection('KPI-09', [month], figureScope(actor, 'report.read'));
    const target = await this.definitions.target('KPI-09', period.year);
    const overall = await this.figures.overall(selection, period);
    return {
      month,
      frozen: (await this.editions.latest('KPI-09', month)) !== undefined,
      freezeAt: await this.freezes.of(month),
      overall,
      byKind: await this.figures.rows(actor, selection, 'kind', target),
      rows: await this.figures.rows(actor, selection, by, target),
      openBreached: overall.extra['openBreached'] ?? 0,
      pausedUndecided: await this.pausedUndecided(selection, month),
      excluded: overall.extra['excluded'] ?? 0,
    };
  }

  /** Clocks that stood still at the end of the month, or stand still now, without an outcome by then: listed, not counted. */
  private async pausedUndecided({ scope }: Selection, month: Month): Promise<number> {
    const now = this.clock.now();
    const end = monthEnd(month);
    const at = now < end ? now : end;
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from kpis.clock_fact f
       where f.edition = 0 and f.pauses <> '[]'::jsonb and f.exclusion is null
         and (f.outcome_at is null or f.outcome_at >= $1)
         and exists (select 1 from jsonb_array_elements(f.pauses) p where (p->>0)::bigint <= $2 and ((p->>1) is null or (p->>1)::bigint > $2))
         and ($3 or f.institution_id = any($4::uuid[]) or f.group_id = any($5::uuid[]))`,
      [ts(at), at, scope.all, scope.institutionIds, scope.groupIds],
    );
    return row?.count ?? 0;
  }
}
