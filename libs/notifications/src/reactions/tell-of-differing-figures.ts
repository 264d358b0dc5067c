import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IdentityFacts, type Role } from '#identity';
import type { RecordedEvent } from '#kernel';
import { DIFFERENCES_FOUND } from '#kpis';
import { ReactionRegistry, type Tx } from '#platform';
import { Notices } from '../store/notices.js';

const TOLD: readonly Role[] = ['manager', 'administrator'];
/** Who answers for the whole service is told; holders for one institution are not. */
const NO_INSTITUTION = '00000000-0000-0000-0000-000000000000';

/** A recount that finds figures which do not say what the events say rings the bell of managers and administrators. */
@Injectable()
export class TellOfDifferingFigures implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly identity: IdentityFacts,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'notifications.tell-of-differing-figures',
      on: [DIFFERENCES_FOUND],
      handle: (tx, event) => this.handle(tx, event),
    });
  }

  private async handle(tx: Tx, { id, subject, payload }: RecordedEvent): Promise<void> {
    const people = new Set<string>();
    for (const role of TOLD) for (const person of await this.identity.holdersOf(role, NO_INSTITUTION, tx)) people.add(person);
    const planned = [...people].map((userId) => ({
      ...({ userId, kind: 'figures-differ', quiet: false, dedupeKey: `recount:${subject.id}` } as const),
      params: { differences: payload['differences'] ?? 0 },
    }));
    await this.notices.tell(tx, { eventId: id, subjectId: subject.id, ticketId: null }, planned);
  }
}
