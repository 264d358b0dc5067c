import type { Instant } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';

export interface AgentSighting {
  readonly itemId: string;
  /** ISO 8601; null where the agent is gone. */
  readonly seenAt: string | null;
}

/**
 * Writes down when agents were last heard of, in one statement. The items must be locked; their versions stay, since nobody edits what an agent
 * says, and whoever has an item open in a form is not put off by it every night.
 */
export async function noteSightings(tx: Tx, sightings: readonly AgentSighting[]): Promise<void> {
  if (sightings.length === 0) return;
  await tx.execute(
    `with r as (select * from jsonb_to_recordset($1::jsonb) as r("itemId" uuid, "seenAt" timestamptz)), sighted as (
       insert into assets.agent_sighting (item_id, seen_at, reported_at) select "itemId", "seenAt", $2 from r
     )
     update assets.configuration_item c set agent_seen_at = r."seenAt" from r where c.id = r."itemId"`,
    [JSON.stringify(sightings), ts(tx.now)],
  );
}

/** Adds what was told in the past, for a register that is laid with its history. */
export async function addPastSightings(tx: Tx, sightings: readonly (AgentSighting & { readonly reportedAt: string })[]): Promise<void> {
  await tx.execute(
    `insert into assets.agent_sighting (item_id, seen_at, reported_at)
     select "itemId", "seenAt", "reportedAt"
     from jsonb_to_recordset($1::jsonb) as r("itemId" uuid, "seenAt" timestamptz, "reportedAt" timestamptz)`,
    [JSON.stringify(sightings)],
  );
}

/** The instant at which a day (`YYYY-MM-DD`) of Riga ends, or now where it has not ended yet or none is named. */
export async function endOfDay(on: Queryable, day: string | undefined) {
  const [row] = await on.query<{ at: Instant; day: string; now: Instant }>(
    `select least(coalesce(($1::date + 1)::timestamp at time zone 'Europe/Riga', now()), now()) as at, now() as now,
       coalesce($1::date, (now() at time zone 'Europe/Riga')::date) as day`,
    [day ?? null],
  );
  return row!;
}
