import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IdentityFacts } from '#identity';
import type { Instant } from '#kernel';
import type { Tx } from '#platform';
import type { KpiCode } from '../domain/kpi.js';
import type { Month } from '../domain/month.js';
import type { FactKind, TicketFacts } from '../domain/ticket-facts.js';
import { EditionMeasures } from '../reads/edition-measures.js';
import { TicketFolder } from '../reads/ticket-folder.js';
import { CellStore } from '../store/cell-store.js';
import { type Edition, type EditionCause, EditionStore } from '../store/edition-store.js';
import { FactStore } from '../store/fact-store.js';
import { FACT_TABLES, type FactTable, fingerprint } from '../store/fact-table.js';
import { KPI_FACTS } from '../store/kpi-facts.js';
import { readTicketEvents } from '../store/ticket-events.js';

const BATCH = 1_000;

export interface EditionRequest {
  readonly code: KpiCode;
  readonly month: Month;
  readonly knownUntil: Instant;
  readonly replaces?: Edition | undefined;
  readonly reason?: string;
  readonly actorId?: string | undefined;
  readonly cause?: EditionCause;
  readonly ticketId?: string | undefined;
}

/** The facts of one table that go into an edition. */
interface Frozen {
  /** Each fact in a fixed form, for the hash. */
  readonly lines: readonly string[];
  write(tx: Tx, edition: number): Promise<void>;
}

/** Copies a month's facts as they were known at an instant, sums them, and writes down the figures: an edition. */
@Injectable()
export class PublishEdition {
  constructor(
    private readonly editions: EditionStore,
    private readonly facts: FactStore,
    private readonly cells: CellStore,
    private readonly measures: EditionMeasures,
    private readonly folder: TicketFolder,
    private readonly identity: IdentityFacts,
  ) {}

  async execute(tx: Tx, request: EditionRequest): Promise<number> {
    const { code, month, knownUntil, replaces, reason = null, actorId = null, cause = 'freeze', ticketId = null } = request;
    // Nobody writes facts meanwhile: those read first and those folded next have to be of one moment.
    await tx.execute('lock table kpis.ticket in share mode');
    const groupIds = code === 'KPI-02' ? await this.identity.userSupportGroups(tx) : null;
    const frozen = await this.factsOf(tx, request, groupIds);
    const id = await this.editions.insert(tx, {
      code,
      month,
      definitionVersion: await this.measures.definitionVersion(tx, code, month),
      knownUntil,
      replaces,
      reason,
      actorId,
      cause,
      ticketId,
      inputHash: hashOf(frozen),
    });
    for (const part of frozen) await part.write(tx, id);
    await this.editions.saveMeasurements(tx, id, await this.measures.of(tx, code, month));
    return id;
  }

  private async factsOf(tx: Tx, request: EditionRequest, groupIds: readonly string[] | null): Promise<Frozen[]> {
    const refolded = await this.refold(tx, request.knownUntil);
    const frozen: Frozen[] = [];
    for (const kind of KPI_FACTS[request.code].kinds) frozen.push(await this.factsOfKind(tx, kind, request, refolded, groupIds));
    return frozen;
  }

  /** Facts of tickets that were fully known are copied; those of the others are the ones that were folded as of then. */
  private async factsOfKind<Kind extends FactKind>(
    tx: Tx,
    factKind: Kind,
    { code, month, knownUntil: until }: EditionRequest,
    refolded: readonly TicketFacts[],
    groupIds: readonly string[] | null,
  ): Promise<Frozen> {
    type Fact = TicketFacts[Kind][number];
    const table: FactTable<Fact> = FACT_TABLES[factKind] as unknown as FactTable<Fact>;
    const { kind } = KPI_FACTS[code];
    const counts = (fact: Fact): boolean =>
      table.months.of(fact, until).includes(month) &&
      (groupIds === null || groupIds.includes(fact.groupId)) &&
      (kind === undefined || ('kind' in fact && fact.kind === kind));
    const known = await this.editions.livingFacts(tx, table, { month, until, groupIds, kind });
    return this.frozen(table, [...known, ...refolded.flatMap((of) => of[factKind] as readonly Fact[]).filter(counts)]);
  }

  private frozen<Fact extends object>(table: FactTable<Fact>, facts: readonly Fact[]): Frozen {
    return {
      lines: facts.map((fact) => `${table.table} ${fingerprint(table, fact)}`),
      write: async (tx, edition) => {
        for (let at = 0; at < facts.length; at += BATCH) await this.facts.write(tx, table, facts.slice(at, at + BATCH), edition);
        if (table.cells) await this.cells.sumEdition(tx, table.cells, table.table, edition);
      },
    };
  }

  private async refold(tx: Tx, until: Instant): Promise<TicketFacts[]> {
    const ids = await this.editions.ticketsAcross(tx, until);
    const folded: TicketFacts[] = [];
    for (let at = 0; at < ids.length; at += BATCH) {
      const batch = ids.slice(at, at + BATCH);
      folded.push(...(await this.folder.fold(tx, batch, await readTicketEvents(tx, batch), until)));
    }
    return folded;
  }
}

/** SHA-256 over the facts in a fixed order and form: two editions with the same hash count the same rows. */
function hashOf(frozen: readonly Frozen[]): string {
  const lines = frozen.flatMap((part) => part.lines).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
