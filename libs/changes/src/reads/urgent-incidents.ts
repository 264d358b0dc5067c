import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform';
import { TicketFacts } from '#tickets';

/** Incidents of this priority or graver cannot wait for the usual way (DOMAIN 3.4: "linked P1/P2 or security"). */
const GRAVE = 2;

/** What makes an emergency of a change. */
@Injectable()
export class UrgentIncidents {
  constructor(private readonly tickets: TicketFacts) {}

  /** Is an incident linked to the change that is grave, or a matter of security? */
  async linkedTo(changeId: string, on: Queryable): Promise<boolean> {
    const incidents = (await this.tickets.linkedTo(changeId, on)).filter(({ type, state }) => type === 'incident' && state !== 'cancelled');
    if (incidents.some(({ priority }) => priority <= GRAVE)) return true;
    const declared = await on.query(
      `select 1 from platform.event_log where subject_type = 'ticket' and subject_id = any($1::uuid[])
         and type = 'incidents.security-declared' limit 1`,
      [incidents.map(({ id }) => id)],
    );
    return declared.length > 0;
  }
}
