import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { notFound } from '#kernel';
import { UnitOfWork } from '#platform';
import { PolicyStore } from '../store/policy-store.js';

/** Throws a draft away; what is in force stays. */
@Injectable()
export class DiscardPolicyDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: PolicyStore,
  ) {}

  /** Throws `sla.policy.not-found`, `sla.draft.not-found`. */
  async execute(actor: Actor, policyId: string): Promise<void> {
    requireRight(actor, 'sla.draft');
    await this.unitOfWork.run(async (tx) => {
      const { code } = await this.store.lock(tx, policyId);
      const draft = (await this.store.versions(tx, [policyId])).find(({ state }) => state === 'draft');
      if (!draft) throw notFound('sla.draft');
      await this.store.dropDraft(tx, draft.id);
      await tx.append({
        type: 'sla.policy-draft-discarded',
        version: 1,
        subject: { type: 'policy', id: policyId },
        actorId: actor.id,
        payload: { policyId, code, version: draft.version, revision: draft.revision },
      });
    });
  }
}
