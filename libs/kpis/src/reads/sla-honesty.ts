import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import { Database, Texts } from '#platform';
import { Params } from '#tickets';
import { type Part, shareOf, spreadOf, type Times } from '../domain/honest.js';
import type { Dimension } from '../domain/kpi.js';
import type { Month } from '../domain/month.js';
import { NONE } from '../domain/ticket-event.js';
import { DimensionNames } from './dimension-names.js';
import { latePausesSql, pausesSql, relaxationsSql, staysSql, timesSql } from './honest-sql.js';
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
  whole: boolean;
  key: string;
  decided: number;
  n: number;
  worked: [number, number] | null;
  waited: [number, number] | null;
  worked_sum: number;
  breached: number;
}

interface PauseRow {
  part: 'whole' | 'reason' | 'group';
  key: string | null;
  seconds: number;
  clocks: number;
  late: number;
}

type KeyedPause = PauseRow & { readonly key: string };

interface StayRow {
  key: string;
  worked: number;
  waited: number;
  clocks: number;
  breached_worked: number;
  breached_clocks: number;
}

type Whole = Omit<TimesRow, 'whole' | 'key'>;

const NO_TIMES: Whole = { decided: 0, n: 0, worked: null, waited: null, worked_sum: 0, breached: 0 };

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
    const times = await this.rows<TimesRow>((part, params) => timesSql(part, by, params), selection);
    const overall = times.find(({ whole }) => whole) ?? NO_TIMES;
    const rows = times.filter(({ whole }) => !whole);
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
      ...(await this.spent(actor, selection, overall)),
      relaxations: await this.relaxations(selection),
    };
  }

  private async spent(actor: Actor, selection: Selection, overall: Whole): Promise<Pick<SlaHonesty, 'pauses' | 'latePauses' | 'chain'>> {
    const held = await this.rows<PauseRow>(pausesSql, selection);
    const { seconds: paused = 0, clocks = 0 } = held.find((row) => row.part === 'whole') ?? {};
    const of = (part: PauseRow['part']): KeyedPause[] => held.filter((row): row is KeyedPause => row.part === part && row.key !== null);
    const [reasons, groups] = [of('reason'), of('group')];
    const [late] = await this.rows<{ clocks: number; breached: number; pauses: number }>(latePausesSql, selection);
    const stays = await this.rows<StayRow>(staysSql, selection);
    const ids = [...groups, ...stays].map(({ key }) => key).filter((key) => key !== NONE);
    const names = await this.identity.groupNames([...new Set(ids)], actor.locale);
    const groupName = (key: string): string => names.get(key) ?? this.texts.say(actor.locale, 'kpis.none.group');
    const part = ({ part: _, ...row }: KeyedPause, name: string): Part => ({ ...row, name, share: shareOf(row.seconds, paused, clocks) });
    return {
      pauses: {
        seconds: paused,
        share: shareOf(paused, paused + overall.worked_sum, overall.n),
        clocks,
        byReason: reasons.map((row) => part(row, this.texts.sayOr(actor.locale, `incidents.hold-reason.${row.key}`, {}, row.key))),
        byGroup: groups.map((row) => part(row, groupName(row.key))),
      },
      latePauses: {
        ...(late ?? { clocks: 0, breached: 0, pauses: 0 }),
        byGroup: groups.filter((row) => row.late > 0).map((row) => ({ key: row.key, name: groupName(row.key), pauses: row.late })),
      },
      chain: chainOf(stays, overall, groupName),
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

function timesOf({ decided, n, worked, waited }: Whole): Times {
  return { decided, n, worked: spreadOf(worked, n), waited: spreadOf(waited, n) };
}

function chainOf(stays: readonly StayRow[], whole: Whole, name: (key: string) => string): ChainLink[] {
  const late = stays.reduce((total, row) => total + row.breached_worked, 0);
  return stays.map((row) => ({
    key: row.key,
    name: name(row.key),
    seconds: row.worked,
    share: shareOf(row.worked, whole.worked_sum, whole.n),
    clocks: row.clocks,
    waitedSeconds: row.waited,
    breachedSeconds: row.breached_worked,
    breachedShare: shareOf(row.breached_worked, late, whole.breached),
    breachedClocks: row.breached_clocks,
  }));
}
