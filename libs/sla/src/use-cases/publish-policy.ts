import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError, formatInstant, type Instant, notFound } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import { comparePolicies, isEmpty } from '../domain/policy-comparison.js';
import { gapsOf } from '../domain/policy-warnings.js';
import { PolicyStore, type PolicyVersionRow } from '../store/policy-store.js';

export interface Publication {
  /** Undefined: at once. */
  readonly validFrom?: Instant | undefined;
  /** The revision that was looked at. */
  readonly ifMatch?: string | undefined;
}

/**
 * Puts a draft into force: a second person does, and not for the past. Tickets that are open keep what they were promised; the version
 * holds for those that come.
 */
@Injectable()
export class PublishPolicy {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: PolicyStore,
  ) {}

  /**
   * Throws `sla.draft.not-found`, `sla.own-draft` to whoever had a hand in it, `sla.valid-from-past`, `sla.valid-from-before-last`,
   * `sla.policy-incomplete` and `sla.nothing-changes`.
   */
  async execute(actor: Actor, policyId: string, { validFrom, ifMatch }: Publication): Promise<void> {
    requireRight(actor, 'sla.publish');
    await this.unitOfWork.run(async (tx) => {
      const { code } = await this.store.lock(tx, policyId);
      const versions = await this.store.versions(tx, [policyId]);
      const draft = versions.find(({ state }) => state === 'draft');
      if (!draft) throw notFound('sla.draft');
      requireVersion(ifMatch, draft.revision);
      if (draft.drafters.includes(actor.id)) throw new DomainError('sla.own-draft', {}, 'forbidden');
      const last = versions.find(({ state }) => state === 'published') ?? null;
      const from = validFrom ?? (await tx.instant());
      requireFuture(from, validFrom !== undefined, tx.now, last);
      await this.requireWorth(tx, draft, last);
      await this.store.publish(tx, draft.id, { by: actor.id, validFrom: from });
      await tx.append({
        type: 'sla.policy-published',
        version: 1,
        subject: { type: 'policy', id: policyId },
        actorId: actor.id,
        payload: {
          policyId,
          code,
          versionId: draft.id,
          version: draft.version,
          previousVersionId: last?.id ?? null,
          validFrom: formatInstant(from),
        },
      });
    });
  }

  private async requireWorth(tx: Tx, draft: PolicyVersionRow, last: PolicyVersionRow | null): Promise<void> {
    const targets = await this.store.targets(tx, draft.id);
    const [gap] = gapsOf(targets);
    if (gap) throw new DomainError('sla.policy-incomplete', { kind: gap.kind, priority: gap.priority });
    const before = last && { midFlightRule: last.midFlightRule, targets: await this.store.targets(tx, last.id) };
    if (before && isEmpty(comparePolicies(before, { midFlightRule: draft.midFlightRule, targets })))
      throw new DomainError('sla.nothing-changes');
  }
}

/** Versions follow one another: a later one never comes into force before an earlier one, not even before one that is still to come. */
function requireFuture(from: Instant, named: boolean, now: Instant, last: PolicyVersionRow | null): void {
  const pointer = '/validFrom';
  if (named && from < now) throw new DomainError('sla.valid-from-past', {}, 'invalid', [{ pointer, code: 'sla.valid-from-past' }]);
  if (last?.validFrom != null && from < last.validFrom)
    throw new DomainError('sla.valid-from-before-last', { version: last.version, validFrom: formatInstant(last.validFrom) }, 'invalid', [
      { pointer, code: 'sla.valid-from-before-last' },
    ]);
}
