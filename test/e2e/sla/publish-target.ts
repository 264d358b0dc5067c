import { randomUUID } from 'node:crypto';
import type { Desk } from '../incidents/desk.js';

export interface ExtraTarget {
  readonly priority: number;
  readonly seconds: number;
  readonly party?: string;
  readonly service?: string;
  readonly steps?: readonly object[];
}

/** Publishes the general policy anew with one target more, round the clock; what is published already never changes. */
export async function publishTarget(
  desk: Pick<Desk, 'sql'>,
  kind: string,
  { priority, seconds, party, service, steps = [] }: ExtraTarget,
): Promise<void> {
  const id = randomUUID();
  const columns =
    'ticket_type, priority, kind, service_id, institution_id, party_id, seconds, calendar_id, pause_reasons, thresholds, steps';
  const [before] = await desk.sql<{ id: string }>(
    `select v.id from sla.policy_version v join sla.policy p on p.id = v.policy_id
     where p.code = 'default' and v.valid_from <= clock_timestamp() order by v.valid_from desc, v.version desc limit 1`,
  );
  await desk.sql(
    `insert into sla.policy_version (id, policy_id, version, mid_flight_rule, state)
     select $1, policy_id, version + 1, mid_flight_rule, 'draft' from sla.policy_version where id = $2`,
    [id, before!.id],
  );
  await desk.sql(
    `insert into sla.target (id, policy_version_id, ${columns}) select gen_random_uuid(), $1, ${columns} from sla.target where policy_version_id = $2`,
    [id, before!.id],
  );
  await desk.sql(
    `insert into sla.target (id, policy_version_id, ${columns})
     select gen_random_uuid(), $1, 'incident', $2, $3, $4, null, $5, $6, c.id, '{awaiting_requester}', '{50,75,90,100}', $7::jsonb
     from calendars.calendar c where c.code = '24x7'`,
    [id, priority, kind, service ?? null, party ?? null, seconds, JSON.stringify(steps)],
  );
  await desk.sql(`update sla.policy_version set state = 'published', valid_from = clock_timestamp() where id = $1`, [id]);
}
