import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, ReactionRegistry } from '#platform';
import { activeRuns, cancelRuns, insertRun } from '../store/run-store.js';

const PUBLISHED = 'calendars.version-published';

/**
 * The publication of a calendar's version lays down its replan in its own transaction, so that whoever published can follow it at once and none
 * is lost. An unfinished replan of the same calendar ends there: the new one also takes what it had not reached.
 */
@Injectable()
export class ReplanAfterPublication implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.reactions.within({
      name: 'sla.lay-down-replan',
      on: [PUBLISHED],
      handle: async (tx, { payload, actorId }) => {
        const { calendarId, code, versionId, previousVersionId, version } = payload;
        if (typeof versionId !== 'string' || previousVersionId === null || previousVersionId === undefined) return;
        const earlier = await activeRuns(tx, 'replan', { calendarId });
        await cancelRuns(
          tx,
          earlier.map(({ id }) => id),
        );
        await insertRun(tx, { kind: 'replan', subject: versionId, actorId, request: { calendarId, code, version } });
      },
    });
    this.reactions.after({
      name: 'sla.start-replan',
      on: [PUBLISHED],
      handle: async (tx, { payload }) => {
        for (const { id } of await activeRuns(tx, 'replan', { calendarId: payload['calendarId'] }))
          await this.jobs.add('sla.continue-run', { runId: id }, { jobId: `sla-run-${id}-start` });
      },
    });
  }
}
