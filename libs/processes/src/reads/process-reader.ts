import { Injectable } from '@nestjs/common';
import { type Actor, holds, type Locale } from '#identity';
import { formatInstant, type Instant } from '#kernel';
import { Database } from '#platform';
import { countTarget } from '../domain/count-targets.js';
import { abilitiesOf, evidenceAbilitiesOf } from '../domain/process-abilities.js';
import { COUNTED_STAGES, type Stage } from '../domain/process-lifecycle.js';
import type { ProcessRecord } from '../domain/process.js';
import type {
  ConformanceResponse,
  EvidenceResponse,
  PracticeResponse,
  ProcessCountResponse,
  ProcessesResponse,
  ProcessResponse,
  ProcessSummaryResponse,
} from '../http/responses/process.response.js';
import type { KeptEvidence } from '../store/evidence-store.js';
import { MonthCounts } from '../store/month-counts.js';
import { ProcessStore } from '../store/process-store.js';
import { PracticeCatalogue } from './practice-catalogue.js';
import { ProcessStandings, type StandingProcess } from './process-standing.js';
import { ProcessWords } from './process-words.js';

/** Deviating cases that a page lists. */
const CASES_MOST = 200;

type Names = ReadonlyMap<string, string>;

/** The register as its pages show it. */
@Injectable()
export class ProcessReader {
  constructor(
    private readonly database: Database,
    private readonly processes: ProcessStore,
    private readonly standings: ProcessStandings,
    private readonly counts: MonthCounts,
    private readonly practices: PracticeCatalogue,
    private readonly words: ProcessWords,
  ) {}

  async list(actor: Actor): Promise<ProcessesResponse> {
    const standing = await this.standings.of(this.database, await this.processes.all(this.database));
    const [practices, names] = [await this.practicesOf(actor.locale), await this.words.names(standing)];
    return {
      items: standing.map((one) => this.summary(actor.locale, one, practices, names)),
      counts: await this.countsByYear(),
      abilities: { register: holds(actor, 'process.write'), appointOwner: holds(actor, 'process.approve') },
    };
  }

  /** Throws `processes.not-found`. */
  async one(actor: Actor, id: string): Promise<ProcessResponse> {
    const standing = await this.standings.one(this.database, await this.processes.one(this.database, id));
    const { process, evidence, months } = standing;
    const [practices, names] = [await this.practicesOf(actor.locale), await this.words.names([standing])];
    const { scope, description, roles, lifecycle, lifecycleVersion, metrics, lowVolumeReason, revision } = process;
    return {
      ...this.summary(actor.locale, standing, practices, names),
      ...{ scope, description, lifecycle, lifecycleVersion, lowVolumeReason, revision },
      roles: [...roles],
      metrics: [...metrics],
      evidence: evidence.map((one) => evidenceOf(actor, process, one, names)),
      months: [...months],
      stages: await this.stagesOf(id),
      abilities: abilitiesOf(actor, process),
    };
  }

  async revisionOf(id: string): Promise<number> {
    return (await this.processes.one(this.database, id)).revision;
  }

  /** The counted months of the process and the cases in them that deviate. Throws `processes.not-found`. */
  async conformance(actor: Actor, id: string): Promise<ConformanceResponse> {
    const { process, months } = await this.standings.one(this.database, await this.processes.one(this.database, id));
    if (process.lifecycle === null) return { months: [], deviating: [] };
    const names = months.map(({ month }) => month);
    const cases = await this.counts.deviating(this.database, process.lifecycle, names, CASES_MOST);
    const deviating = cases.map(({ ticketId, deviations }) => ({
      ticketId,
      deviations: deviations.map((one) => this.words.deviation(actor.locale, one)),
    }));
    return { months: [...months], deviating };
  }

  /** KPI-03 at the end of a day in Riga (`YYYY-MM-DD`): processes implemented or at risk. */
  async countOn(day: string): Promise<ProcessCountResponse> {
    const [end] = await this.database.query<{ at: Instant }>(
      `select least((($1::date + 1)::timestamp at time zone 'Europe/Riga') - interval '1 microsecond', now()) as at`,
      [day],
    );
    return {
      on: day,
      count: await this.processes.countAt(this.database, COUNTED_STAGES, end!.at),
      target: countTarget(Number(day.slice(0, 4))),
    };
  }

  private async countsByYear(): Promise<ProcessCountResponse[]> {
    const days = await this.database.query<{ day: string }>(
      `select least(make_date(y, 12, 31), (now() at time zone 'Europe/Riga')::date) as day
       from generate_series(
         (select coalesce(min(extract(year from since at time zone 'Europe/Riga')), extract(year from now()))::int from processes.stage_period),
         extract(year from now() at time zone 'Europe/Riga')::int) y order by 1`,
    );
    return Promise.all(days.map(({ day }) => this.countOn(day)));
  }

  private async stagesOf(id: string) {
    const rows = await this.database.query<{ stage: Stage; since: Instant; cause: string | null }>(
      `select stage, since, cause from processes.stage_period where process_id = $1 order by since`,
      [id],
    );
    return rows.map(({ stage, since, cause }) => ({ stage, since: formatInstant(since), cause }));
  }

  private async practicesOf(locale: Locale): Promise<ReadonlyMap<string, PracticeResponse>> {
    return new Map((await this.practices.all(locale)).map((practice) => [practice.code, practice]));
  }

  private summary(
    locale: Locale,
    { process, conditions }: StandingProcess,
    practices: ReadonlyMap<string, PracticeResponse>,
    names: Names,
  ): ProcessSummaryResponse {
    const { id, practice, ownerId, stage, stageSince, reviewDueOn } = process;
    return {
      ...{ id, stage, reviewDueOn },
      practice: practices.get(practice)!,
      owner: ownerId === null ? null : { id: ownerId, name: names.get(ownerId) ?? '' },
      stageSince: formatInstant(stageSince),
      conditions: conditions.map((one) => this.words.condition(locale, one)),
    };
  }
}

function evidenceOf(actor: Actor, process: ProcessRecord, one: KeptEvidence, names: Names): EvidenceResponse {
  const { id, kind, document, orderNumber, orderDate, signatory, fileName, fileSha256, validTo, withdrawalReason } = one;
  const person = (by: string) => ({ id: by, name: names.get(by) ?? '' });
  const instantOrNull = (at: Instant | null) => (at === null ? null : formatInstant(at));
  return {
    ...{ id, kind, document, orderNumber, orderDate, signatory, validTo, withdrawalReason },
    file: fileName === null || fileSha256 === null ? null : { name: fileName, sha256: fileSha256 },
    addedBy: person(one.addedById),
    addedAt: formatInstant(one.addedAt),
    verifiedBy: one.verifiedById === null ? null : person(one.verifiedById),
    verifiedAt: instantOrNull(one.verifiedAt),
    withdrawnAt: instantOrNull(one.withdrawnAt),
    abilities: evidenceAbilitiesOf(actor, process, one),
  };
}
