import { Injectable } from '@nestjs/common';
import { type Instant } from '#kernel';
import { type Queryable, ts } from '#platform';
import { coverageSql, IN_COVERAGE, IN_FLEET, itemsAt, lastSighting } from './fleet-sql.js';

export interface FleetCount {
  readonly fleet: number;
  /** The part of it that is office equipment. */
  readonly office: number;
}

export interface CoverageCount {
  /** Workstations in use whose agent was heard of within thirty days. */
  readonly covered: number;
  readonly stale: number;
  readonly never: number;
  readonly all: number;
}

const COVERAGE = (['covered', 'stale', 'never'] as const)
  .map((one) => `count(*) filter (where ${coverageSql(one, '$1')})::int as ${one}`)
  .join(', ');

/** The equipment of the whole register at an instant (DOMAIN 5, KPI-12 and KPI-13), whoever asks: figures, never items. */
@Injectable()
export class FleetFacts {
  /** Null where the register knows of no item before that instant. */
  async fleetAt(on: Queryable, at: Instant): Promise<FleetCount | null> {
    const [row] = await on.query<FleetCount & { known: number }>(
      `select count(*) filter (where ${IN_FLEET})::int as fleet, count(*) filter (where ${IN_FLEET} and k.is_office)::int as office,
         count(*)::int as known from ${itemsAt('$1::timestamptz')}`,
      [ts(at)],
    );
    return row!.known === 0 ? null : { fleet: row!.fleet, office: row!.office };
  }

  /** Null where there is no workstation, or no agent has ever been heard of before that instant: then nothing was measured. */
  async coverageAt(on: Queryable, at: Instant): Promise<CoverageCount | null> {
    const [row] = await on.query<CoverageCount>(
      `select count(*)::int as "all", ${COVERAGE} from ${itemsAt('$1::timestamptz')} ${lastSighting('$1::timestamptz')} where ${IN_COVERAGE}`,
      [ts(at)],
    );
    return row!.all === 0 || row!.never === row!.all ? null : row!;
  }
}
