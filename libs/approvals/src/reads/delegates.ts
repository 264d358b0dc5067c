import { Injectable } from '@nestjs/common';
import { IdentityFacts, RIGHTS, type Role, ROLES } from '#identity';
import { Database, type Queryable } from '#platform';
import type { Round, Step } from '../domain/approval.js';
import type { ApprovalCard } from './approval-inbox.js';

const CLIENT_SIDE: Role = 'institution_coordinator';
const OWN_SIDE = ROLES.filter((role) => role !== CLIENT_SIDE && RIGHTS['approval.decide'][role] !== '-');
/** Of roles that are held for single institutions, only those for all of them. */
const NO_INSTITUTION = '00000000-0000-0000-0000-000000000000';

/** Who may take over an approval: whoever may decide on that side (DOMAIN 9), and is not kept from it. */
@Injectable()
export class Delegates {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityFacts,
  ) {}

  /** The same for the approver's page, with names, in their order. */
  async named({ round, step, ticket }: Pick<ApprovalCard, 'round' | 'step' | 'ticket'>): Promise<{ id: string; name: string }[]> {
    const names = await this.identity.names(await this.of(round, step, ticket.institutionId));
    return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'lv'));
  }

  /** Ids of people. `institutionId` is the ticket's: a step of the client's side stays within it. */
  async of(round: Round, step: Step, institutionId: string, on: Queryable = this.database): Promise<string[]> {
    const roles: readonly Role[] = step.clientSide ? [CLIENT_SIDE] : OWN_SIDE;
    const found = new Set<string>();
    for (const role of roles)
      for (const id of await this.identity.holdersOf(role, step.clientSide ? institutionId : NO_INSTITUTION, on)) found.add(id);
    const kept = new Set([...round.excludedIds, ...step.approvals.map(({ approverId }) => approverId)]);
    return [...found].filter((id) => !kept.has(id));
  }
}
