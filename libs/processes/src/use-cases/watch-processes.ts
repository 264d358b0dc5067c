import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Database, UnitOfWork } from '#platform';
import { monthBefore, MONTHS } from '../domain/conditions.js';
import { LIFECYCLE_NAMES } from '../domain/process.js';
import { processEvent } from '../domain/process-events.js';
import { REVIEW_AHEAD_DAYS } from '../domain/todo.js';
import { MonthCounts } from '../store/month-counts.js';
import { ProcessStore } from '../store/process-store.js';
import { MoveProcess } from './move-process.js';
import { ProcessWork } from './process-work.js';

/** What the system does with processes by itself: counts the months, follows what the conditions say, calls for reviews. */
@Injectable()
export class WatchProcesses {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly counts: MonthCounts,
    private readonly processes: ProcessStore,
    private readonly work: ProcessWork,
    private readonly moves: MoveProcess,
  ) {}

  /** Counts this month and the three before anew, for each lifecycle; late events change them until then. */
  async count(): Promise<void> {
    const [today] = await this.database.query<{ month: string }>(`select to_char(now() at time zone 'Europe/Riga', 'YYYY-MM') as month`);
    for (const lifecycle of LIFECYCLE_NAMES) {
      let month = today!.month;
      for (let back = 0; back <= MONTHS; back += 1, month = monthBefore(month))
        await this.unitOfWork.run((tx) => this.counts.count(tx, lifecycle, month));
    }
  }

  /** Takes approved processes live, and lapses, restores or suspends those that count. Answers how many moved. */
  async follow(): Promise<number> {
    let moved = 0;
    for (const { id, stage } of await this.processes.all(this.database)) {
      if (stage === 'approved') moved += Number(await this.goLive(id));
      if (stage === 'implemented' || stage === 'at_risk') moved += Number(await this.unitOfWork.run((tx) => this.work.follow(tx, id)));
    }
    return moved;
  }

  /** Calls for the reviews that fall due: once before the day, and once when it has passed. Answers how many. */
  callReviews(): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const due = await this.processes.reviewsToCall(tx, REVIEW_AHEAD_DAYS);
      for (const { id, practice, ownerId, dueOn, overdue } of due) {
        const about = { ownerId, ...(await this.processes.namesOf(tx, practice)) };
        await tx.append(processEvent('review-due', id, null, { dueOn, overdue, ...about }));
      }
      return due.length;
    });
  }

  private async goLive(id: string): Promise<boolean> {
    try {
      await this.moves.goLive(null, id);
      return true;
    } catch (error) {
      // Not yet, or somebody was quicker: the next round looks again.
      if (error instanceof DomainError) return false;
      throw error;
    }
  }
}
