import { Injectable } from '@nestjs/common';
import { type Actor, RecordWork } from '#identity';
import { fieldRefused } from '#kernel';
import { CONTACT, CONTACT_ID, type ContactFields } from '../store/contact-table.js';

/** Says by which number the desk is reached when work has stopped. */
@Injectable()
export class KeepContact {
  constructor(private readonly work: RecordWork) {}

  /** Throws `catalogue.note-needs-phone` (invalid) for a note about a number that is not there. Empty is as good as none. */
  async change(actor: Actor, given: Partial<ContactFields>, ifMatch: string | undefined): Promise<void> {
    await this.work.change(actor, {
      ...{ table: CONTACT, id: CONTACT_ID, ifMatch },
      next: (_tx, kept) => {
        const after = withoutEmpty({ deskPhone: kept.deskPhone, noteLv: kept.noteLv, noteEn: kept.noteEn, ...given });
        if (after.deskPhone === null && (after.noteLv ?? after.noteEn) !== null) throw fieldRefused('catalogue.note-needs-phone', 'phone');
        return Promise.resolve(after);
      },
    });
  }
}

const orNull = (text: string | null): string | null => text?.trim() || null;

function withoutEmpty({ deskPhone, noteLv, noteEn }: ContactFields): ContactFields {
  return { deskPhone: orNull(deskPhone), noteLv: orNull(noteLv), noteEn: orNull(noteEn) };
}
