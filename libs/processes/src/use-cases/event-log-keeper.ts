import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError } from '#kernel';
import { ContinueRuns, Database, type Run, type RunFacts, type Tx, UnitOfWork } from '#platform';
import type { LogColumns } from '../domain/event-log.js';
import { logRefused } from '../domain/log-error.js';
import { EventLogStore } from '../store/event-log-store.js';
import { formatOf, peek } from '../store/event-log-reader.js';
import { PROCESS_RUN_JOB, processRuns, type ProcessRunKind } from '../store/flow-runs.js';

/** Takes in event logs of other systems: first the file, then, when its columns are chosen, what is in it. */
@Injectable()
export class EventLogKeeper {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly logs: EventLogStore,
    private readonly runs: ContinueRuns,
  ) {}

  /** Keeps the file and answers its id. Throws (invalid) `processes.log.*` where its beginning cannot be read. */
  async add(actor: Actor, name: string, file: { readonly name: string; readonly bytes: Buffer }): Promise<string> {
    requireRight(actor, 'event-log.write');
    const format = await formatOf(file.bytes);
    const head = await peek(file.bytes, format);
    if (head.columns.length === 0) throw logRefused('empty');
    const id = randomUUID();
    const fileSha256 = createHash('sha256').update(file.bytes).digest('hex');
    await this.unitOfWork.run(async (tx) => {
      const kept = { ...head, columns: head.columns.slice(0, 500), rows: head.rows.map((row) => row.map((cell) => cell.slice(0, 100))) };
      const fileName = file.name.slice(0, 200);
      await this.logs.add(
        tx,
        { ...{ id, format, fileSha256, fileName }, head: kept, name: name || fileName, addedById: actor.id },
        file.bytes,
      );
      await this.tell(tx, actor, id, 'added', { fileSha256, bytes: file.bytes.length });
    });
    return id;
  }

  /** Begins to read a log by the chosen columns; one that was refused may be read again by others. Throws `processes.event-log.read-already`. */
  async read(actor: Actor, id: string, columns: LogColumns): Promise<void> {
    requireRight(actor, 'event-log.write');
    const run = await this.unitOfWork.run(async (tx) => {
      const { state } = await this.logs.one(tx, id, 'for update');
      if (state === 'reading' || state === 'ready') throw new DomainError('processes.event-log.read-already', {}, 'conflict');
      await this.logs.beginReading(tx, id, columns);
      return processRuns.insert(tx, { kind: 'event_log', subject: id, actorId: actor.id, request: {} satisfies RunFacts });
    });
    // Should the job be lost, the sweep finds the run in its table.
    if (run) await this.runs.begin({ job: PROCESS_RUN_JOB }, run.id);
  }

  /** Takes a log away, with all that was read of it. */
  async remove(actor: Actor, id: string): Promise<void> {
    requireRight(actor, 'event-log.write');
    await this.unitOfWork.run(async (tx) => {
      const { fileSha256 } = await this.logs.one(tx, id, 'for update');
      const active = await this.runOf(id, tx);
      if (active) await processRuns.cancel(tx, [active.id]);
      await this.logs.remove(tx, id);
      await this.tell(tx, actor, id, 'removed', { fileSha256 });
    });
  }

  /** The run that reads a log, or did. */
  async runOf(id: string, on: Tx | Database = this.database): Promise<Run<ProcessRunKind> | undefined> {
    return (await processRuns.list(on, ['event_log'], id, 1))[0];
  }

  private async tell(tx: Tx, actor: Actor, id: string, what: 'added' | 'removed', payload: Record<string, string | number>): Promise<void> {
    const subject = { type: 'event_log', id };
    await tx.append({ type: `processes.event-log-${what}`, version: 1, subject, actorId: actor.id, payload });
  }
}
