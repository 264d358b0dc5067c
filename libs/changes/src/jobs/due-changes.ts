import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database, JobRegistry, type Tx, UnitOfWork } from '#platform';
import { rigaDay } from '../domain/change-window.js';
import { ChangeStore } from '../store/change-store.js';
import { Concurrences } from '../store/concurrences.js';

const AT_ONCE = 200;

/**
 * What time itself does to changes: an assessment or a concurrence becomes overdue and is told of once, a consent that nobody ratified becomes
 * a finding. The rows say when; each is done in a transaction of its own, which looks again under the lock.
 */
@Injectable()
export class DueChanges implements OnModuleInit {
  private readonly log = new Logger(DueChanges.name);

  constructor(
    private readonly jobs: JobRegistry,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: ChangeStore,
    private readonly concurrences: Concurrences,
  ) {}

  onModuleInit(): void {
    this.jobs.define({ name: 'changes.do-what-is-due', queue: 'chores', run: () => this.run() });
  }

  /** Answers how many things were done. */
  async run(): Promise<number> {
    const [row] = await this.database.query<{ now: number }>('select clock_timestamp() as now');
    const overdue = await this.concurrences.overdue(this.database, rigaDay(row!.now as never), AT_ONCE);
    let done = 0;
    for (const { id, changeId, body } of overdue) done += await this.one(id, (tx) => this.tellOfConcurrence(tx, id, changeId, body));
    for (const id of await this.due(`assessment_due_at <= clock_timestamp() and assessment_notice_at is null`))
      done += await this.one(id, (tx) => this.tellOfAssessment(tx, id));
    for (const id of await this.due(`ratify_due_at <= clock_timestamp() and ratified_at is null and finding_at is null`))
      done += await this.one(id, (tx) => this.raiseFinding(tx, id));
    return done;
  }

  private async due(condition: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select ticket_id as id from changes.change where ${condition} limit ${AT_ONCE}`,
    );
    return rows.map(({ id }) => id);
  }

  private async tellOfConcurrence(tx: Tx, id: string, changeId: string, body: string): Promise<boolean> {
    if (!(await this.concurrences.noticed(tx, id))) return false;
    const subject = { type: 'ticket', id: changeId };
    await tx.append({ type: 'changes.concurrence-overdue', version: 1, subject, actorId: null, payload: { concurrenceId: id, body } });
    return true;
  }

  private async tellOfAssessment(tx: Tx, id: string): Promise<boolean> {
    const change = await this.changes.lockForSystem(tx, id);
    const { assessmentDueAt, assessmentNoticeAt } = change?.detail ?? {};
    if (!change || assessmentDueAt == null || assessmentNoticeAt !== null || assessmentDueAt > tx.now) return false;
    change.assessmentOverdue(tx.now);
    await this.changes.save(tx, change);
    return true;
  }

  private async raiseFinding(tx: Tx, id: string): Promise<boolean> {
    const change = await this.changes.lockForSystem(tx, id);
    const { ratifyDueAt, ratifiedAt, findingAt } = change?.detail ?? {};
    if (!change || ratifyDueAt == null || ratifiedAt !== null || findingAt !== null || ratifyDueAt > tx.now) return false;
    change.raiseFinding({ by: null, at: tx.now }, 'not_ratified');
    await this.changes.save(tx, change);
    return true;
  }

  private async one(id: string, step: (tx: Tx) => Promise<boolean>): Promise<number> {
    try {
      return (await this.unitOfWork.run(step)) ? 1 : 0;
    } catch (error) {
      // One that cannot be moved must not hold up the others; it is tried again the next time.
      this.log.error(`${id}: ${String(error)}`);
      return 0;
    }
  }
}
