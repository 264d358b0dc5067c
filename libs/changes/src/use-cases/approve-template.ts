import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import { requireComplete, requireNotRetired, requireOtherPerson, type TemplateRecord, type TemplateVersion } from '../domain/template.js';
import { templateEvent } from '../domain/template-events.js';
import { TemplateStore } from '../store/template-store.js';

/** A manager puts the latest version of a template in force by an order; a suspended one comes back the same way. */
@Injectable()
export class ApproveTemplate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: TemplateStore,
  ) {}

  /**
   * Throws `changes.own-template` to whoever wrote on it, `changes.template-incomplete` with what is missing, `changes.template-in-force` where there
   * is nothing to decide, `changes.template-order-in-future`.
   */
  async execute(actor: Actor, id: string, order: { readonly number: string; readonly date: string }, ifMatch?: string): Promise<void> {
    requireRight(actor, 'change.template-approve');
    await this.unitOfWork.run(async (tx) => {
      const template = await this.templates.lock(tx, id);
      requireVersion(ifMatch, template.revision);
      requireNotRetired(template);
      const [latest] = await this.templates.versions(tx, [id]);
      const version = latest!;
      requireSomethingToDecide(template, version);
      requireOtherPerson(version, actor.id);
      requireComplete(version);
      await requirePast(tx, order.date);
      await this.templates.approve(tx, version, { ...order, byId: actor.id });
      const facts = { version: version.version, orderNumber: order.number, orderDate: order.date };
      await tx.append(templateEvent('approved', id, actor.id, facts));
    });
  }
}

function requireSomethingToDecide({ state }: TemplateRecord, { order }: TemplateVersion): void {
  if (order !== null && state === 'active') throw new DomainError('changes.template-in-force', {}, 'conflict');
}

/** An order bears the date of today in Latvia, or an earlier one. */
async function requirePast(tx: Tx, date: string): Promise<void> {
  const later = await tx.query(`select 1 where $1::date > (now() at time zone 'Europe/Riga')::date`, [date]);
  if (later.length === 0) return;
  const field = { pointer: '/orderDate', code: 'changes.template-order-in-future' };
  throw new DomainError('changes.template-order-in-future', {}, 'invalid', [field]);
}
