import { Injectable } from '@nestjs/common';
import { type Instant, plusSeconds } from '#kernel';
import { type Queryable, ts } from '#platform';
import { TicketFacts } from '#tickets';
import { isShown, SHOWN_AFTER_SECONDS, SHOWN_BEFORE_SECONDS } from '../domain/announcement.js';
import type { ChangeState } from '../domain/change-lifecycle.js';

/** A change whose window takes services away for a while, as institutions are told of it: without a word of the change itself. */
export interface PlannedOutage {
  readonly kind: 'planned_work';
  readonly changeId: string;
  readonly serviceIds: readonly string[];
  readonly institutionIds: readonly string[];
  readonly startsAt: Instant;
  readonly expectedEndAt: Instant;
  readonly endedAt: Instant | null;
  readonly outageMinutes: number;
}

/** From authority on and until it is closed; a change that nobody has agreed to is nobody's business yet. */
const TOLD_OF: ReadonlySet<string> = new Set<ChangeState>(['scheduled', 'implementing', 'review', 'closed']);
/** Work that overran its window by more than this is looked for no longer. */
const OVERRUN_SECONDS = 7 * 86_400;

interface Row {
  readonly changeId: string;
  readonly serviceIds: readonly string[];
  readonly plannedFrom: Instant;
  readonly plannedTo: Instant;
  readonly actualFrom: Instant | null;
  readonly actualTo: Instant | null;
  readonly outageMinutes: number;
}

/** Changes with an outage that institutions are told of by themselves, before, during and after. */
@Injectable()
export class PlannedOutages {
  constructor(private readonly tickets: TicketFacts) {}

  /** Which of these changes somebody has agreed to: while a moved one awaits authority again, nobody is told of its new time. */
  async agreedOn(on: Queryable, changeIds: readonly string[]): Promise<ReadonlySet<string>> {
    const facts = await this.tickets.byIds(changeIds, on);
    return new Set(changeIds.filter((id) => TOLD_OF.has(facts.get(id)?.state ?? '')));
  }

  async shown(on: Queryable, now: Instant): Promise<PlannedOutage[]> {
    const rows = await on.query<Row>(
      `select c.ticket_id as "changeId", c.planned_from as "plannedFrom", c.planned_to as "plannedTo", c.actual_from as "actualFrom",
         c.actual_to as "actualTo", c.outage_minutes as "outageMinutes",
         array(select s.service_id from changes.affected_service s where s.change_id = c.ticket_id order by 1) as "serviceIds"
       from changes.change c
       where c.outage_minutes > 0 and c.planned_from is not null and tstzrange(c.planned_from, c.planned_to) && tstzrange($1, $2)
         and not exists (select 1 from changes.announcement a where a.change_id = c.ticket_id)
       order by c.planned_from limit 500`,
      [ts(plusSeconds(now, -SHOWN_AFTER_SECONDS - OVERRUN_SECONDS)), ts(plusSeconds(now, SHOWN_BEFORE_SECONDS))],
    );
    const facts = await this.tickets.byIds(
      rows.map(({ changeId }) => changeId),
      on,
    );
    return rows
      .flatMap((row) => {
        const ticket = facts.get(row.changeId);
        return ticket && !ticket.restricted && TOLD_OF.has(ticket.state) ? [outageOf(row, ticket, now)] : [];
      })
      .filter((outage) => isShown(outage, now));
  }
}

function outageOf(row: Row, { state, serviceId }: { state: string; serviceId: string | null }, now: Instant): PlannedOutage {
  const { changeId, plannedFrom, plannedTo, actualFrom, actualTo, outageMinutes } = row;
  // While the work lasts longer than planned it is not over; nobody knows yet when it will be.
  const overran = state === 'implementing' && plannedTo <= now;
  return {
    kind: 'planned_work',
    ...{ changeId, outageMinutes },
    serviceIds: [...new Set([...row.serviceIds, ...(serviceId === null ? [] : [serviceId])])],
    institutionIds: [],
    startsAt: actualFrom !== null && actualFrom < plannedFrom ? actualFrom : plannedFrom,
    expectedEndAt: overran ? plusSeconds(now, 1) : plannedTo,
    endedAt: actualTo,
  };
}
