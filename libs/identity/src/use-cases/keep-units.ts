import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { requireInstitution, requireNoRing, requireUnit } from '../store/organisation-references.js';
import { type UnitFields, UNITS } from '../store/organisation-tables.js';
import { RecordWork } from './record-work.js';

/** Adds units of institutions and changes them; a unit stays with its institution. */
@Injectable()
export class KeepUnits {
  constructor(private readonly work: RecordWork) {}

  /** Answers the unit's id. */
  async add(actor: Actor, fields: UnitFields): Promise<string> {
    const { institutionId, parentId } = fields;
    return this.work.add(actor, {
      ...{ table: UNITS, fields },
      check: async (tx) => {
        await requireInstitution(tx, institutionId, 'institutionId');
        if (parentId) await requireUnit(tx, parentId, institutionId, 'parentId');
      },
    });
  }

  async change(actor: Actor, id: string, fields: Partial<Omit<UnitFields, 'institutionId'>>, ifMatch: string | undefined): Promise<void> {
    await this.work.change(actor, {
      ...{ table: UNITS, id, ifMatch },
      next: async (tx, kept) => {
        if (fields.parentId && fields.parentId !== kept.parentId) {
          await requireUnit(tx, fields.parentId, kept.institutionId, 'parentId');
          await requireNoRing(tx, 'identity.org_unit', id, fields.parentId);
        }
        return fields;
      },
    });
  }
}
