import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import type { Status } from '#kernel';
import { Database, type Queryable } from '#platform';
import { type IndicatorValue, statusOfMilestone, statusOfValue, targetFor } from '../domain/indicator-value.js';
import { type Goal, type Indicator, type Scorecard, type Target, yearsShown } from '../domain/scorecard.js';
import { MeasurementStore } from '../store/measurement-store.js';
import { ScorecardStore } from '../store/scorecard-store.js';
import { type FrozenValue, type Snapshot, SnapshotStore } from '../store/snapshot-store.js';
import { IndicatorValues } from './indicator-values.js';
import { ScorecardWords } from './scorecard-words.js';

/** An indicator in a year. */
export interface IndicatorYear {
  readonly year: number;
  readonly target: number | null;
  readonly value: IndicatorValue | null;
  readonly status: Status | null;
  readonly frozen: boolean;
}

export interface ScorecardRow {
  readonly indicator: Indicator;
  /** The years of the page, the earliest first; the last one is the page's. */
  readonly years: readonly IndicatorYear[];
}

/** A scorecard as a year shows it. */
export interface ScorecardYear {
  readonly card: Scorecard;
  readonly year: number;
  readonly columns: readonly number[];
  readonly goals: readonly Goal[];
  readonly rows: readonly ScorecardRow[];
  /** What the year was frozen as; null while it is alive. */
  readonly snapshot: Snapshot | null;
  /** All of the card, the last one of a year first. */
  readonly snapshots: readonly Snapshot[];
  /** Values of the year that were recorded after it had been frozen: a restatement would take them up. */
  readonly recordedSince: number;
  /** At most three sentences. */
  readonly conclusion: readonly string[];
}

interface Choice {
  /** False: years that are not frozen stay empty. */
  readonly live: boolean;
  /** A certain snapshot of the year instead of the last one. */
  readonly number?: number | undefined;
}

/** Puts a scorecard together: frozen years as they were frozen, the others as they are. */
@Injectable()
export class ScorecardYears {
  constructor(
    private readonly database: Database,
    private readonly cards: ScorecardStore,
    private readonly snapshots: SnapshotStore,
    private readonly values: IndicatorValues,
    private readonly measurements: MeasurementStore,
    private readonly words: ScorecardWords,
  ) {}

  /** Throws `processes.scorecard.not-found`; a year outside the card is the nearest one of it. */
  async read(locale: Locale, cardId: string, asked: number | undefined, choice: Choice): Promise<ScorecardYear> {
    const on = this.database;
    const card = await this.cards.one(on, cardId);
    const snapshots = await this.snapshots.of(on, cardId);
    // Whoever reads frozen years alone is shown the last one of them.
    const year = yearWithin(card, asked ?? (choice.live ? undefined : snapshots[0]?.year) ?? (await thisYear(on)));
    const indicators = await this.cards.indicators(on, cardId);
    const columns = yearsShown(card, year).filter((one) => one <= Math.max(year, card.firstYear));
    const chosen = columns.map((column) => snapshotOf(snapshots, column, column === year ? choice.number : undefined));
    const cells = await this.cells(on, { indicators, columns, chosen, live: choice.live });
    const rows = indicators.map((indicator, at) => ({ indicator, years: cells.map((column) => column[at]!) }));
    const snapshot = chosen[columns.indexOf(year)] ?? null;
    return {
      ...{ card, year, columns, snapshot, snapshots, rows },
      goals: await this.cards.goals(on, cardId),
      recordedSince: snapshot ? await this.since(on, indicators, snapshot) : 0,
      conclusion: this.words.conclusion(locale, rows, snapshot !== null),
    };
  }

  /** The indicators of a card in a year as they are now, with targets and statuses: what a snapshot writes down. */
  async now(on: Queryable, indicators: readonly Indicator[], year: number): Promise<IndicatorYear[]> {
    const ids = indicators.map(({ id }) => id);
    const targets = await this.cards.targets(on, ids);
    const values = await this.values.of(on, indicators, year);
    const today = await dayOf(on);
    return indicators.map((indicator) => yearOf(indicator, { year, targets, value: values.get(indicator.id) ?? null, today }));
  }

  private async cells(
    on: Queryable,
    { indicators, columns, chosen, live }: { indicators: Indicator[]; columns: number[]; chosen: (Snapshot | null)[]; live: boolean },
  ): Promise<IndicatorYear[][]> {
    const frozen = await this.snapshots.values(
      on,
      chosen.flatMap((snapshot) => snapshot?.id ?? []),
    );
    const targets = await this.cards.targets(
      on,
      indicators.map(({ id }) => id),
    );
    const today = await dayOf(on);
    return Promise.all(
      columns.map(async (year, at) => {
        const snapshot = chosen[at];
        if (snapshot) return indicators.map(({ id }) => frozenYear(year, frozen.get(snapshot.id)?.get(id)));
        if (live) return this.now(on, indicators, year);
        return indicators.map((indicator) => ({ ...yearOf(indicator, { year, targets, value: null, today }), status: null }));
      }),
    );
  }

  private async since(on: Queryable, indicators: readonly Indicator[], { year, frozenAt }: Snapshot): Promise<number> {
    const all = await this.measurements.of(
      on,
      indicators.map(({ id }) => id),
    );
    return all.filter((one) => one.year === year && one.recordedAt > frozenAt).length;
  }
}

function yearOf(
  indicator: Indicator,
  { year, targets, value, today }: { year: number; targets: readonly Target[]; value: IndicatorValue | null; today: string },
): IndicatorYear {
  if (indicator.kind === 'milestone')
    return { year, target: null, value, status: statusOfMilestone(indicator, value, year, today), frozen: false };
  const target = targetFor(
    targets.filter((one) => one.indicatorId === indicator.id),
    year,
  );
  return { year, target, value, status: value && statusOfValue(indicator, value, target), frozen: false };
}

function frozenYear(year: number, frozen: FrozenValue | undefined): IndicatorYear {
  return { year, target: frozen?.target ?? null, value: frozen?.value ?? null, status: frozen?.status ?? null, frozen: true };
}

function snapshotOf(snapshots: readonly Snapshot[], year: number, number: number | undefined): Snapshot | null {
  return snapshots.find((one) => one.year === year && (number === undefined || one.number === number)) ?? null;
}

export function yearWithin({ firstYear, lastYear }: Scorecard, year: number): number {
  return Math.min(Math.max(year, firstYear), lastYear);
}

/** Today in Riga. */
export async function dayOf(on: Queryable): Promise<string> {
  const [row] = await on.query<{ day: string }>(`select (now() at time zone 'Europe/Riga')::date as day`);
  return row!.day;
}

export async function thisYear(on: Queryable): Promise<number> {
  return Number((await dayOf(on)).slice(0, 4));
}
