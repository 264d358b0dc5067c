import { Injectable } from '@nestjs/common';
import { type Actor, addRecord, changeRecord, findRecord, IdentityFacts, type Kept, recordEvent, RecordWork } from '#identity';
import { DomainError, fieldRefused, notFound } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import { addOfferings, type OfferingKind } from '../store/import-services.js';
import { type ServiceFields, SERVICES } from '../store/service-table.js';

export type EditableService = Omit<ServiceFields, 'status' | 'draftedBy'>;

/** Drafts services, keeps what is known of them, publishes and retires them (DOMAIN 9, "SLA, catalogue set-up": drafted by one, approved by a manager). */
@Injectable()
export class KeepServices {
  constructor(
    private readonly work: RecordWork,
    private readonly unitOfWork: UnitOfWork,
    private readonly identity: IdentityFacts,
  ) {}

  /** Drafts a service; answers its id. */
  async add(actor: Actor, fields: EditableService, kinds: readonly OfferingKind[]): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      await this.check(tx, fields);
      const id = await addRecord(tx, SERVICES, { ...fields, status: 'draft', draftedBy: actor.id });
      await addOfferings(tx, id, kinds);
      await tx.append(recordEvent(SERVICES, 'added', id, actor, {}));
      return id;
    });
  }

  /** Changes what is known of a service; the code stays once it is published. */
  async change(actor: Actor, id: string, fields: Partial<EditableService>, ifMatch: string | undefined): Promise<void> {
    await this.work.change(actor, {
      ...{ table: SERVICES, id, ifMatch },
      next: async (tx, kept) => {
        const after = { ...kept, ...fields };
        if (kept.status !== 'draft' && after.code !== kept.code) throw fieldRefused('catalogue.code-stays', 'code');
        if (kept.status === 'published') requireWhole(after);
        await this.check(tx, fields);
        return kept.status === 'draft' ? { ...fields, draftedBy: actor.id } : fields;
      },
    });
  }

  /** From now on it can be chosen where it is subscribed to. Throws `catalogue.publish-own`, `catalogue.not-whole`, `catalogue.not-a-draft`. */
  async publish(actor: Actor, id: string, ifMatch: string | undefined): Promise<void> {
    await this.step(actor, id, ifMatch, 'published', (service) => {
      if (service.status === 'published') throw new DomainError('catalogue.not-a-draft', {}, 'conflict');
      if (service.draftedBy === actor.id) throw new DomainError('catalogue.publish-own', {}, 'forbidden');
      requireWhole(service);
    });
  }

  /** It can be chosen no more; what it was stays. */
  async retire(actor: Actor, id: string, ifMatch: string | undefined): Promise<void> {
    await this.step(actor, id, ifMatch, 'retired', (service) => {
      if (service.status !== 'published') throw new DomainError('catalogue.not-published', {}, 'conflict');
    });
  }

  private async step(
    actor: Actor,
    id: string,
    ifMatch: string | undefined,
    status: 'published' | 'retired',
    check: (service: Kept<ServiceFields>) => void,
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const kept = await findRecord(tx, SERVICES, id, { lock: true });
      if (!kept) throw notFound('catalogue.service');
      requireVersion(ifMatch, kept.version);
      check(kept);
      await changeRecord(tx, SERVICES, id, { status });
      await tx.append(recordEvent(SERVICES, status, id, actor, { status: { from: kept.status, to: status } }));
    });
  }

  private async check(tx: Tx, { ownerId, defaultGroupId }: Partial<EditableService>): Promise<void> {
    if (ownerId && (await this.identity.institutionOf(ownerId, tx)) === undefined) throw fieldRefused('identity.user.not-found', 'ownerId');
    if (defaultGroupId && !(await this.identity.group(defaultGroupId, tx)))
      throw fieldRefused('identity.group.not-found', 'defaultGroupId');
  }
}

/** What is offered is described in both languages and has an owner. */
function requireWhole({ descriptionLv, descriptionEn, ownerId }: ServiceFields): void {
  if (!descriptionLv || !descriptionEn || !ownerId) throw new DomainError('catalogue.not-whole');
}
