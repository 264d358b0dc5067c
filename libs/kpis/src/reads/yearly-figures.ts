import { Injectable } from '@nestjs/common';
import { displayOf, HIDDEN_BELOW, type Instant, wilsonInterval } from '#kernel';
import { EventLog } from '#platform';
import { WHOLE } from '../domain/figure-scope.js';
import { readPeriod } from '../domain/month.js';
import { REFRESH_REACTION } from '../domain/ticket-event.js';
import { CampaignMeasurements } from '../store/campaign-measurements.js';
import { ClientTargets } from './client-targets.js';
import { Definitions } from './definitions.js';
import { Figures } from './figures.js';

/** A share of opinions in a year, of the whole Centre, between 0 and 1 and unrounded. Nothing of it where too few gave theirs. */
export interface YearlyShare {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** How many answered; null where it is hidden. */
  readonly n: number | null;
  readonly effectiveN: number | null;
  readonly dataAt: Instant;
  readonly definitionVersion: number;
  /** Where the value comes from, if it was measured before go-live. */
  readonly source: string | null;
}

/** KPI-01 and KPI-02 year by year, for whoever holds them against other targets. */
@Injectable()
export class YearlyFigures {
  constructor(
    private readonly measurements: CampaignMeasurements,
    private readonly clientTargets: ClientTargets,
    private readonly figures: Figures,
    private readonly definitions: Definitions,
    private readonly events: EventLog,
  ) {}

  /** KPI-01; undefined in a year without a survey. */
  async clients(year: number): Promise<YearlyShare | undefined> {
    const [one] = await this.measurements.ofYears(year, year);
    if (!one) return undefined;
    const { value, low, high, nEff: effectiveN, answered: n, frozenAt: dataAt, source } = one;
    const { definitionVersion } = await this.clientTargets.definition('lv');
    const few = n !== null && n < 10;
    return {
      ...{ low, high, n, effectiveN, dataAt, source, definitionVersion },
      value: few ? null : value,
      numerator: null,
      denominator: null,
    };
  }

  /** KPI-02; undefined in a year without a rating. */
  async users(year: number): Promise<YearlyShare | undefined> {
    const { months } = readPeriod(String(year));
    const selection = await this.figures.selection('KPI-02', months, WHOLE);
    const { numerator, denominator, display } = await this.figures.overall(selection, readPeriod(String(year)));
    if (display === 'none') return undefined;
    const { version } = await this.definitions.inForce('KPI-02', months.at(-1)!, 'lv');
    const known = { dataAt: await this.events.doneUntil(REFRESH_REACTION), definitionVersion: version, source: null, effectiveN: null };
    if (numerator === null || denominator === null || denominator < HIDDEN_BELOW)
      return { ...known, value: null, low: null, high: null, numerator: null, denominator: null, n: null };
    const share = wilsonInterval(numerator, denominator)!;
    const shown = ['small', 'full'].includes(displayOf(denominator, 'opinions'));
    return { ...known, numerator, denominator, n: denominator, low: share.low, high: share.high, value: shown ? share.value : null };
  }
}
