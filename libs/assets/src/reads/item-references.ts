import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import { DomainError } from '#kernel';
import type { Tx } from '#platform';
import type { ItemFields } from '../domain/item.js';
import { writesIn } from '../domain/item-visibility.js';

/** A field that names something which is not there, or not for this person. */
export function fieldRefused(field: string, code: string, params: Record<string, string> = {}): DomainError {
  return new DomainError(`assets.${code}`, params, 'invalid', [{ pointer: `/${field}`, code: `assets.${code}` }]);
}

/** Holds what an item names (class, institution, custodian) against what there is. */
@Injectable()
export class ItemReferences {
  constructor(private readonly identity: IdentityFacts) {}

  /** Throws `assets.class-unknown`, `assets.institution-unknown` (also where it is out of the actor's reach), `assets.custodian-unknown`. */
  async check(tx: Tx, actor: Actor, fields: Partial<ItemFields>): Promise<void> {
    const { institutionId, custodianId } = fields;
    if (fields.class !== undefined) {
      const known = await tx.query(`select 1 from assets.class where code = $1`, [fields.class]);
      if (known.length === 0) throw fieldRefused('class', 'class-unknown');
    }
    if (institutionId !== undefined && !(writesIn(actor, institutionId) && (await this.identity.hasInstitution(institutionId, tx))))
      throw fieldRefused('institutionId', 'institution-unknown');
    if (custodianId && (await this.identity.institutionOf(custodianId, tx)) === undefined)
      throw fieldRefused('custodianId', 'custodian-unknown');
  }
}
