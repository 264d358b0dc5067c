import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import { failuresOf } from '../domain/template-record.js';
import { templateEvent } from '../domain/template-events.js';
import { TemplateOutcomes } from '../reads/template-outcomes.js';
import { TemplateStore } from '../store/template-store.js';

/** Takes a template out of use until another order: by the change manager, or by itself when too many changes from it have failed. */
@Injectable()
export class SuspendTemplate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: TemplateStore,
    private readonly outcomes: TemplateOutcomes,
  ) {}

  /** Throws `changes.template-not-active` (409). */
  async execute(actor: Actor, id: string, reason: string, ifMatch?: string): Promise<void> {
    requireRight(actor, 'change.template');
    await this.unitOfWork.run(async (tx) => {
      const template = await this.templates.lock(tx, id);
      requireVersion(ifMatch, template.revision);
      if (template.state !== 'active') throw new DomainError('changes.template-not-active', {}, 'conflict');
      await this.templates.suspend(tx, id, { at: tx.now, cause: 'decision', note: reason, failures: null, of: null });
      await tx.append(templateEvent('suspended', id, actor.id, { cause: 'decision', reason }));
    });
  }

  /** Looks at the last changes since the order in force, and suspends where the failures among them reach the limit. */
  async ifFailing(tx: Tx, id: string): Promise<void> {
    const template = await this.templates.lock(tx, id);
    if (template.state !== 'active') return;
    const version = (await this.templates.versions(tx, [id])).find((one) => one.version === template.activeVersion);
    if (!version?.order) return;
    const outcomes = await this.outcomes.since(tx, id, version.order.at);
    const { failures, of, passed } = failuresOf(outcomes, version.failureLimit);
    if (!passed) return;
    await this.templates.suspend(tx, id, { at: tx.now, cause: 'failures', note: null, failures, of });
    const { nameLv, nameEn, authorIds } = version;
    await tx.append(templateEvent('suspended', id, null, { cause: 'failures', failures, of, nameLv, nameEn, authorIds: [...authorIds] }));
  }
}
