import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { notFound, plusSeconds } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import {
  insertTicketSql,
  lockTicket,
  lockTicketForSystem,
  type NewTicket,
  Params,
  saveTicket,
  type TicketRecord,
  type TicketStanding,
  type TicketTarget,
} from '#tickets';
import { Incident, type IncidentDetail } from '../domain/incident.js';
import { UPDATE_SECONDS } from '../domain/urgent-incident.js';

const DETAIL_COLUMNS = `i.major, i.security, i.hold_since as "holdSince", i.hold_question as "holdQuestion", i.hold_until as "holdUntil",
  i.hold_agreed as "holdAgreed", i.hold_count as "holdCount", i.answer_due_at as "answerDueAt", i.reminder_due_at as "reminderDueAt",
  i.reminder_count as "reminderCount", i.resolution_code as "resolutionCode",
  i.resolution_text as "resolutionText", i.breach_reason as "breachReason", i.closes_at as "closesAt", i.cancellation_reason as "cancellationReason",
  i.aware_at as "awareAt", i.warning_sent_at as "warningSentAt", i.notification_sent_at as "notificationSentAt",
  i.final_report_sent_at as "finalReportSentAt", i.major_proposed_at as "majorProposedAt", i.major_decided_at as "majorDecidedAt",
  i.update_due_at as "updateDueAt", i.affected_people as "affectedPeople", i.affected_institutions as "affectedInstitutions"`;

const DETAIL_FIELDS = [
  'major',
  'security',
  'holdSince',
  'holdQuestion',
  'holdUntil',
  'holdAgreed',
  'holdCount',
  'answerDueAt',
  'reminderDueAt',
  'reminderCount',
  'resolutionCode',
  'resolutionText',
  'breachReason',
  'closesAt',
  'cancellationReason',
  'awareAt',
  'warningSentAt',
  'notificationSentAt',
  'finalReportSentAt',
  'majorProposedAt',
  'majorDecidedAt',
  'updateDueAt',
] as const satisfies readonly (keyof IncidentDetail)[];

/** An incident under lock, with what the actor is to it. */
export interface AffectedNow {
  readonly people: number;
  readonly institutions: number;
  /** The event that says so: an older one changes nothing any more. */
  readonly eventId: number;
}

export interface LockedIncident {
  readonly incident: Incident;
  readonly standing: TicketStanding;
}

/** Reads and writes incidents: their detail row here, the shared row through `#tickets`. */
@Injectable()
export class IncidentStore {
  private readonly before = new WeakMap<Incident, { readonly ticket: TicketRecord; readonly detail: IncidentDetail }>();

  /**
   * Locks an incident that the actor may see, by id or number (`key`), and holds `ifMatch` against its version.
   * Throws `tickets.not-found` where there is none, or none for him; `platform.version-mismatch` (412).
   */
  async lock(tx: Tx, actor: Actor, target: TicketTarget): Promise<LockedIncident> {
    const { ticket, standing } = await lockTicket(tx, actor, 'incident', target);
    return { incident: await this.wake(tx, ticket), standing };
  }

  /** Locks an incident for the system itself; undefined where there is none. */
  async lockForSystem(tx: Tx, id: string): Promise<Incident | undefined> {
    const ticket = await lockTicketForSystem(tx, 'incident', id);
    return ticket && this.wake(tx, ticket);
  }

  /** The detail of one incident, for reading. */
  async detailOf(on: Queryable, id: string): Promise<IncidentDetail | undefined> {
    const [row] = await on.query<IncidentDetail>(`select ${DETAIL_COLUMNS} from incidents.incident i where i.ticket_id = $1`, [id]);
    return row;
  }

  /** Inserts ticket and incident in one statement; a P1 proposes a major incident at once. Answers the number. */
  async add(tx: Tx, ticket: NewTicket, detail: { readonly backdatingReason: string | null }): Promise<string> {
    const params = new Params();
    const insert = insertTicketSql(ticket, params);
    const proposedAt = ticket.priority === 1 ? tx.now : null;
    const updateDueAt = ticket.priority === 1 ? plusSeconds(tx.now, UPDATE_SECONDS) : null;
    const [row] = await tx.query<{ number: string }>(
      `with filed as (${insert}), detailed as (
         insert into incidents.incident (ticket_id, backdating_reason, major_proposed_at, update_due_at)
         select id, ${params.add(detail.backdatingReason)}::text, ${params.add(ts(proposedAt))}::timestamptz, ${params.add(ts(updateDueAt))}::timestamptz
         from filed
       ) select number from filed`,
      params.values,
      'incidents.file',
    );
    return row!.number;
  }

  /** Somebody has told how a P1 stands: the next reminder is due half an hour later. */
  async updated(tx: Tx, id: string): Promise<void> {
    await tx.execute(`update incidents.incident set update_due_at = $2 where ticket_id = $1 and update_due_at is not null`, [
      id,
      ts(plusSeconds(tx.now, UPDATE_SECONDS)),
    ]);
  }

  /** People join and never leave: of two counts that overtook each other the greater is the later one. */
  async countAffected(tx: Tx, id: string, { people, institutions, eventId }: AffectedNow): Promise<void> {
    await tx.execute(
      `update incidents.incident set affected_people = $2, affected_institutions = $3, affected_event = $4
       where ticket_id = $1 and affected_event < $4`,
      [id, people, institutions, eventId],
    );
  }

  /** Writes what has changed and appends the incident's events, in this transaction. */
  async save(tx: Tx, incident: Incident): Promise<TicketRecord> {
    const before = this.before.get(incident);
    if (!before) throw new Error('an incident is saved that was not locked');
    const ticket = await saveTicket(tx, incident.ticket, before.ticket, tx.now);
    await this.saveDetail(tx, incident, before.detail);
    await tx.append(...incident.events.splice(0));
    return ticket;
  }

  private async saveDetail(tx: Tx, { id, detail }: Incident, before: IncidentDetail): Promise<void> {
    const changed = DETAIL_FIELDS.filter((field) => detail[field] !== before[field]);
    if (changed.length === 0) return;
    const params = new Params([id]);
    const set = changed.map(
      (field) =>
        `${snake(field)} = ${params.add(field.endsWith('At') || INSTANTS.has(field) ? ts(detail[field] as never) : detail[field])}`,
    );
    await tx.execute(`update incidents.incident set ${set.join(', ')} where ticket_id = $1`, params.values);
  }

  /** The ticket's lock covers the detail: nobody writes it without. */
  private async wake(tx: Tx, ticket: TicketRecord): Promise<Incident> {
    const detail = await this.detailOf(tx, ticket.id);
    if (!detail) throw notFound('tickets');
    const incident = new Incident({ ...ticket }, { ...detail });
    this.before.set(incident, { ticket, detail });
    return incident;
  }
}

const INSTANTS: ReadonlySet<string> = new Set(['holdSince', 'holdUntil']);

function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
