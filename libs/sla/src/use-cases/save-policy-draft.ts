import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts, requireRight, roleOf } from '#identity';
import { ReferenceWords } from '#incidents';
import { DomainError, type FieldError } from '#kernel';
import { requireVersion, UnitOfWork } from '#platform';
import { ESCALATION_ACTIONS } from '../domain/escalation-step.js';
import { ambiguousPairs } from '../domain/policy-ambiguity.js';
import { type PolicyDraft, refusedFields, requireSoundTargets } from '../domain/policy-draft.js';
import type { WrittenTarget } from '../domain/policy-target.js';
import { type NameBook, PolicyNames } from '../reads/policy-names.js';
import { idsOf, TargetView } from '../reads/target-view.js';
import { PolicyStore } from '../store/policy-store.js';

/** What somebody wants a policy to say; its calendars by their codes. */
export type DraftInput = Omit<PolicyDraft, 'targets'> & {
  readonly targets: readonly (Omit<WrittenTarget, 'calendarKey'> & { readonly calendarCode: string })[];
};

/** Saves a draft, unless it would leave open which target some ticket gets. Nothing comes into force by it. */
@Injectable()
export class SavePolicyDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: PolicyStore,
    private readonly names: PolicyNames,
    private readonly identity: IdentityFacts,
    private readonly view: TargetView,
    private readonly reference: ReferenceWords,
  ) {}

  /**
   * `ifMatch` names the revision that was edited. Throws `sla.policy.not-found`, `platform.version-mismatch`, `sla.draft-refused` with
   * the fields, and `sla.targets-ambiguous` with both targets named.
   */
  async execute(actor: Actor, policyId: string, input: DraftInput, ifMatch?: string): Promise<void> {
    requireRight(actor, 'sla.draft');
    const draft = await this.read(actor, input);
    await this.unitOfWork.run(async (tx) => {
      const policy = await this.store.lock(tx, policyId);
      const known = (await this.store.versions(tx, [policyId])).find(({ state }) => state === 'draft');
      if (ifMatch !== undefined) requireVersion(ifMatch, known?.revision ?? 0);
      const { id, version, revision } = await this.store.saveDraft(tx, policyId, draft, actor.id);
      await tx.append({
        type: 'sla.policy-drafted',
        version: 1,
        subject: { type: 'policy', id: policyId },
        actorId: actor.id,
        payload: { policyId, code: policy.code, versionId: id, version, revision, targets: draft.targets.length },
      });
    });
  }

  private async read(actor: Actor, { targets: given, ...draft }: DraftInput): Promise<PolicyDraft> {
    const asked = given.map(({ calendarCode, ...target }) => ({ ...target, calendarKey: calendarCode }));
    requireSoundTargets(asked, await this.reference.pausing());
    const names = await this.names.find(actor.locale, idsOf(asked));
    const keys = new Map(names.calendars.map(({ id, code }) => [code, id]));
    const unknown = asked.flatMap((target, at) => unknownIn(target, at, names, keys));
    if (unknown.length > 0) throw refusedFields(unknown);
    await this.requirePeople(asked);
    const targets = asked.map((target) => ({ ...target, calendarKey: keys.get(target.calendarKey)! }));
    this.requireUnambiguous(actor, targets, names);
    return { ...draft, targets };
  }

  private async requirePeople(targets: readonly WrittenTarget[]): Promise<void> {
    const contacts = await this.identity.contacts(idsOf(targets).people.filter((id) => id !== null));
    const gone = targets.flatMap(({ steps }, at) =>
      steps.flatMap(({ action, to }, i) =>
        action === 'notify_person' && !contacts.has(to ?? '') ? [fault(`/targets/${at}/steps/${i}/to`, 'sla.person-unknown')] : [],
      ),
    );
    if (gone.length > 0) throw refusedFields(gone);
  }

  private requireUnambiguous({ locale }: Actor, targets: readonly WrittenTarget[], names: NameBook): void {
    const [pair] = ambiguousPairs(targets);
    if (!pair) return;
    const [one, other] = pair.map((at) => this.view.name(targets[at]!, names, locale));
    const fields = pair.map((at) => fault(`/targets/${at}`, 'sla.targets-ambiguous'));
    throw new DomainError('sla.targets-ambiguous', { one: one!, other: other! }, 'invalid', fields);
  }
}

const fault = (pointer: string, code: string): FieldError => ({ pointer, code });

function unknownIn(target: WrittenTarget, at: number, names: NameBook, calendars: ReadonlyMap<string, string>): FieldError[] {
  const { serviceId, institutionId, partyId, calendarKey, steps } = target;
  const faults = [
    serviceId !== null && !names.service(serviceId) && fault(`/targets/${at}/serviceId`, 'sla.service-unknown'),
    institutionId !== null && !names.institution(institutionId) && fault(`/targets/${at}/institutionId`, 'sla.institution-unknown'),
    partyId !== null && !names.group(partyId) && fault(`/targets/${at}/partyId`, 'sla.group-unknown'),
    !calendars.has(calendarKey) && fault(`/targets/${at}/calendarCode`, 'sla.calendar-unknown'),
    ...steps.map(({ action, to }, i) => {
      const kind = ESCALATION_ACTIONS[action];
      const missing = (kind === 'group' && !names.group(to)) || (kind === 'role' && !roleOf(to ?? ''));
      return missing && fault(`/targets/${at}/steps/${i}/to`, kind === 'group' ? 'sla.group-unknown' : 'sla.role-unknown');
    }),
  ];
  return faults.filter((one) => one !== false);
}
