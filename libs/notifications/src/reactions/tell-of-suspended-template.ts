import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IdentityFacts, type Role } from '#identity';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { Notices } from '../store/notices.js';

const TOLD: readonly Role[] = ['change_manager', 'manager'];
/** Holders for the whole service are told; those for one institution are not. */
const NO_INSTITUTION = '00000000-0000-0000-0000-000000000000';

/** A template that went out of use because changes from it fail rings the bell of change managers, managers and its authors. */
@Injectable()
export class TellOfSuspendedTemplate implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly identity: IdentityFacts,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'notifications.tell-of-suspended-template',
      on: ['changes.template-suspended'],
      handle: (tx, event) => this.handle(tx, event),
    });
  }

  private async handle(tx: Tx, { id, subject, payload, actorId }: RecordedEvent): Promise<void> {
    if (payload['cause'] !== 'failures') return;
    const people = new Set<string>(Array.isArray(payload['authorIds']) ? (payload['authorIds'] as string[]) : []);
    for (const role of TOLD) for (const person of await this.identity.holdersOf(role, NO_INSTITUTION, tx)) people.add(person);
    const title = { lv: payload['nameLv'] ?? '', en: payload['nameEn'] ?? '' };
    const planned = [...people]
      .filter((userId) => userId !== actorId)
      .map((userId) => ({
        ...({ userId, kind: 'template-suspended', quiet: false, dedupeKey: `${id}` } as const),
        params: { title, failures: payload['failures'] ?? 0, of: payload['of'] ?? 0 },
      }));
    await this.notices.tell(tx, { eventId: id, subjectId: subject.id, ticketId: null }, planned);
  }
}
