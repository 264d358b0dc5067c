import { ts, type Tx } from '#platform';
import { type ImportedTicket, importTickets } from '#tickets';
import type { IncidentDetail } from '../domain/incident.js';

/** An incident taken in from another system, in the state that it has reached. Its events are the importer's to append. */
export type ImportedIncident = Omit<ImportedTicket, 'type' | 'prefix'> & Partial<IncidentDetail>;

/** Inserts many incidents, some thousands at a time, in two statements. Rows whose id is there already are passed over; answers how many were new. */
export async function importIncidents(tx: Tx, incidents: readonly ImportedIncident[]): Promise<number> {
  if (incidents.length === 0) return 0;
  const added = await importTickets(
    tx,
    incidents.map((incident) => ({ ...incident, type: 'incident', prefix: 'INC' })),
  );
  const rows = incidents.map((i) => ({
    id: i.id,
    major: i.major ?? false,
    security: i.security ?? false,
    holdSince: ts(i.holdSince),
    holdQuestion: i.holdQuestion ?? null,
    answerDueAt: ts(i.answerDueAt),
    breachReason: i.breachReason ?? null,
    holdUntil: ts(i.holdUntil),
    holdCount: i.holdCount ?? 0,
    resolutionCode: i.resolutionCode ?? null,
    resolutionText: i.resolutionText ?? null,
    closesAt: ts(i.closesAt),
    cancellationReason: i.cancellationReason ?? null,
  }));
  await tx.execute(
    `insert into incidents.incident (ticket_id, major, security, hold_since, hold_question, hold_until, hold_count, answer_due_at, resolution_code, resolution_text,
       breach_reason, closes_at, cancellation_reason)
     select r.id, r.major, r.security, r."holdSince", r."holdQuestion", r."holdUntil", r."holdCount", r."answerDueAt", r."resolutionCode",
       r."resolutionText", r."breachReason", r."closesAt", r."cancellationReason"
     from jsonb_to_recordset($1::jsonb) as r(id uuid, major boolean, security boolean, "holdSince" timestamptz, "holdQuestion" text,
       "holdUntil" timestamptz, "holdCount" int, "answerDueAt" timestamptz, "breachReason" text,
       "resolutionCode" text, "resolutionText" text, "closesAt" timestamptz, "cancellationReason" text)
     where not exists (select 1 from incidents.incident i where i.ticket_id = r.id)`,
    [JSON.stringify(rows)],
  );
  return added;
}
