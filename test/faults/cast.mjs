import { randomUUID } from 'node:crypto';
import { idSql, signIn } from '../bench/people.mjs';

export const REQUESTERS = 8;
export const AGENTS = 6;

/** Seconds of response and resolution by priority. They are short, so that every fault meets clocks that fall due. */
const PROMISES = [
  { priority: 1, response: 6, resolution: 14, calendar: '24x7' },
  { priority: 2, response: 10, resolution: 25, calendar: '24x7' },
  { priority: 3, response: 8, resolution: 20, calendar: 'odd-minutes' },
  { priority: 4, response: 20, resolution: 45, calendar: '24x7' },
  { priority: 5, response: 15, resolution: 40, calendar: 'odd-minutes' },
];

/** Tickets of this service are all due at one instant: their promise is long enough to lie under an hour back. */
export const SURGE_SECONDS = 3_000;

const PEOPLE = [
  `insert into identity.institution (id, name_lv, name_en, kind, active_from) select ${idSql('institution', 'n')}, 'Iestāde ' || n, 'Institution ' || n, 'agency', '2020-01-01' from generate_series(1, 2) n`,
  `insert into identity.app_user (id, login, name, search_text, email, locale, institution_id)
   select ${idSql('agent', 'n')}, 'agent' || n, 'Agent ' || n, 'agent ' || n, 'agent' || n || '@faults.example', 'lv', ${idSql('institution', '1')} from generate_series(1, ${AGENTS}) n`,
  `insert into identity.app_user (id, login, name, search_text, email, locale, institution_id)
   select ${idSql('requester', 'n')}, 'requester' || n, 'Requester ' || n, 'requester ' || n, 'requester' || n || '@faults.example', 'lv', ${idSql('institution', '1 + n % 2')}
   from generate_series(1, ${REQUESTERS}) n`,
  `insert into identity.support_group (id, name_lv, name_en, tier, calendar_code, lead_id)
   select ${idSql('group', 'n')}, 'Grupa ' || n, 'Group ' || n, 1, 'lv-8x5', ${idSql('agent', 'n')} from generate_series(1, 2) n`,
  `insert into identity.group_member (group_id, user_id) select ${idSql('group', 'g')}, ${idSql('agent', 'n')} from generate_series(1, 2) g, generate_series(1, ${AGENTS}) n`,
  `insert into identity.role_grant (id, user_id, role) select gen_random_uuid(), ${idSql('agent', 'n')}, 'agent' from generate_series(1, ${AGENTS}) n`,
  `insert into catalogue.service (id, code, name_lv, name_en, description_lv, description_en, owner_id, status, default_group_id)
   select ${idSql('service', 'n')}, 'FAULT-' || n, 'Pakalpojums ' || n, 'Service ' || n, 'Pārbaudei', 'For faults', ${idSql('agent', '1')}, 'published', ${idSql('group', '1 + n % 2')} from generate_series(1, 3) n`,
  `insert into catalogue.service_offering (id, service_id, kind) select gen_random_uuid(), ${idSql('service', 'n')}, 'incident' from generate_series(1, 3) n`,
  `insert into catalogue.subscription (id, service_id, institution_id, valid_from)
   select gen_random_uuid(), ${idSql('service', 's')}, ${idSql('institution', 'i')}, '2020-01-01' from generate_series(1, 3) s, generate_series(1, 2) i`,
];

/** Every other minute is a break: two thousand lunch breaks a week, so that a run of minutes meets the edges of windows. */
function oddMinutes() {
  const two = (n) => String(n).padStart(2, '0');
  const at = (minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  const windows = Array.from({ length: 720 }, (_, n) => [at(2 * n), at(2 * n + 1)]);
  return Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, windows]));
}

/** A row like another one but for these columns, whatever columns later versions of the table have. */
const copyRow = (table, where) =>
  `insert into ${table} select (jsonb_populate_record(t, $1::jsonb)).* from ${table} t where ${where} limit 1`;

async function layCalendar(client) {
  const [calendarId, versionId] = [randomUUID(), randomUUID()];
  await client.query(copyRow('calendars.calendar', `code = '24x7'`), [{ id: calendarId, code: 'odd-minutes' }]);
  await client.query(copyRow('calendars.calendar_version', `calendar_id = (select id from calendars.calendar where code = '24x7')`), [
    { id: versionId, calendar_id: calendarId, version: 1, weekly: oddMinutes(), exceptions: [] },
  ]);
}

async function layPromises(client) {
  for (const { priority, calendar, ...seconds } of PROMISES) {
    await client.query(
      `update sla.target set seconds = case kind when 'response' then $2::int else $3::int end, calendar_id = (select id from calendars.calendar where code = $4)
       where priority = $1 and kind in ('response', 'resolution')`,
      [priority, seconds.response, seconds.resolution, calendar],
    );
  }
  const { rows } = await client.query(
    `select ${idSql('service', '3')} as id, (select id from calendars.calendar where code = '24x7') as calendar`,
  );
  for (const [kind, seconds] of [
    ['response', 86_400],
    ['resolution', SURGE_SECONDS],
  ]) {
    const like = { id: randomUUID(), service_id: rows[0].id, seconds, calendar_id: rows[0].calendar, thresholds: '{100}' };
    await client.query(copyRow('sla.target', `priority = 2 and kind = '${kind}' and service_id is null`), [like]);
  }
}

/**
 * Lays people, services, a calendar of breaks and short promises into the database. The published policy is changed in place, past its
 * own guards, since it is the policy of a database that nobody has worked with yet.
 * @param {import('pg').Client} client superuser
 */
export async function layCast(client) {
  await client.query(`set session_replication_role = replica`);
  for (const statement of PEOPLE) await client.query(statement);
  await layCalendar(client);
  await layPromises(client);
  await client.query(`set session_replication_role = origin`);
  const people = { requesters: [], agents: [], services: [] };
  const idOf = async (kind, n) => (await client.query(`select ${idSql(kind, String(n))} as id`)).rows[0].id;
  for (let n = 1; n <= REQUESTERS; n += 1)
    people.requesters.push({ id: await idOf('requester', n), headers: await signIn(client, 'requester', n) });
  for (let n = 1; n <= AGENTS; n += 1) people.agents.push({ id: await idOf('agent', n), headers: await signIn(client, 'agent', n) });
  for (let n = 1; n <= 3; n += 1) people.services.push(await idOf('service', n));
  return people;
}
