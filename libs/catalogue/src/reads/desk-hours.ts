import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import { findRecord, IdentityFacts, type Kept } from '#identity';
import { Clock, notFound } from '#kernel';
import { Database } from '#platform';
import { type OpeningHours, openingHours } from '../domain/opening-hours.js';
import { CONTACT, CONTACT_ID, type ContactFields } from '../store/contact-table.js';

/** By which calendar the desk is open while no group says. */
const USUAL = 'lv-8x5';

/** When somebody is at the desk, and by which number he is reached. */
@Injectable()
export class DeskHours {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityFacts,
    private readonly calendars: CalendarBook,
    private readonly clock: Clock,
  ) {}

  /** The hours of the first user-support group, which takes what no service directs elsewhere. */
  async read(): Promise<OpeningHours & { readonly calendarCode: string }> {
    const [first] = await this.identity.userSupportGroups();
    const group = first ? await this.identity.group(first) : undefined;
    const calendarCode = group?.calendarCode ?? USUAL;
    const calendar = await this.calendars.byCode(calendarCode);
    return { ...openingHours(calendar, this.clock.now()), calendarCode };
  }

  async contact(): Promise<Kept<ContactFields>> {
    const kept = await findRecord(this.database, CONTACT, CONTACT_ID);
    if (!kept) throw notFound(CONTACT.missing);
    return kept;
  }
}
