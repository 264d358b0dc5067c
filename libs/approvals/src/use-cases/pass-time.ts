import { Injectable, Logger } from '@nestjs/common';
import { Database, Texts, type Tx, UnitOfWork } from '#platform';
import { addWatcher } from '#tickets';
import { RoundWork } from './round-work.js';

const AT_ONCE = 200;

/** What time itself does to steps: their people are reminded, and what nobody has decided goes up or is refused (DOMAIN 3.5). */
@Injectable()
export class PassTime {
  private readonly log = new Logger(PassTime.name);

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly work: RoundWork,
    private readonly texts: Texts,
  ) {}

  /** Each step in a transaction of its own, which looks again under the lock. Answers how many were moved. */
  async execute(): Promise<number> {
    const rows = await this.database.query<{ id: string }>(
      `select id from approvals.step where state = 'open' and (due_at <= clock_timestamp() or remind_at <= clock_timestamp())
       order by due_at limit ${AT_ONCE}`,
    );
    let moved = 0;
    for (const { id } of rows) {
      try {
        moved += (await this.unitOfWork.run((tx) => this.one(tx, id))) ? 1 : 0;
      } catch (error) {
        // One that cannot be moved must not hold up the others; it is tried again the next time.
        this.log.error(`step ${id}: ${String(error)}`);
      }
    }
    return moved;
  }

  private async one(tx: Tx, stepId: string): Promise<boolean> {
    // Latvian is the language of the installation; nobody in particular reads this text.
    const lapse = this.texts.say('lv', 'approvals.lapsed');
    return this.work.onStep(tx, stepId, async (round) => {
      const done = round.passTime(stepId, await tx.instant(), lapse);
      const asked = round.round.steps.find(({ id }) => id === stepId)?.approvals.filter(({ escalated }) => escalated) ?? [];
      for (const { approverId } of asked) await addWatcher(tx, round.round.ticketId, approverId, approverId);
      return done;
    });
  }
}
