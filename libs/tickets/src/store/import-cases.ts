import type { Json } from '#kernel';
import type { Queryable, Tx } from '#platform';

/** A case of a foreign log that became a ticket here. */
export interface TakenCase {
  readonly caseNumber: string;
  readonly ticketId: string;
  /** Events of the log that the case had. */
  readonly events: number;
  /** What the importer wants to say of it in the end. */
  readonly facts: { readonly [key: string]: Json };
}

/** The cases of a log that have been taken in, by their number there, with the file that each came from. */
export async function takenCases(
  on: Queryable,
  origin: string,
): Promise<Map<string, { readonly events: number; readonly fileSha256: string }>> {
  const rows = await on.query<{ caseNumber: string; events: number; fileSha256: string }>(
    `select case_number as "caseNumber", events, file_sha256 as "fileSha256" from tickets.import_case where origin = $1`,
    [origin],
  );
  return new Map(rows.map(({ caseNumber, ...row }) => [caseNumber, row]));
}

/** Keeps that cases have been taken in, in the transaction that took them in. Fails where one was there already. */
export async function keepTakenCases(tx: Tx, origin: string, fileSha256: string, cases: readonly TakenCase[]): Promise<void> {
  await tx.execute(
    `insert into tickets.import_case (origin, case_number, ticket_id, file_sha256, events, facts)
     select $1, r."caseNumber", r."ticketId", $2, r.events, r.facts
     from jsonb_to_recordset($3::jsonb) as r("caseNumber" text, "ticketId" uuid, events int, facts jsonb)`,
    [origin, fileSha256, JSON.stringify(cases)],
  );
}

/** The facts of all cases of a log, for the report at the end of a run. */
export async function factsOfTakenCases<Facts>(
  on: Queryable,
  origin: string,
): Promise<(Pick<TakenCase, 'events'> & { readonly facts: Facts })[]> {
  return on.query(`select events, facts from tickets.import_case where origin = $1`, [origin]);
}
