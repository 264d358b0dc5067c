import { Injectable } from '@nestjs/common';
import { type Actor, holds, IdentityFacts, scopeOf } from '#identity';
import { type Display, type Figure, type Instant, percent, type Status, statusOf } from '#kernel';
import { type PublishedCampaign, SurveyFacts } from '#surveys';
import { type CampaignMeasurement, CampaignMeasurements, shareOf } from '../store/campaign-measurements.js';
import { ClientTargets } from './client-targets.js';

const YEARS = 5;

/** A year of KPI-01 as it is printed. */
export interface ClientYear {
  readonly year: number;
  readonly figure: Figure;
  /** Every institution by its users. */
  readonly byUsers: Figure | null;
  /** Where the value comes from, if it was measured before go-live. */
  readonly source: string | null;
  readonly campaignId: string | null;
}

export interface ClientSatisfactionPage extends ClientYear {
  readonly name: string;
  readonly definitionVersion: number;
  readonly target: number | null;
  readonly frozenAt: Instant | null;
  readonly rows: readonly (Figure & { readonly key: string; readonly name: string })[];
  readonly trend: readonly ClientYear[];
}

/** KPI-01, the share of satisfied clients, year by year. */
@Injectable()
export class ClientSatisfaction {
  constructor(
    private readonly measurements: CampaignMeasurements,
    private readonly surveys: SurveyFacts,
    private readonly identity: IdentityFacts,
    private readonly targets: ClientTargets,
  ) {}

  async read(actor: Actor, year: number): Promise<ClientSatisfactionPage> {
    const measured = await this.measurements.ofYears(year - YEARS + 1, year);
    const trend = await Promise.all(Array.from({ length: YEARS }, (_, at) => this.yearOf(year - YEARS + 1 + at, measured)));
    const latest = measured.find((one) => one.year === year);
    const campaign = latest?.campaignId ? await this.surveys.published(latest.campaignId) : undefined;
    return {
      ...trend.at(-1)!,
      ...(await this.targets.definition(actor.locale)),
      target: await this.targets.of(year),
      frozenAt: latest?.frozenAt ?? null,
      rows: campaign ? await this.rowsOf(actor, campaign) : [],
      trend,
    };
  }

  private async yearOf(year: number, measured: readonly CampaignMeasurement[]): Promise<ClientYear> {
    const one = measured.find((measurement) => measurement.year === year);
    if (!one) return { year, figure: NO_DATA, byUsers: null, source: null, campaignId: null };
    const { usersValue, usersLow, usersHigh, source, campaignId } = one;
    return {
      ...{ year, source, campaignId },
      figure: printed(one, statusOf(shareOf(one), await this.targets.of(year))),
      byUsers: usersValue === null ? null : { ...printed({ ...one, value: usersValue, low: usersLow, high: usersHigh }, null), extra: {} },
    };
  }

  /** Institutions as they were published; a coordinator finds his own. */
  private async rowsOf(actor: Actor, { perInstitution }: PublishedCampaign): Promise<ClientSatisfactionPage['rows']> {
    const { all, aggregates, institutionIds } = scopeOf(actor, 'survey.results');
    const seen = perInstitution.filter(
      ({ institutionId }) => holds(actor, 'survey.results') && (all || aggregates || institutionIds.includes(institutionId)),
    );
    const names = await this.identity.institutionNames(
      seen.map(({ institutionId }) => institutionId),
      actor.locale,
    );
    return seen
      .map(({ institutionId, figure }) => ({ ...figure, key: institutionId, name: names.get(institutionId) ?? '' }))
      .sort((a, b) => a.name.localeCompare(b.name, actor.locale));
  }
}

const NO_DATA: Figure = {
  ...{ numerator: null, denominator: null, n: 0, value: null, low: null, high: null, status: null, extra: {} },
  display: 'none',
};

/** A mean of shares has no numerator and denominator; n is what answered, the interval stands on the effective n. */
function printed({ value, low, high, nEff, answered, institutions, clients }: CampaignMeasurement, status: Status | null): Figure {
  const display: Display = answered !== null && answered < 10 ? 'counts' : nEff !== null && nEff < 30 ? 'small' : 'full';
  return {
    ...{ numerator: null, denominator: null, n: answered, display },
    value: display === 'counts' ? null : percent(value),
    low: low === null ? null : percent(low),
    high: high === null ? null : percent(high),
    status: display === 'counts' ? null : status,
    extra: { nEff: nEff === null ? null : Math.round(nEff * 10) / 10, institutions, clients },
  };
}
