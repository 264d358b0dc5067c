import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { UnitOfWork } from '#platform';
import { CampaignMeasurements } from '../store/campaign-measurements.js';

/** A year that was measured before go-live, in percent. */
export interface EarlierYear {
  readonly year: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly answered: number | null;
  /** Where the value comes from: a report, an order. */
  readonly source: string;
}

/** Takes in a year of KPI-01 that was measured elsewhere; it is shown marked with its source (DOMAIN 5). */
@Injectable()
export class ImportClientSatisfaction {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly measurements: CampaignMeasurements,
  ) {}

  /** Throws `kpis.interval-invalid` where the bounds do not hold the value. */
  async execute(actorId: string | null, { year, value, low, high, answered, source }: EarlierYear): Promise<void> {
    if ((low !== null && low > value) || (high !== null && high < value))
      throw new DomainError('kpis.interval-invalid', {}, 'invalid', [{ pointer: '/low', code: 'kpis.interval-invalid' }]);
    const share = (percent: number | null): number | null => (percent === null ? null : percent / 100);
    await this.unitOfWork.run((tx) =>
      this.measurements.add(tx, {
        ...{ year, answered, source, actorId, definitionVersion: 1, campaignId: null },
        ...{ value: value / 100, low: share(low), high: share(high) },
        ...{ nEff: null, institutions: null, clients: null, usersValue: null, usersLow: null, usersHigh: null, inputHash: null },
      }),
    );
  }
}
