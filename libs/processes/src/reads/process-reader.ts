import { Injectable } from '@nestjs/common';
import { type Actor, holds, type Locale } from '#identity';
import { formatInstant, type Instant } from '#kernel';
import { Database } from '#platform';
import { suspendsAt } from '../domain/lapse.js';
import { abilitiesOf, evidenceAbilitiesOf, mayDo } from '../domain/process-abilities.js';
import type { Stage } from '../domain/process-lifecycle.js';
import type { ProcessRecord } from '../domain/process.js';
import type {
  EvidenceResponse,
  PracticeResponse,
  ProcessesResponse,
  ProcessResponse,
  ProcessSummaryResponse,
} from '../http/responses/process.response.js';
import type { KeptEvidence } from '../store/evidence-store.js';
import { ProcessStore } from '../store/process-store.js';
import { PracticeCatalogue } from './practice-catalogue.js';
import { ProcessCounts } from './process-counts.js';
import { ProcessStandings, type StandingProcess } from './process-standing.js';
import { ProcessWords } from './process-words.js';

type Names = ReadonlyMap<string, string>;

/** The register as its pages show it. */
@Injectable()
export class ProcessReader {
  constructor(
    private readonly database: Database,
    private readonly processes: ProcessStore,
    private readonly standings: ProcessStandings,
    private readonly counts: ProcessCounts,
    private readonly practices: PracticeCatalogue,
    private readonly words: ProcessWords,
  ) {}

  async list(actor: Actor): Promise<ProcessesResponse> {
    const standing = await this.standings.of(this.database, await this.processes.all(this.database));
    const [practices, names] = [await this.practicesOf(actor.locale), await this.words.names(standing)];
    return {
      items: standing.map((one) => this.summary(actor, one, practices, names)),
      counts: (await this.counts.byYear(actor.locale)).map((count) => ({ ...count, items: [...count.items] })),
      owners: await this.words.owners(actor),
      demonstration: await this.processes.isDemonstration(this.database),
      abilities: { register: holds(actor, 'process.write'), appointOwner: holds(actor, 'process.approve') },
    };
  }

  /** Throws `processes.not-found`. */
  async one(actor: Actor, id: string): Promise<ProcessResponse> {
    const standing = await this.standings.one(this.database, await this.processes.one(this.database, id));
    const { process, evidence, months } = standing;
    const [practices, names] = [await this.practicesOf(actor.locale), await this.words.names([standing])];
    const { scope, description, roles, lifecycleVersion, metrics, lowVolumeReason, revision } = process;
    return {
      ...this.summary(actor, standing, practices, names),
      ...{ scope, description, lifecycleVersion, lowVolumeReason, revision },
      roles: [...roles],
      metrics: [...metrics],
      evidence: evidence.map((one) => evidenceOf(actor, process, one, names)),
      months: [...months],
      stages: await this.stagesOf(id),
      abilities: abilitiesOf(actor, process),
    };
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
    actor: Actor,
    { process, conditions, evidence, todo, holdsUntil }: StandingProcess,
    practices: ReadonlyMap<string, PracticeResponse>,
    names: Names,
  ): ProcessSummaryResponse {
    const { locale } = actor;
    const { id, practice, ownerId, stage, stageSince, lifecycle, reviewDueOn } = process;
    return {
      ...{ id, stage, lifecycle, reviewDueOn, holdsUntil },
      practice: practices.get(practice)!,
      owner: ownerId === null ? null : { id: ownerId, name: names.get(ownerId) ?? '' },
      stageSince: formatInstant(stageSince),
      conditions: conditions.map((one) => this.words.condition(locale, one)),
      todo: todo.map((one) => ({ code: one.code, text: this.words.todo(locale, one), may: mayDo(actor, process, one.code, evidence) })),
      suspendsAt: stage === 'at_risk' ? formatInstant(suspendsAt(stageSince)) : null,
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
