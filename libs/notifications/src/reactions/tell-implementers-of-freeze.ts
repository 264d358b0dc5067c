import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FrozenChanges } from '#changes';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import type { Parties } from '../domain/notice.js';
import { TicketParties } from '../reads/ticket-parties.js';
import { Notices } from '../store/notices.js';

/** Whoever is to carry out a scheduled change is told that a freeze now stands in its way: once for each freeze and change. */
@Injectable()
export class TellImplementersOfFreeze implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly frozen: FrozenChanges,
    private readonly parties: TicketParties,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'notifications.tell-implementers-of-freeze',
      on: ['changes.freeze-set'],
      handle: (tx, event) => this.handle(tx, event),
    });
  }

  private async handle(tx: Tx, { id, subject, actorId }: RecordedEvent): Promise<void> {
    const found = await this.frozen.of(tx, subject.id);
    for (const changeId of found?.changeIds ?? []) {
      const around = await this.parties.of(tx, changeId);
      const people = around ? implementers(around.parties).filter((userId) => userId !== actorId) : [];
      const planned = people.map((userId) => ({
        ...({ userId, kind: 'change-frozen', quiet: false, dedupeKey: `frozen:${subject.id}:${changeId}` } as const),
        params: { reason: found!.freeze.reason },
      }));
      await this.notices.tell(tx, { eventId: id, subjectId: changeId, ticketId: changeId }, planned);
    }
  }
}

/** The implementer; where nobody is named yet, the lead of the group and its members. */
function implementers({ assigneeId, leadId, memberIds }: Parties): string[] {
  if (assigneeId !== null) return [assigneeId];
  return [...new Set([...(leadId === null ? [] : [leadId]), ...memberIds])];
}
