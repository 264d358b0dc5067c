import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import { Database, Texts } from '#platform';
import { Params } from '#tickets';
import { type Part, shareOf, spreadOf, type Times } from '../domain/honest.js';
import { type Dimension, DIMENSION_COLUMNS } from '../domain/kpi.js';
import type { Month } from '../domain/month.js';
import { NONE } from '../domain/ticket-event.js';
import { DimensionNames } from './dimension-names.js';
import { latePausesSql, pausesSql, relaxationsSql, staysSql, sumsSql, TIMES, decidedSql } from './honest-sql.js';
import type { Selection } from './selection.js';
import { SlaComplianceReport } from './sla-compliance.js';

/** A group's stays, and how much of the time of breached clocks was used there. */
export interface ChainLink extends Part {
  readonly waitedSeconds: number;
  readonly breachedSeconds: number;
  readonly breachedShare: number | null;
  readonly breachedClocks: number;
}

/** What stands beside the compliance figure, so that it cannot flatter: where the time of the month's resolutions went. */
export interface SlaHonesty {
  readonly month: Month;
  readonly overall: Times;
  readonly by: Dimension;
  readonly rows: readonly (Times & { readonly key: string | null; readonly name: string })[];
  readonly pauses: {
    readonly seconds: number;
    /** Of the paused and the used contract time together. */
    readonly share: number | null;
    readonly clocks: number;
    readonly byReason: readonly Part[];
    readonly byGroup: readonly Part[];
  };
  readonly latePauses: {
    readonly pauses: number;
    readonly clocks: number;
    readonly breached: number;
    readonly byGroup: readonly LateGroup[];
  };
  readonly relaxations: Relaxations;
  readonly chain: readonly ChainLink[];
}

export interface LateGroup {
  readonly key: string;
  readonly name: string;
  readonly pauses: number;
}

export interface Relaxations {
  readonly count: number;
  readonly clocks: number;
  readonly seconds: number;
  readonly requester: number;
  readonly secondPerson: number;
  readonly nobody: number;
}

interface TimesRow {
  key: string;
  decided: number;
  n: number;
  worked: [number, number] | null;
  waited: [number, number] | null;
}

interface PauseRow {
  key: string;
  seconds: number;
  clocks: number;
  late: number;
}

interface StayRow {
  key: string;
  worked: number;
  waited: number;
  clocks: number;
  breached_worked: number;
  breached_clocks: number;
}

interface Sums {
  worked: number;
  waited: number;
  paused: number;
  n: number;
  breached: number;
  paused_clocks: number;
}

const NOTHING: Sums = { worked: 0, waited: 0, paused: 0, n: 0, breached: 0, paused_clocks: 0 };

@Injectable()
export class SlaHonestyReport {
  constructor(
    private readonly database: Database,
    private readonly report: SlaComplianceReport,
    private readonly names: DimensionNames,
    private readonly identity: IdentityFacts,
    private readonly texts: Texts,
  ) {}

  async read(actor: Actor, month: Month, by: Dimension): Promise<SlaHonesty> {
    const selection = await this.report.selection(actor, month);
    const [overall] = await this.times(selection, null);
    const rows = await this.times(selection, by);
    const name = await this.names.of(
      by,
      rows.map(({ key }) => key),
      actor.locale,
    );
    const named = rows.map((row) => ({ ...timesOf(row), key: row.key === NONE ? null : row.key, name: name(row.key) }));
    return {
      month,
      overall: timesOf(overall),
      by,
      rows: named.sort((a, b) =>
        by === 'priority' ? (a.key ?? '').localeCompare(b.key ?? '') : a.name.localeCompare(b.name, actor.locale),
      ),
      ...(await this.spent(actor, selection)),
      relaxations: await this.relaxations(selection),
    };
  }

  private async times(selection: Selection, by: Dimension | null): Promise<TimesRow[]> {
    const params = new Params();
    const key = by === null ? `''` : `f.${DIMENSION_COLUMNS[by]}::text`;
    return this.database.query<TimesRow>(`select ${key} as key, ${TIMES} ${decidedSql(selection, params)} group by 1`, params.values);
  }

  private async spent(actor: Actor, selection: Selection): Promise<Pick<SlaHonesty, 'pauses' | 'latePauses' | 'chain'>> {
    const [sums = NOTHING] = await this.rows<Sums>(sumsSql, selection);
    const [late] = await this.rows<{ clocks: number; breached: number; pauses: number }>(latePausesSql, selection);
    const reasons = await this.rows<PauseRow>((part, params) => pausesSql(part, 2, params), selection);
    const groups = await this.rows<PauseRow>((part, params) => pausesSql(part, 3, params), selection);
    const stays = await this.rows<StayRow>(staysSql, selection);
    const ids = [...groups, ...stays].map(({ key }) => key).filter((key) => key !== NONE);
    const names = await this.identity.groupNames([...new Set(ids)], actor.locale);
    const groupName = (key: string): string => names.get(key) ?? this.texts.say(actor.locale, 'kpis.none.group');
    const { worked, paused, n, paused_clocks: clocks } = sums;
    const part = (row: PauseRow, name: string): Part => ({ ...row, name, share: shareOf(row.seconds, paused, clocks) });
    return {
      pauses: {
        seconds: paused,
        share: shareOf(paused, paused + worked, n),
        clocks,
        byReason: reasons.map((row) => part(row, this.texts.sayOr(actor.locale, `incidents.hold-reason.${row.key}`, {}, row.key))),
        byGroup: groups.map((row) => part(row, groupName(row.key))),
      },
      latePauses: {
        ...(late ?? { clocks: 0, breached: 0, pauses: 0 }),
        byGroup: groups.filter((row) => row.late > 0).map((row) => ({ key: row.key, name: groupName(row.key), pauses: row.late })),
      },
      chain: chainOf(stays, sums, groupName),
    };
  }

  private async relaxations(selection: Selection): Promise<Relaxations> {
    const [row] = await this.rows<Omit<Relaxations, 'secondPerson'> & { second_person: number }>(relaxationsSql, selection);
    const { count = 0, clocks = 0, seconds = 0, requester = 0, second_person: secondPerson = 0, nobody = 0 } = row ?? {};
    return { count, clocks, seconds, requester, secondPerson, nobody };
  }

  private async rows<Row>(sql: (selection: Selection, params: Params) => string, selection: Selection): Promise<Row[]> {
    const params = new Params();
    return this.database.query<Row>(sql(selection, params), params.values);
  }
}

function timesOf(row: TimesRow | undefined): Times {
  const { decided, n, worked, waited } = row ?? { decided: 0, n: 0, worked: null, waited: null };
  return { decided, n, worked: spreadOf(worked, n), waited: spreadOf(waited, n) };
}

function chainOf(stays: readonly StayRow[], sums: Sums, name: (key: string) => string): ChainLink[] {
  const late = stays.reduce((total, row) => total + row.breached_worked, 0);
  return stays.map((row) => ({
    key: row.key,
    name: name(row.key),
    seconds: row.worked,
    share: shareOf(row.worked, sums.worked, sums.n),
    clocks: row.clocks,
    waitedSeconds: row.waited,
    breachedSeconds: row.breached_worked,
    breachedShare: shareOf(row.breached_worked, late, sums.breached),
    breachedClocks: row.breached_clocks,
  }));
}
