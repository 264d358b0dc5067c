import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import { formatInstant } from '#kernel';
import { Database } from '#platform';
import type { Indicator, Scorecard, Target } from '../domain/scorecard.js';
import { keepsScorecard, readsLive } from '../domain/scorecard-access.js';
import type {
  IndicatorDetailResponse,
  IndicatorMeasurementResponse,
  IndicatorTargetResponse,
} from '../http/responses/indicator.response.js';
import { type KeptMeasurement, MeasurementStore } from '../store/measurement-store.js';
import { ScorecardStore } from '../store/scorecard-store.js';
import { SnapshotStore } from '../store/snapshot-store.js';
import { indicatorResponse, yearResponse } from './scorecard-reader.js';
import { type IndicatorYear, ScorecardYears } from './scorecard-years.js';

type Names = ReadonlyMap<string, string>;

/** One indicator: its way through the years, and everything that was ever set or recorded of it. */
@Injectable()
export class IndicatorReader {
  constructor(
    private readonly database: Database,
    private readonly cards: ScorecardStore,
    private readonly measurementStore: MeasurementStore,
    private readonly snapshots: SnapshotStore,
    private readonly years: ScorecardYears,
    private readonly identity: IdentityFacts,
  ) {}

  /** Throws `processes.indicator.not-found`. */
  async read(actor: Actor, id: string): Promise<IndicatorDetailResponse> {
    const { indicator, card, goals } = await this.cards.indicator(this.database, id);
    const [targets, measurements] = [await this.cards.targets(this.database, [id]), await this.measurementStore.of(this.database, [id])];
    const names = await this.identity.names([
      ...targets.flatMap(({ setById }) => setById ?? []),
      ...measurements.flatMap(({ recordedById }) => recordedById ?? []),
    ]);
    const { name, source, firstYear, lastYear } = card;
    const years = await this.yearsOf(indicator, card, readsLive(actor));
    return {
      ...indicatorResponse(actor.locale, indicator),
      scorecard: { id: card.id, name: name[actor.locale], source, firstYear, lastYear },
      goals: goals.map((goal) => goal[actor.locale]),
      years: years.map((year) => yearResponse(indicator, year)),
      targets: targets.map((target, at) => targetOf(target, targets.slice(at + 1), names)).reverse(),
      measurements: this.visible(actor, measurements, years).map((one, at, all) => measurementOf(one, all.slice(0, at), names)),
      abilities: { record: keepsScorecard(actor), setTarget: keepsScorecard(actor) && indicator.kind === 'numeric' },
    };
  }

  /** Values recorded of it, the latest first. Throws `processes.indicator.not-found`. */
  async measurements(actor: Actor, id: string): Promise<IndicatorMeasurementResponse[]> {
    return (await this.read(actor, id)).measurements;
  }

  /** The file of a value that the reader sees; undefined where there is none. Throws `processes.measurement.not-found`. */
  async file(actor: Actor, id: string, measurementId: string): Promise<{ name: string; bytes: Buffer } | undefined> {
    const seen = await this.measurements(actor, id);
    return seen.some((one) => one.id === measurementId) ? this.measurementStore.fileOf(this.database, id, measurementId) : undefined;
  }

  /** Whoever reads frozen years alone reads what was recorded of them, too. */
  private visible(actor: Actor, measurements: KeptMeasurement[], years: readonly IndicatorYear[]): KeptMeasurement[] {
    if (readsLive(actor)) return measurements;
    return measurements.filter(({ year }) => years.some((one) => one.year === year && one.frozen));
  }

  private async yearsOf(indicator: Indicator, card: Scorecard, live: boolean): Promise<IndicatorYear[]> {
    const snapshots = await this.snapshots.of(this.database, card.id);
    const frozen = await this.snapshots.values(
      this.database,
      snapshots.map(({ id }) => id),
    );
    const years = Array.from({ length: card.lastYear - card.firstYear + 1 }, (_, at) => card.firstYear + at);
    return Promise.all(
      years.map(async (year) => {
        const last = snapshots.find((snapshot) => snapshot.year === year);
        const known = last && frozen.get(last.id)?.get(indicator.id);
        if (known) return { year, target: known.target, value: known.value, status: known.status, frozen: true };
        const [now] = await this.years.now(this.database, [indicator], year);
        return live ? now! : { ...now!, value: null, status: null };
      }),
    );
  }
}

function personOf(id: string | null, names: Names): { id: string; name: string } | null {
  return id === null ? null : { id, name: names.get(id) ?? '' };
}

function targetOf({ year, value, source, setById, setAt }: Target, later: readonly Target[], names: Names): IndicatorTargetResponse {
  const replaced = later.some((one) => one.year === year);
  return { year, value, source, setBy: personOf(setById, names), setAt: formatInstant(setAt), replaced };
}

function measurementOf(one: KeptMeasurement, later: readonly KeptMeasurement[], names: Names): IndicatorMeasurementResponse {
  const { id, year, origin, value, numerator, denominator, achievedOn, source, fileName, fileSha256 } = one;
  return {
    ...{ id, year, origin, value, numerator, denominator, achievedOn, source },
    file: fileName === null || fileSha256 === null ? null : { name: fileName, sha256: fileSha256 },
    recordedBy: personOf(one.recordedById, names),
    recordedAt: formatInstant(one.recordedAt),
    replaced: later.some((other) => other.year === year),
  };
}
