import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { requireVersion, UnitOfWork } from '#platform';
import { requireNotRetired } from '../domain/template.js';
import { templateEvent } from '../domain/template-events.js';
import { TemplateStore } from '../store/template-store.js';

/** Ends a template for good; what was done by it stays as it is. */
@Injectable()
export class RetireTemplate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: TemplateStore,
  ) {}

  /** Throws `changes.template-retired` (409). */
  async execute(actor: Actor, id: string, reason: string, ifMatch?: string): Promise<void> {
    requireRight(actor, 'change.template');
    await this.unitOfWork.run(async (tx) => {
      const template = await this.templates.lock(tx, id);
      requireVersion(ifMatch, template.revision);
      requireNotRetired(template);
      await this.templates.retire(tx, id, reason);
      await tx.append(templateEvent('retired', id, actor.id, { reason }));
    });
  }
}
