import { Injectable } from '@nestjs/common';
import { type Actor, leads } from '#identity';
import type { Tx } from '#platform';
import { addLink, carryWatchers, TicketFacts, type TicketResponse, type TicketTarget } from '#tickets';
import { requirePermission } from '../domain/incident-access.js';
import { fieldRefused } from '../domain/incident-errors.js';
import type { Incident } from '../domain/incident.js';
import type { CancellationReason } from '../domain/incident-words.js';
import { IncidentStore } from '../store/incident-store.js';
import { IncidentWork } from './incident-work.js';

export interface CancellationInput {
  readonly reason: CancellationReason;
  /** Id or number of the earlier ticket, where this one duplicates it. */
  readonly duplicateOfId?: string | undefined;
  /** Why the earlier ticket is cancelled in favour of a later one: a group lead may turn the direction round (DOMAIN 4.3(9)). */
  readonly reversal?: string | undefined;
}

/** Ends an incident without a resolution. A duplicate is merged into the earlier ticket: the later one is cancelled (DOMAIN 3.1). */
@Injectable()
export class CancelIncident {
  constructor(
    private readonly work: IncidentWork,
    private readonly incidents: IncidentStore,
    private readonly tickets: TicketFacts,
  ) {}

  async execute(actor: Actor, target: TicketTarget, { reason, duplicateOfId, reversal }: CancellationInput): Promise<TicketResponse> {
    return this.work.run(actor, target, async (tx) => {
      const { incident, standing } = await this.incidents.lock(tx, actor, target);
      requirePermission(actor, 'cancel', incident.ticket, standing);
      incident.check('cancel');
      if (!standing.works && reason !== 'withdrawn' && reason !== 'duplicate')
        throw fieldRefused('incidents.cancellation-reason-not-allowed', 'reason');
      const earlierId = reason === 'duplicate' ? await this.kept(tx, actor, incident, duplicateOfId, reversal) : null;
      incident.cancel({ by: actor.id, at: tx.now }, reason, earlierId, reversal ?? null);
      if (earlierId !== null) {
        await addLink(tx, incident.id, 'duplicate_of', earlierId, actor.id);
        await carryWatchers(tx, incident.id, earlierId, actor.id);
      }
      return this.incidents.save(tx, incident);
    });
  }

  /**
   * The ticket that it duplicates: one that the actor sees and that is no duplicate itself, so that there are no circles. Merging goes
   * from the later to the earlier; the other way round only by the group's lead, with a reason.
   */
  private async kept(
    tx: Tx,
    actor: Actor,
    { id, ticket }: Incident,
    key: string | undefined,
    reversal: string | undefined,
  ): Promise<string | null> {
    if (key === undefined) return null;
    const found = (await this.tickets.seenBy(actor, key, tx))?.ticket;
    if (!found || found.id === id) throw fieldRefused('incidents.duplicate-unknown', 'duplicateOfId');
    const reversed = found.submittedAt > ticket.submittedAt;
    if (found.duplicateOfId !== null || (reversed && !leads(actor, ticket.groupId)))
      throw fieldRefused('incidents.duplicate-not-earlier', 'duplicateOfId');
    if (reversed && !reversal) throw fieldRefused('incidents.reversal-needs-reason', 'reversal');
    return found.id;
  }
}
