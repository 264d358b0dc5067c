import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts, type Locale } from '#identity';
import { formatInstant } from '#kernel';
import { Database } from '#platform';
import { displayOfValue, type IndicatorValue } from '../domain/indicator-value.js';
import type { Goal, Indicator } from '../domain/scorecard.js';
import { keepsScorecard, readsLive } from '../domain/scorecard-access.js';
import type {
  IndicatorFigureResponse,
  IndicatorYearResponse,
  ScorecardCountsResponse,
  ScorecardIndicatorResponse,
  ScorecardResponse,
  ScorecardSnapshotResponse,
  ScorecardsResponse,
  ScorecardTopGoalResponse,
} from '../http/responses/scorecard.response.js';
import { ScorecardStore } from '../store/scorecard-store.js';
import { type Snapshot, SnapshotStore } from '../store/snapshot-store.js';
import { baselinesOf, ScorecardTemplates } from './scorecard-template.js';
import { printed } from './scorecard-words.js';
import { type IndicatorYear, type ScorecardRow, type ScorecardYear, ScorecardYears, thisYear } from './scorecard-years.js';

/** Scorecards as their pages show them. */
@Injectable()
export class ScorecardReader {
  constructor(
    private readonly database: Database,
    private readonly cards: ScorecardStore,
    private readonly snapshotStore: SnapshotStore,
    private readonly years: ScorecardYears,
    private readonly templates: ScorecardTemplates,
    private readonly identity: IdentityFacts,
  ) {}

  async list({ locale, ...actor }: Actor): Promise<ScorecardsResponse> {
    const cards = await this.cards.all(this.database);
    return {
      items: cards.map(({ id, name, source, firstYear, lastYear }) => ({ id, name: name[locale], source, firstYear, lastYear })),
      templates: this.templates.all().map((template) => ({
        ...{ code: template.code, name: template[locale], source: template.source, years: template.years },
        baselines: baselinesOf(template).map(({ code, name, value }) => ({ code, name: name[locale], value })),
      })),
      create: keepsScorecard({ locale, ...actor }),
    };
  }

  /** Throws `processes.scorecard.not-found`. */
  async page(actor: Actor, id: string, year?: number, number?: number): Promise<ScorecardResponse> {
    const live = readsLive(actor);
    const read = await this.years.read(actor.locale, id, year, { live, number });
    return { ...(await this.shown(actor.locale, read)), live, abilities: await this.abilities(actor, read) };
  }

  async snapshots(id: string): Promise<ScorecardSnapshotResponse[]> {
    await this.cards.one(this.database, id);
    const snapshots = await this.snapshotStore.of(this.database, id);
    const names = await this.namesOf(snapshots);
    return snapshots.map((snapshot) => snapshotResponse(snapshot, snapshots, names));
  }

  private async shown(locale: Locale, read: ScorecardYear): Promise<Omit<ScorecardResponse, 'live' | 'abilities'>> {
    const { card, year, columns, snapshot, snapshots, recordedSince, conclusion, goals, rows } = read;
    const names = await this.namesOf(snapshot ? [snapshot] : []);
    return {
      ...{ id: card.id, name: card.name[locale], source: card.source, firstYear: card.firstYear, lastYear: card.lastYear },
      ...{ year, columns: [...columns], recordedSince, conclusion: [...conclusion] },
      snapshot: snapshot && snapshotResponse(snapshot, snapshots, names),
      counts: countsOf(rows),
      goals: goalsOf(locale, goals, rows),
    };
  }

  private async abilities(actor: Actor, { year, snapshot, snapshots }: ScorecardYear): Promise<ScorecardResponse['abilities']> {
    const keeps = keepsScorecard(actor);
    const over = year < (await thisYear(this.database));
    const last = snapshots.find((one) => one.year === year) ?? null;
    return {
      ...{ create: keeps, record: keeps, setTarget: keeps && !last },
      freeze: keeps && over && !last,
      restate: keeps && over && last !== null && snapshot?.id === last.id,
    };
  }

  private namesOf(snapshots: readonly Snapshot[]): Promise<ReadonlyMap<string, string>> {
    return this.identity.names(snapshots.flatMap(({ frozenById }) => frozenById ?? []));
  }
}

/** A year of an indicator as it may be shown. */
export function yearResponse(indicator: Indicator, { year, target, value, status, frozen }: IndicatorYear): IndicatorYearResponse {
  return { year, target, status, frozen, figure: value && figureResponse(indicator, value) };
}

export function indicatorResponse(locale: Locale, indicator: Indicator): Omit<ScorecardIndicatorResponse, 'years'> {
  const { id, code, name, note, tasks, kind } = indicator;
  const shared = { id, code, kind, name: name[locale], note: note[locale], tasks: tasks.map((task) => task[locale]) };
  if (kind === 'milestone') return { ...shared, unit: null, better: null, sourceCode: null, baseline: null, dueYear: indicator.dueYear };
  const { unit, better, sourceCode, baseline } = indicator;
  return { ...shared, unit, better, sourceCode, baseline, dueYear: null };
}

function figureResponse(indicator: Indicator, value: IndicatorValue): IndicatorFigureResponse {
  const { numerator, denominator, n, effectiveN, origin, source, rowsPath, definitionVersion, achievedOn, dataAt } = value;
  const shared = { numerator, denominator, n, origin, source, rowsPath, definitionVersion, achievedOn, dataAt: formatInstant(dataAt) };
  if (indicator.kind === 'milestone') return { ...shared, value: null, effectiveN: null, low: null, high: null, display: 'full' };
  const print = (of: number | null): number | null => (of === null ? null : printed(of, indicator.unit));
  return {
    ...shared,
    effectiveN: effectiveN === null ? null : Math.round(effectiveN),
    ...{ value: print(value.value), low: print(value.low), high: print(value.high) },
    display: displayOfValue(indicator, value),
  };
}

function goalsOf(locale: Locale, goals: readonly Goal[], rows: readonly ScorecardRow[]): ScorecardTopGoalResponse[] {
  const under = (parentId: string | null): Goal[] => goals.filter((goal) => goal.parentId === parentId);
  return under(null).map((top) => ({
    ...{ id: top.id, name: top.name[locale] },
    goals: under(top.id).map((goal) => ({
      ...{ id: goal.id, name: goal.name[locale] },
      indicators: rows
        .filter(({ indicator }) => indicator.goalId === goal.id)
        .map(({ indicator, years }) => ({
          ...indicatorResponse(locale, indicator),
          years: years.map((one) => yearResponse(indicator, one)),
        })),
    })),
  }));
}

function countsOf(rows: readonly ScorecardRow[]): ScorecardCountsResponse {
  const count = (status: IndicatorYear['status']): number => rows.filter(({ years }) => years.at(-1)!.status === status).length;
  return {
    safelyReached: count('safely_reached'),
    reached: count('reached'),
    notReachedWithinError: count('not_reached_within_error'),
    notReached: count('not_reached'),
    open: count(null),
  };
}

function snapshotResponse(snapshot: Snapshot, all: readonly Snapshot[], names: ReadonlyMap<string, string>): ScorecardSnapshotResponse {
  const { id, year, number, replacesId, reason, inputHash, frozenById, frozenAt } = snapshot;
  return {
    ...{ id, year, number, reason, inputHash, frozenAt: formatInstant(frozenAt) },
    replaces: all.find((one) => one.id === replacesId)?.number ?? null,
    frozenBy: frozenById === null ? null : { id: frozenById, name: names.get(frozenById) ?? '' },
  };
}
