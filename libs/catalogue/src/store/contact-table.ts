import type { RecordTable } from '#identity';

/** The number to ring when work has stopped, and what is good to know before ringing. */
export interface ContactFields {
  /** As it is written for people, `+371 6700 0112`; null: nobody is to be rung. Not a person's: its changes are told. */
  readonly deskPhone: string | null;
  readonly noteLv: string | null;
  readonly noteEn: string | null;
}

/** The table has this row alone. */
export const CONTACT_ID = '00000000-0000-4000-8000-000000000112';

export const CONTACT: RecordTable<ContactFields> = {
  name: 'catalogue.contact',
  subject: 'desk_contact',
  noun: 'catalogue.contact',
  missing: 'catalogue.contact',
  columns: { deskPhone: 'phone', noteLv: 'note_lv', noteEn: 'note_en' },
};
