import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { TicketResponse, TicketTarget } from '#tickets';
import { requirePermission } from '../domain/incident-access.js';
import { ReferenceWords } from '../reads/reference-words.js';
import { IncidentStore } from '../store/incident-store.js';
import { IncidentWork } from './incident-work.js';

/** Says what an incident is about, in a word of the list that an administrator keeps. Clocks and group do not ask for it. */
@Injectable()
export class CategoriseIncident {
  constructor(
    private readonly work: IncidentWork,
    private readonly incidents: IncidentStore,
    private readonly reference: ReferenceWords,
  ) {}

  /** Null takes it back. Throws `incidents.code-not-in-use`, `incidents.category-too-late`; saying the same again changes nothing. */
  async execute(actor: Actor, target: TicketTarget, category: string | null): Promise<TicketResponse> {
    return this.work.run(actor, target, async (tx) => {
      const { incident, standing } = await this.incidents.lock(tx, actor, target);
      requirePermission(actor, 'categorise', incident.ticket, standing);
      if (incident.ticket.category === category) return incident;
      if (category !== null) await this.reference.requireInUse('category', category, 'category', tx);
      incident.categorise({ by: actor.id, at: tx.now }, category);
      return this.incidents.save(tx, incident);
    });
  }
}
