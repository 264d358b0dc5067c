import { Injectable } from '@nestjs/common';
import type { Instant, Share } from '#kernel';
import { Database, type Queryable, ts, type Tx } from '#platform';

/** A year of KPI-01; shares unrounded, between 0 and 1. */
export interface CampaignMeasurement {
  readonly year: number;
  readonly definitionVersion: number;
  /** Null for what was measured before go-live; then `source` says where it comes from. */
  readonly campaignId: string | null;
  readonly source: string | null;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly nEff: number | null;
  readonly answered: number | null;
  readonly institutions: number | null;
  readonly clients: number | null;
  readonly usersValue: number | null;
  readonly usersLow: number | null;
  readonly usersHigh: number | null;
  readonly inputHash: string | null;
  readonly frozenAt: Instant;
}

export type NewMeasurement = Omit<CampaignMeasurement, 'frozenAt'> & { readonly actorId: string | null };

const COLUMNS = `year, definition_version as "definitionVersion", campaign_id as "campaignId", source, value, low, high, effective_n as "nEff",
  answered, institutions, clients, users_value as "usersValue", users_low as "usersLow", users_high as "usersHigh",
  input_hash as "inputHash", frozen_at as "frozenAt"`;

/** Measurements of KPI-01. They are only ever added; a later one of the same year stands for it, a campaign before what was taken in. */
@Injectable()
export class CampaignMeasurements {
  constructor(private readonly database: Database) {}

  /** The one that stands for each of these years. */
  async ofYears(from: number, to: number): Promise<CampaignMeasurement[]> {
    return this.database.query<CampaignMeasurement>(
      `select distinct on (year) ${COLUMNS} from kpis.campaign_measurement where year between $1 and $2
       order by year, (campaign_id is null), id desc`,
      [from, to],
    );
  }

  /** Everything that was measured of a year: the one that stands first, then what it stands before, latest first. */
  async allOf(year: number): Promise<(CampaignMeasurement & { readonly actorId: string | null })[]> {
    return this.database.query(
      `select ${COLUMNS}, actor_id as "actorId" from kpis.campaign_measurement where year = $1 order by (campaign_id is null), id desc`,
      [year],
    );
  }

  async isMeasured(campaignId: string, on: Queryable = this.database): Promise<boolean> {
    return (await on.query(`select 1 from kpis.campaign_measurement where campaign_id = $1`, [campaignId])).length > 0;
  }

  async add(tx: Tx, measurement: NewMeasurement): Promise<void> {
    const { year, definitionVersion, campaignId, source, value, low, high, nEff, answered, institutions, clients } = measurement;
    const { usersValue, usersLow, usersHigh, inputHash, actorId } = measurement;
    await tx.execute(
      `insert into kpis.campaign_measurement (year, definition_version, campaign_id, source, value, low, high, effective_n, answered,
         institutions, clients, users_value, users_low, users_high, input_hash, actor_id, frozen_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        ...[year, definitionVersion, campaignId, source, value, low, high, nEff, answered],
        ...[institutions, clients, usersValue, usersLow, usersHigh, inputHash, actorId, ts(tx.now)],
      ],
    );
  }
}

/** A share with its bounds, where there are any. */
export function shareOf({ value, low, high }: Pick<CampaignMeasurement, 'value' | 'low' | 'high'>): Share {
  return { value, low: low ?? value, high: high ?? value };
}
