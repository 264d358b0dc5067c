import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform';
import { type NewGroup, Organisation } from '../store/organisation.js';

export interface CreateGroupInput extends NewGroup {
  readonly memberIds: readonly string[];
  /** Becomes a member, too. */
  readonly leadId: string | null;
}

/** Adds a support group with its members and its one lead. For the operator's commands. */
@Injectable()
export class CreateGroup {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisation: Organisation,
  ) {}

  /** Answers the group's id. Throws `identity.group-name-taken` (conflict). */
  async execute({ memberIds, leadId, ...group }: CreateGroupInput): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const id = await this.organisation.addGroup(tx, group);
      for (const userId of new Set([...memberIds, ...(leadId ? [leadId] : [])])) await this.organisation.addMember(tx, id, userId);
      if (leadId) await this.organisation.setLead(tx, id, leadId);
      return id;
    });
  }
}
