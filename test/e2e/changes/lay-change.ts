import { randomUUID } from 'node:crypto';
import { demoItemId } from '#assets';
import { demoId } from '#identity';
import { type Instant, parseInstant } from '#kernel';
import { ts, type Tx } from '#platform';
import { importItemLinks, importTickets } from '#tickets';

/** A change in the calendar, laid past the use-cases: for tests of what others then find there. */
export interface LaidChange {
  readonly state?: string;
  readonly kind?: 'standard' | 'normal' | 'emergency';
  readonly title?: string;
  readonly description?: string;
  /** Codes of services, the main one first. */
  readonly services?: readonly string[];
  /** Tags. */
  readonly items?: readonly string[];
  /** A login. */
  readonly implementer?: string | null;
  readonly from: string;
  readonly to: string;
  readonly outageMinutes?: number;
  readonly restricted?: boolean;
}

const ENDED = ['closed', 'rejected', 'cancelled'];
const person = (login: string): string => demoId('person', login);

/** Answers its id. */
export async function layChange(tx: Tx, change: LaidChange): Promise<string> {
  const { state = 'scheduled', kind = 'normal', title = 'Servera atjaunināšana', services = [], items = [], implementer = null } = change;
  const { description = 'Atjaunina programmatūru.', outageMinutes = 30 } = change;
  const id = randomUUID();
  const by = person('andris');
  const at: Instant = tx.now;
  await importTickets(tx, [
    {
      ...{ id, prefix: 'CHG', type: 'change', title, description, state, holdReason: null, source: 'portal', origin: null },
      ...{ requesterId: by, affectedUserId: by, createdById: by, institutionId: demoId('institution', 'centre') },
      ...{ serviceId: services[0] ? demoId('service', services[0]) : null, groupId: demoId('group', 'network') },
      ...{ assigneeId: implementer === null ? null : person(implementer), impact: 3, urgency: 3, priority: 5 },
      ...{
        restricted: change.restricted ?? false,
        submittedAt: at,
        updatedAt: at,
        resolvedAt: null,
        closedAt: ENDED.includes(state) ? at : null,
      },
      ...{ resolverGroupId: null, resolverId: null, reopenCount: 0, hopCount: 0, duplicateOfId: null },
    },
  ]);
  await tx.execute(`insert into changes.change (ticket_id, kind, planned_from, planned_to, outage_minutes) values ($1, $2, $3, $4, $5)`, [
    ...[id, kind],
    ...[ts(parseInstant(change.from)), ts(parseInstant(change.to)), outageMinutes],
  ]);
  for (const code of services.slice(1))
    await tx.execute(`insert into changes.affected_service (change_id, service_id) values ($1, $2)`, [id, demoId('service', code)]);
  await importItemLinks(
    tx,
    items.map((tag) => ({ ticketId: id, itemId: demoItemId(tag) })),
  );
  return id;
}
