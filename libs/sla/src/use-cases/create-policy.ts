import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError } from '#kernel';
import { UnitOfWork } from '#platform';
import { GENERAL_POLICY } from '../reads/policy-book.js';
import { PolicyStore } from '../store/policy-store.js';

export interface NewPolicy {
  readonly code: string;
  readonly nameLv: string;
  readonly nameEn: string;
}

/** Makes another policy, for agreements to name; it begins as a draft of what the general one says. */
@Injectable()
export class CreatePolicy {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: PolicyStore,
  ) {}

  /** Answers the policy's id. Throws `sla.policy-code-taken`. */
  async execute(actor: Actor, policy: NewPolicy): Promise<string> {
    requireRight(actor, 'sla.draft');
    return this.unitOfWork.run(async (tx) => {
      const id = randomUUID();
      if (!(await this.store.add(tx, { id, ...policy })))
        throw new DomainError('sla.policy-code-taken', { code: policy.code }, 'invalid', [
          { pointer: '/code', code: 'sla.policy-code-taken' },
        ]);
      const [general] = await tx.query<{ id: string }>(`select id from sla.policy where code = $1`, [GENERAL_POLICY]);
      const model = (await this.store.versions(tx, general ? [general.id] : [])).find(({ state }) => state === 'published');
      const targets = model ? await this.store.targets(tx, model.id) : [];
      const draft = { midFlightRule: model?.midFlightRule ?? ('middle_of_three' as const), note: null, targets };
      await this.store.saveDraft(tx, id, draft, actor.id);
      await tx.append({
        type: 'sla.policy-created',
        version: 1,
        subject: { type: 'policy', id },
        actorId: actor.id,
        payload: { policyId: id, code: policy.code },
      });
      return id;
    });
  }
}
