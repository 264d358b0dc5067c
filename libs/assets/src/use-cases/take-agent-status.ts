import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, foldText, requireRight } from '#identity';
import type { Instant } from '#kernel';
import { cellsOf, columnsOf, type CsvLine, Database, fileRefused, readCsv, Texts, type Tx, UnitOfWork } from '#platform';
import { type AgentColumn, type AgentLine, isNews, readAgentLine } from '../domain/agent-status.js';
import { writesIn } from '../domain/item-visibility.js';
import type { ImportFault } from '../domain/read-import-line.js';
import type { AgentStatusResponse } from '../http/responses/fleet.response.js';
import { ImportWordBook } from '../reads/import-words.js';
import { type AgentSighting, endOfDay, noteSightings } from '../store/agent-sightings.js';
import { itemsByTag } from '../store/items.js';

/** Lines that are held against the register in one statement. */
const SLICE = 2_000;
const FAULTS_SHOWN = 200;
const CODES = 'assets.import';

interface Judged {
  readonly sightings: AgentSighting[];
  readonly faults: ImportFault[];
  same: number;
}

/**
 * Takes in what update agents say of workstations (DOMAIN 1.2 A2). Devices are known by their tags; the same file twice changes nothing the
 * second time, and what is not in the file stays as it is.
 */
@Injectable()
export class TakeAgentStatus {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly words: ImportWordBook,
    private readonly texts: Texts,
  ) {}

  /** Without `apply` a dry run. Throws (invalid) what is wrong with the file as a whole: `assets.import.*`. */
  async execute(
    actor: Actor,
    { name, bytes }: { readonly name: string; readonly bytes: Buffer },
    { apply }: { readonly apply: boolean },
  ): Promise<AgentStatusResponse> {
    requireRight(actor, 'cmdb.write');
    const [head, ...lines] = (await readCsv(bytes, CODES)).lines;
    const { now } = await endOfDay(this.database, undefined);
    const { read, faults } = this.read(this.columnsOf(head), lines, now);
    const fileName = name.slice(0, 200);
    return this.unitOfWork.run(async (tx) => {
      const judged = await this.judge(tx, actor, read, apply);
      const all = [...faults, ...judged.faults].sort((a, b) => a.line - b.line);
      const result = { lines: lines.length, changed: judged.sightings.length, same: judged.same };
      if (apply && judged.sightings.length > 0) {
        await noteSightings(tx, judged.sightings);
        const subject = { type: 'agent_status', id: randomUUID() };
        await tx.append({ type: 'assets.agent-status-taken', version: 1, subject, actorId: actor.id, payload: { fileName, ...result } });
      }
      const faultLines = new Set(all.map(({ line }) => line)).size;
      return { fileName, applied: apply, ...result, faultLines, faults: all.slice(0, FAULTS_SHOWN).map((one) => this.said(actor, one)) };
    });
  }

  private columnsOf(head: CsvLine | undefined): (AgentColumn | null)[] {
    const known = this.words.agentColumns();
    const columns = columnsOf(head, (name) => known.get(foldText(name)), CODES);
    if (!columns.includes('tag')) throw fileRefused(CODES, 'no-tag-column');
    if (!columns.includes('agent_seen_at')) throw fileRefused(CODES, 'no-seen-column');
    return columns;
  }

  private read(columns: readonly (AgentColumn | null)[], lines: readonly CsvLine[], now: Instant) {
    const lineOfTag = new Map<string, number>();
    const read: AgentLine[] = [];
    const faults: ImportFault[] = [];
    for (const csv of lines) {
      const { line } = csv;
      const one = readAgentLine(line, cellsOf(columns, csv), { now, fold: foldText });
      if ('code' in one) {
        faults.push(one);
        continue;
      }
      const before = lineOfTag.get(one.tag);
      if (before === undefined) read.push(one);
      else faults.push({ line, column: 'tag', code: 'tag-twice', value: `${one.tag} (${before})` });
      lineOfTag.set(one.tag, before ?? line);
    }
    return { read, faults };
  }

  private async judge(tx: Tx, actor: Actor, read: readonly AgentLine[], lock: boolean): Promise<Judged> {
    const judged: Judged = { sightings: [], faults: [], same: 0 };
    // In the order of the tags, so that two files never wait for each other.
    const sorted = [...read].sort((a, b) => (a.tag < b.tag ? -1 : 1));
    for (let at = 0; at < sorted.length; at += SLICE) {
      const slice = sorted.slice(at, at + SLICE);
      const kept = await itemsByTag(
        tx,
        slice.map(({ tag }) => tag),
        { lock },
      );
      for (const one of slice) {
        const item = kept.get(one.tag);
        const fault = !item ? 'tag-unknown' : writesIn(actor, item.institutionId) ? undefined : 'tag-elsewhere';
        if (fault) judged.faults.push({ line: one.line, column: 'tag', code: fault, value: one.tag });
        else if (isNews(one, item!.agentSeenAt)) judged.sightings.push({ itemId: item!.id, seenAt: one.seenAt });
        else judged.same += 1;
      }
    }
    return judged;
  }

  private said({ locale }: Actor, { line, column, code, value }: ImportFault) {
    return {
      ...{ line, column, code, value },
      columnName: column && this.texts.say(locale, `assets.column.${column}`),
      text: this.texts.say(locale, `assets.import.fault.${code}`, { value }),
    };
  }
}
