import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CatalogueFacts } from '#catalogue';
import { type Actor, IdentityFacts, requireRight } from '#identity';
import { DomainError, type FieldError } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import { requireNotRetired, requireSound, type TemplateTerms } from '../domain/template.js';
import { templateEvent } from '../domain/template-events.js';
import { TemplateStore } from '../store/template-store.js';

/** Writes drafts of templates. What is in force stays as it is until an order puts the draft in its place. */
@Injectable()
export class SaveTemplate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: TemplateStore,
    private readonly catalogue: CatalogueFacts,
    private readonly identity: IdentityFacts,
  ) {}

  /** A new template with its first draft; answers its id. Throws `changes.template-refused` with the fields at fault. */
  async create(actor: Actor, terms: TemplateTerms): Promise<string> {
    requireRight(actor, 'change.template');
    return this.unitOfWork.run(async (tx) => {
      await this.requireKnown(tx, terms);
      const id = randomUUID();
      await this.templates.add(tx, id);
      await this.templates.saveDraft(tx, id, 1, terms, actor.id);
      await tx.append(templateEvent('created', id, actor.id, { version: 1 }));
      return id;
    });
  }

  /** Changes the draft of a template, or begins the next version. Throws `changes.template-retired`, `platform.version-mismatch`. */
  async change(actor: Actor, id: string, terms: TemplateTerms, ifMatch?: string): Promise<void> {
    requireRight(actor, 'change.template');
    await this.unitOfWork.run(async (tx) => {
      const template = await this.templates.lock(tx, id);
      requireVersion(ifMatch, template.revision);
      requireNotRetired(template);
      await this.requireKnown(tx, terms);
      const [latest] = await this.templates.versions(tx, [id]);
      const version = latest!.order === null ? latest!.version : latest!.version + 1;
      await this.templates.saveDraft(tx, id, version, terms, actor.id);
      await tx.append(templateEvent('saved', id, actor.id, { version }));
    });
  }

  private async requireKnown(tx: Tx, terms: TemplateTerms): Promise<void> {
    requireSound(terms);
    const { serviceId, groupId } = terms;
    const faults: FieldError[] = [];
    if (serviceId !== null && !(await this.catalogue.names([serviceId], 'lv', tx)).has(serviceId))
      faults.push({ pointer: '/serviceId', code: 'changes.service-unknown' });
    if (groupId !== null && !(await this.identity.group(groupId, tx))) faults.push({ pointer: '/groupId', code: 'changes.group-unknown' });
    if (faults.length > 0) throw new DomainError('changes.template-refused', { count: faults.length }, 'invalid', faults);
  }
}
