import { Injectable } from '@nestjs/common';
import { type Actor, holds, IdentityFacts, type Locale, scopeOf } from '#identity';
import { Clock, type Display, DomainError, type Figure, type Instant, percent, type Status, statusOf } from '#kernel';
import { type PublishedCampaign, SurveyFacts } from '#surveys';
import { CLIENTS_CODE } from '../domain/kpi.js';
import { type CampaignMeasurement, CampaignMeasurements, shareOf } from '../store/campaign-measurements.js';
import { ClientTargets } from './client-targets.js';
import type { EditionView } from './edition-views.js';
import type { KpiPage, KpiSummary } from './kpi-summary.js';

const YEARS = 5;

/** A year of KPI-01 as it is printed. */
export interface ClientYear {
  readonly period: string;
  readonly figure: Figure;
  /** Every institution by its users. */
  readonly byUsers: Figure | null;
  /** Where the value comes from, if it was measured before go-live. */
  readonly source: string | null;
  readonly campaignId: string | null;
}

export interface ClientSummary extends KpiSummary {
  readonly trend: readonly ClientYear[];
}

export interface ClientPage extends KpiPage {
  readonly trend: readonly ClientYear[];
}

/** An institution as it was published; hidden where few answered, or where it would give another away. */
export interface ClientRow {
  readonly id: string;
  readonly at: Instant;
  readonly institution: { readonly id: string; readonly name: string };
  readonly figure: Figure;
}

interface Measured {
  readonly summary: ClientSummary;
  readonly latest: CampaignMeasurement | undefined;
}

/** KPI-01, the share of satisfied clients, year by year; in a month it is that of the month's year. */
@Injectable()
export class ClientSatisfaction {
  constructor(
    private readonly clock: Clock,
    private readonly measurements: CampaignMeasurements,
    private readonly surveys: SurveyFacts,
    private readonly identity: IdentityFacts,
    private readonly targets: ClientTargets,
  ) {}

  /** As it stands beside the other indicators. */
  async summary(locale: Locale, year: number): Promise<ClientSummary> {
    return (await this.measured(locale, year)).summary;
  }

  async read(actor: Actor, year: number): Promise<ClientPage> {
    const { summary, latest } = await this.measured(actor.locale, year);
    const rows = await this.rowsOf(actor, latest);
    return {
      ...summary,
      rows: rows.map(({ figure, institution }) => ({ ...figure, key: institution.id, name: institution.name })),
      editions: await this.editionsOf(year),
    };
  }

  /** The institutions behind the figure, or one of them. Throws `kpis.rows-not-allowed` where the actor reads no results of surveys. */
  async rows(actor: Actor, year: number, key?: string): Promise<ClientRow[]> {
    if (!holds(actor, 'survey.results')) throw new DomainError('kpis.rows-not-allowed', { code: CLIENTS_CODE }, 'forbidden');
    const { latest } = await this.measured(actor.locale, year);
    return (await this.rowsOf(actor, latest)).filter(({ id }) => key === undefined || id === key);
  }

  private async measured(locale: Locale, year: number): Promise<Measured> {
    const measured = await this.measurements.ofYears(year - YEARS + 1, year);
    const trend = await Promise.all(Array.from({ length: YEARS }, (_, at) => this.yearOf(year - YEARS + 1 + at, measured)));
    const latest = measured.find((one) => one.year === year);
    const { figure, byUsers, source, campaignId } = trend.at(-1)!;
    const summary: ClientSummary = {
      ...{ code: CLIENTS_CODE, unit: 'percent', better: 'higher', layouts: ['institution'], period: String(year) },
      ...(await this.targets.definition(locale)),
      target: await this.targets.of(year),
      ...{ overall: figure, byUsers, source, campaignId, trend },
      asOf: latest?.frozenAt ?? this.clock.now(),
    };
    return { summary, latest };
  }

  private async yearOf(year: number, measured: readonly CampaignMeasurement[]): Promise<ClientYear> {
    const period = String(year);
    const one = measured.find((measurement) => measurement.year === year);
    if (!one) return { period, figure: NO_DATA, byUsers: null, source: null, campaignId: null };
    const { usersValue, usersLow, usersHigh, source, campaignId } = one;
    return {
      ...{ period, source, campaignId },
      figure: printed(one, statusOf(shareOf(one), await this.targets.of(year))),
      byUsers: usersValue === null ? null : { ...printed({ ...one, value: usersValue, low: usersLow, high: usersHigh }, null), extra: {} },
    };
  }

  /** Every measurement of the year, latest first: the one that stands, and what it replaced. */
  private async editionsOf(year: number): Promise<EditionView[]> {
    const all = await this.measurements.allOf(year);
    const names = await this.identity.names(all.flatMap(({ actorId }) => actorId ?? []));
    return all.map((one, at) => ({
      number: all.length - at,
      ...{ definitionVersion: one.definitionVersion, frozenAt: one.frozenAt, knownUntil: one.frozenAt, inputHash: one.inputHash },
      ...{ cause: one.campaignId === null ? 'import' : 'freeze', reason: one.source },
      person: one.actorId === null ? null : (names.get(one.actorId) ?? null),
      figure: printed(one, null),
    }));
  }

  /** Institutions as they were published; a coordinator finds his own. */
  private async rowsOf(actor: Actor, latest: CampaignMeasurement | undefined): Promise<ClientRow[]> {
    const campaign = latest?.campaignId ? await this.surveys.published(latest.campaignId) : undefined;
    return campaign ? this.institutionsOf(actor, campaign) : [];
  }

  private async institutionsOf(actor: Actor, { perInstitution, frozenAt: at }: PublishedCampaign): Promise<ClientRow[]> {
    const { all, aggregates, institutionIds } = scopeOf(actor, 'survey.results');
    const seen = perInstitution.filter(
      ({ institutionId }) => holds(actor, 'survey.results') && (all || aggregates || institutionIds.includes(institutionId)),
    );
    const names = await this.identity.institutionNames(
      seen.map(({ institutionId }) => institutionId),
      actor.locale,
    );
    return seen
      .map(({ institutionId: id, figure }) => ({ id, at, institution: { id, name: names.get(id) ?? '' }, figure }))
      .sort((a, b) => a.institution.name.localeCompare(b.institution.name, actor.locale));
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
