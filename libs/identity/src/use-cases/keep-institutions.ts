import { Injectable } from '@nestjs/common';
import { DomainError, fieldRefused } from '#kernel';
import type { Tx } from '#platform';
import type { Actor } from '../domain/actor.js';
import { requireInstitution, requireNoRing } from '../store/organisation-references.js';
import { type InstitutionFields, INSTITUTIONS } from '../store/organisation-tables.js';
import { RecordWork } from './record-work.js';

/** Adds institutions and changes what is known of them. They are never deleted, only ended by a date. */
@Injectable()
export class KeepInstitutions {
  constructor(private readonly work: RecordWork) {}

  /** Answers the institution's id. Throws what is wrong with its fields. */
  async add(actor: Actor, fields: InstitutionFields): Promise<string> {
    requireOrder(fields);
    return this.work.add(actor, { table: INSTITUTIONS, fields, check: (tx) => this.check(tx, null, fields) });
  }

  async change(actor: Actor, id: string, fields: Partial<InstitutionFields>, ifMatch: string | undefined): Promise<void> {
    await this.work.change(actor, {
      ...{ table: INSTITUTIONS, id, ifMatch },
      next: async (tx, kept) => {
        const after = { ...kept, ...fields };
        requireOrder(after);
        // The Centre itself: whatever has no other home stands on it.
        if (kept.kind === 'provider' && (after.kind !== 'provider' || after.activeTo !== null))
          throw new DomainError('identity.provider-stays');
        await this.check(tx, id, fields);
        return fields;
      },
    });
  }

  private async check(tx: Tx, id: string | null, { parentId }: Partial<InstitutionFields>): Promise<void> {
    if (!parentId) return;
    await requireInstitution(tx, parentId, 'parentId');
    if (id !== null) await requireNoRing(tx, 'identity.institution', id, parentId);
  }
}

function requireOrder({ activeFrom, activeTo }: Pick<InstitutionFields, 'activeFrom' | 'activeTo'>): void {
  if (activeTo !== null && activeTo <= activeFrom) throw fieldRefused('identity.ends-before-start', 'activeTo');
}
