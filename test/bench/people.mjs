import { createHash, createHmac, randomBytes } from 'node:crypto';

/** Institutions, services, groups, agents and requesters of a load run (QUALITY: 20 institutions, 250 agents). */
export const POPULATION = { institutions: 20, services: 20, groups: 10, agents: 250, requesters: 2_000 };

/** Ids that the load's statements can compute themselves. */
const ID = (kind, n) => `overlay(overlay(md5('bench ${kind} ' || ${n}) placing '4' from 13) placing 'a' from 17)::uuid`;

/** Writes the people. Nobody has a password: the measured ones get a session. */
export async function writePeople(client) {
  const { institutions, services, groups, agents, requesters } = POPULATION;
  await client.query(`insert into identity.institution (id, name_lv, name_en, kind, active_from)
    select ${ID('institution', 'n')}, 'Iestāde ' || n, 'Institution ' || n, 'agency', '2020-01-01' from generate_series(1, ${institutions}) n`);
  await client.query(`insert into identity.support_group (id, name_lv, name_en, tier, calendar_code)
    select ${ID('group', 'n')}, 'Slodzes grupa ' || n, 'Load group ' || n, 2, 'lv-8x5' from generate_series(1, ${groups}) n`);
  const person = (kind, count) => `insert into identity.app_user (id, login, name, search_text, email, locale, institution_id)
    select ${ID(kind, 'n')}, '${kind}' || n, initcap('${kind}') || ' ' || n, '${kind} ' || n, '${kind}' || n || '@bench.example', 'lv', ${ID('institution', `1 + n % ${institutions}`)}
    from generate_series(1, ${count}) n`;
  await client.query(person('agent', agents));
  await client.query(person('requester', requesters));
  await client.query(
    `insert into identity.group_member (group_id, user_id) select ${ID('group', `1 + n % ${groups}`)}, ${ID('agent', 'n')} from generate_series(1, ${agents}) n`,
  );
  await client.query(
    `insert into identity.role_grant (id, user_id, role) select gen_random_uuid(), ${ID('agent', 'n')}, 'agent' from generate_series(1, ${agents}) n`,
  );
  await client.query(`insert into catalogue.service (id, code, name_lv, name_en, description_lv, description_en, owner_id, status, default_group_id)
    select ${ID('service', 'n')}, 'LOAD-' || n, 'Pakalpojums ' || n, 'Service ' || n, 'Slodzei', 'For load', ${ID('agent', '1')}, 'published', ${ID('group', `1 + n % ${groups}`)}
    from generate_series(1, ${services}) n`);
  await client.query(
    `insert into catalogue.service_offering (id, service_id, kind) select gen_random_uuid(), ${ID('service', 'n')}, 'incident' from generate_series(1, ${services}) n`,
  );
  await client.query(`insert into catalogue.subscription (id, service_id, institution_id, valid_from)
    select gen_random_uuid(), ${ID('service', 's')}, ${ID('institution', 'i')}, '2020-01-01' from generate_series(1, ${services}) s, generate_series(1, ${institutions}) i`);
}

/** Signs a person in without a password; answers the headers of his requests. */
export async function signIn(client, kind, n) {
  const secret = randomBytes(32).toString('base64url');
  await client.query(
    `insert into identity.session (id_hash, id, user_id, expires_at) select $1, gen_random_uuid(), ${ID(kind, n)}, now() + interval '12 hours'`,
    [createHash('sha256').update(secret).digest()],
  );
  return { cookie: `atbalsts=${secret}`, 'x-csrf-token': createHmac('sha256', secret).update('csrf').digest('base64url') };
}

export const idSql = ID;
