import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { IncidentStore } from '../store/incident-store.js';

/** After somebody said that he has a major incident's trouble too, or took it back: the incident knows how many they are, and proposes its priority from that. */
@Injectable()
export class CountWhenAlsoAffected implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly incidents: IncidentStore,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'incidents.count-when-also-affected',
      on: ['changes.also-affected', 'changes.no-longer-affected'],
      handle: (tx, event) => this.handle(tx, event),
    });
  }

  private async handle(tx: Tx, { id: eventId, payload }: RecordedEvent): Promise<void> {
    const { incidentId, count, institutions } = payload;
    if (typeof incidentId !== 'string') return;
    await this.incidents.countAffected(tx, incidentId, { people: Number(count), institutions: Number(institutions), eventId });
  }
}
