import { Injectable } from '@nestjs/common';
import { versionChains } from '#calendars';
import { Database, UnitOfWork } from '#platform';
import { slaRuns } from '../store/runs.js';
import { ticketsWithOutdated } from '../store/outdated-clocks.js';
import { ReplanTickets } from './replan-tickets.js';

const BATCH = 400;

/**
 * Finds what no run has met: a clock that was reopened on an old version, or filed by a transaction that had read the old version before the
 * new one was published and ended after the run. Calendars that a run is at work on are left to it.
 */
@Injectable()
export class ReplanStragglers {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: ReplanTickets,
  ) {}

  /** Answers how many clocks it moved; at most so many tickets of a calendar at a time. */
  async execute(): Promise<number> {
    let clocks = 0;
    for (const chain of await versionChains(this.database)) {
      const ids = await ticketsWithOutdated(this.database, chain.older, null, BATCH);
      if (ids.length === 0) continue;
      if ((await slaRuns.active(this.database, 'replan', { calendarId: chain.calendarId })).length > 0) continue;
      clocks += await this.unitOfWork.run(async (tx) => (await this.tickets.execute(tx, ids, chain, null)).clocks);
    }
    return clocks;
  }
}
