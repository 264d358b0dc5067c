import { type Actor, importGroups, importInstitutions, importMembers, importPeople, stableId } from '#identity';
import { Database, type Tx } from '#platform';
import type { TestApp } from '../../support/app.js';

/** So many tickets, one in twenty open; more may be asked for, to look at the times too. */
export const TICKETS = Number(process.env['ATBALSTS_PLAN_TICKETS'] ?? 40_000);
/** Nobody's people, to be looked through. */
const PEOPLE = Number(process.env['ATBALSTS_PLAN_PEOPLE'] ?? 20_000);
const INSTITUTIONS = 20;
const GROUPS = 40;
export const AGENTS = 250;
const REQUESTERS = 2_000;

/** Of the one numbered so among its kind. */
export const id = (kind: string, at: number): string => stableId('plans', kind, String(at));
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

async function layOrganisation(tx: Tx): Promise<void> {
  const name = (kind: string, at: number): { id: string; nameLv: string; nameEn: string } => ({
    id: id(kind, at),
    nameLv: `${kind} ${at}`,
    nameEn: `${kind} ${at}`,
  });
  await importInstitutions(
    tx,
    many(INSTITUTIONS, (at) => ({ ...name('institution', at), kind: 'agency' as const, isClient: true, activeFrom: '2020-01-01' })),
  );
  await importGroups(
    tx,
    many(GROUPS, (at) => ({ ...name('group', at), tier: at === 0 ? 1 : 2, isUserSupport: at === 0, calendarCode: 'lv-8x5' })),
  );
  await importPeople(
    tx,
    many(AGENTS + REQUESTERS, (at) => ({
      id: id('person', at),
      name: `Person ${at}`,
      institutionId: id('institution', at % INSTITUTIONS),
    })),
  );
  await importMembers(
    tx,
    many(AGENTS, (at) => ({ groupId: id('group', at % GROUPS), userId: id('person', at) })),
  );
}

/** So many in one statement: a million would take longer than a statement may. */
const AT_ONCE = 50_000;

async function layTickets(tx: Tx): Promise<void> {
  for (let from = 1; from <= TICKETS; from += AT_ONCE) await layTicketsFrom(tx, from);
}

async function layTicketsFrom(tx: Tx, from: number): Promise<void> {
  await tx.execute(
    `insert into tickets.ticket (id, number, type, title, description, requester_id, affected_user_id, created_by_id, institution_id, group_id, assignee_id, category,
       impact, urgency, priority, state, due_at, source, submitted_at, updated_at, resolved_at, closed_at)
     select gen_random_uuid(), 'INC-2020-' || lpad(n::text, 7, '0'), 'incident', 'Pieteikums ' || md5(n::text) || case when n % 7 = 0 then ' printeris' else '' end, 'text',
       r.id, r.id, r.id, r.institution, g.id, case when n % 3 > 0 then a.id end, case when n % 3 = 0 then 'kind_' || (n / 20) % 10 when n % 997 = 0 then 'rare' end, 3, 2, 1 + n % 5,
       case when n % 20 = 0 then case when n % 3 > 0 then 'in_progress' else 'new' end else 'closed' end,
       case when n % 20 = 0 then now() + ((n % 2000) - 40) * interval '1 minute' end, case when n % 4999 = 0 then 'phone' else 'portal' end,
       now() - (n * interval '1 minute'), now() - (n * interval '1 minute'), null, case when n % 20 > 0 then now() end
     from generate_series($6::int, $1::int) n
     join lateral (select ($2::uuid[])[1 + n % ${REQUESTERS}] as id, ($3::uuid[])[1 + (n % ${REQUESTERS}) % ${INSTITUTIONS}] as institution) r on true
     join lateral (select ($4::uuid[])[1 + (n / 20) % ${GROUPS}] as id) g on true
     join lateral (select ($5::uuid[])[1 + (n / 20) % ${AGENTS}] as id) a on true`,
    [
      Math.min(TICKETS, from + AT_ONCE - 1),
      many(REQUESTERS, (at) => id('person', AGENTS + at)),
      many(INSTITUTIONS, (at) => id('institution', at)),
      many(GROUPS, (at) => id('group', at)),
      many(AGENTS, (at) => id('person', at)),
      from,
    ],
  );
}

async function layPeople(tx: Tx): Promise<void> {
  await tx.execute(
    `insert into identity.app_user (id, name, search_text, institution_id)
     select gen_random_uuid(), 'X' || n, ' x' || md5(n::text) || case when n % 5000 = 0 then ' zzkalnina zq' else ' ' || md5((n + 1)::text) end, $2::uuid from generate_series(1, $1) n`,
    [PEOPLE, id('institution', 0)],
  );
}

/** An organisation with so many tickets and people, as tables are after they have been in use for a while. */
export async function layManyTickets({ app, unitOfWork }: TestApp): Promise<void> {
  await unitOfWork.run(async (tx) => {
    await layOrganisation(tx);
    await layTickets(tx);
  });
  await unitOfWork.run(layPeople);
  for (const table of ['tickets.ticket', 'identity.app_user']) await app.get(Database).query(`vacuum analyze ${table}`);
}

const person = (roles: Actor['roles'], more: Partial<Actor>): Actor => {
  const grants = roles.map((role) => ({ role, scope: 'all' as const, scopeId: null }));
  return {
    id: id('person', 0),
    login: 'x',
    locale: 'lv',
    institutionId: id('institution', 0),
    roles,
    grants,
    groupIds: [],
    leadOfGroupIds: [],
    userSupport: false,
    ...more,
  };
};

/** Those who read the lists, each with the rights of his place. */
export const firstLine = person(['requester', 'agent'], { groupIds: [id('group', 0), id('group', 1)], userSupport: true });
export const secondLine = person(['requester', 'agent'], { id: id('person', 2), groupIds: [id('group', 2), id('group', 3)] });
export const requester = person(['requester'], { id: id('person', AGENTS + 7) });
export const coordinator = person(['requester', 'institution_coordinator'], {});
export const manager = person(['requester', 'manager'], {});
