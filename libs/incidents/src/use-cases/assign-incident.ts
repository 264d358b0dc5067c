import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import type { Tx } from '#platform';
import type { TicketResponse, TicketTarget } from '#tickets';
import { requirePermission } from '../domain/incident-access.js';
import { fieldRefused } from '../domain/incident-errors.js';
import { IncidentStore } from '../store/incident-store.js';
import { IncidentWork } from './incident-work.js';

export interface AssignmentInput {
  readonly groupId: string;
  readonly assigneeId?: string | undefined;
  readonly reason?: string | undefined;
}

/** Gives an incident to a group, or to a member of it; between groups with a reason, and counted as a hop (DOMAIN 3.1). */
@Injectable()
export class AssignIncident {
  constructor(
    private readonly work: IncidentWork,
    private readonly incidents: IncidentStore,
    private readonly identity: IdentityFacts,
  ) {}

  async execute(actor: Actor, target: TicketTarget, { groupId, ...input }: AssignmentInput): Promise<TicketResponse> {
    return this.work.run(actor, target, async (tx) => {
      const { incident, standing } = await this.incidents.lock(tx, actor, target);
      requirePermission(actor, incident.state === 'new' ? 'assign' : 'reassign', incident.ticket, standing);
      incident.check(incident.state === 'new' ? 'assign' : 'reassign');
      const { assigneeId = null, reason = null } = input;
      await this.checkMembership(tx, groupId, assigneeId);
      incident.assign({ by: actor.id, at: tx.now }, { groupId, assigneeId, reason });
      return this.incidents.save(tx, incident);
    });
  }

  private async checkMembership(tx: Tx, groupId: string, assigneeId: string | null): Promise<void> {
    if (!(await this.identity.group(groupId, tx))) throw fieldRefused('incidents.group-unknown', 'groupId');
    if (assigneeId !== null && !(await this.identity.isMember(groupId, assigneeId, tx)))
      throw fieldRefused('incidents.assignee-not-in-group', 'assigneeId');
  }
}
