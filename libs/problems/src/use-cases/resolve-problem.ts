import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import type { Actor } from '#identity';
import type { TicketTarget } from '#tickets';
import { ProblemWork } from './problem-work.js';

/** "wd" is a working day of this calendar (DOMAIN 4.2). */
const WORKING_DAYS = 'lv-8x5';
/** So long it must not come back before it is verified (DOMAIN 3.3). */
const WATCHED_FOR = 20;

/** Ends the work on a problem; it is watched for 20 working days. */
@Injectable()
export class ResolveProblem {
  constructor(
    private readonly work: ProblemWork,
    private readonly calendars: CalendarBook,
  ) {}

  /** Throws `problems.nothing-resolves-it` where no change succeeded and nobody accepted the risk. */
  async execute(actor: Actor, target: TicketTarget, resolution: string): Promise<string> {
    return this.work.run(actor, target, 'resolve', async (problem, tx) => {
      const verifyFrom = (await this.calendars.byCode(WORKING_DAYS, tx)).workingDaysAfter(tx.now, WATCHED_FOR);
      problem.resolve({ by: actor.id, at: tx.now }, resolution, verifyFrom);
    });
  }
}
