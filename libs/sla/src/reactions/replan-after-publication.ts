import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '#kernel';
import { ReactionRegistry } from '#platform';
import { slaRuns } from '../store/runs.js';
import { ContinueRun } from '../use-cases/continue-run.js';

const PUBLISHED = 'calendars.version-published';

/**
 * The publication of a calendar's version lays down its replan in its own transaction, so that whoever published can follow it at once and none
 * is lost. An unfinished replan of the same calendar ends there: the new one also takes what it had not reached.
 */
@Injectable()
export class ReplanAfterPublication implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly runs: ContinueRun,
  ) {}

  onModuleInit(): void {
    this.reactions.within({
      name: 'sla.lay-down-replan',
      on: [PUBLISHED],
      handle: async (tx, { payload, actorId }) => {
        const { calendarId, code, versionId, previousVersionId, version } = payload;
        if (typeof versionId !== 'string' || previousVersionId === null || previousVersionId === undefined) return;
        const earlier = await slaRuns.active(tx, 'replan', { calendarId });
        await slaRuns.cancel(
          tx,
          earlier.map(({ id }) => id),
        );
        const run = await slaRuns.insert(tx, { kind: 'replan', subject: versionId, actorId, request: { calendarId, code, version } });
        if (!run) throw new DomainError('sla.run-under-way', {}, 'conflict');
      },
    });
    this.reactions.after({
      name: 'sla.start-replan',
      on: [PUBLISHED],
      handle: async (tx, { payload }) => {
        for (const { id } of await slaRuns.active(tx, 'replan', { calendarId: payload['calendarId'] })) await this.runs.begin(id);
      },
    });
  }
}
