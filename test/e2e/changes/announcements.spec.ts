import { randomUUID } from 'node:crypto';
import { demoId } from '#identity';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';
import { eventually } from '../../support/eventually.js';
import { layChange } from './lay-change.js';

interface Shown {
  readonly id: string;
  readonly kind: string;
  readonly phase: string;
  readonly title: string;
  readonly text: string;
  readonly after: string | null;
  readonly updates: { text: string }[];
  readonly mine: boolean;
  readonly mayJoin: boolean;
  readonly matches: boolean;
}

interface Announced {
  readonly id: string;
  readonly revision: number;
  readonly phase: string;
  readonly incident: { number: string } | null;
  readonly affected: { institution: { id: string }; people: number }[];
  readonly people: number;
  readonly mayWrite: boolean;
}

let test: TestApp;
let cast: Cast;
let lead: ApiClient;
let changeManager: ApiClient;
let ilze: ApiClient;
let janis: ApiClient;

const code = (answer: { body: unknown }): unknown => (answer.body as { code?: string }).code;
const MAIL = demoId('service', 'MAIL');
const WORDS = {
  kind: 'disruption',
  titleLv: 'Nedarbojas e-pasts un kalendārs',
  titleEn: 'E-mail and calendar are down',
  textLv: 'Vēstules netiek sūtītas. Strādājam pie novēršanas.',
  textEn: 'Mail is not sent. We are working on it.',
  serviceIds: [MAIL],
};
const SECRET = 'Serveris mx-03 krita pēc Bērziņa kļūdas';

beforeAll(async () => {
  test = await startTestApp({ cast: true, worker: true });
  cast = await layCast(test);
  lead = await cast.signIn('rihards');
  changeManager = await cast.signIn('andris');
  ilze = await cast.signIn('ilze');
  janis = await cast.signIn('janis');
});

afterEach(longOver);
afterAll(() => test?.close());

/** An instant so many hours from now. */
const soon = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Whatever was announced has been over for more than a day. */
async function longOver(): Promise<void> {
  await test.app.get(Database).query(
    `update changes.announcement set starts_at = now() - interval '3 days', expected_end_at = null,
       ended_at = now() - interval '25 hours', after_lv = 'Novērsts.', after_en = 'Mended.'`,
  );
}

/** An incident of ilze's institution that was declared major. */
async function majorIncident(): Promise<{ id: string; number: string }> {
  const { body } = await ilze.post<{ id: string; number: string }>('/incidents', {
    title: SECRET,
    description: SECRET,
    serviceId: MAIL,
    impact: 3,
    urgency: 1,
  });
  const agent = await cast.signIn('elina');
  await agent.post(`/incidents/${body.id}/acceptance`);
  expect((await lead.post(`/incidents/${body.id}/major`, { major: true })).status).toBe(200);
  return body;
}

const watchersOf = async ({ id }: { id: string }): Promise<string[]> =>
  (await test.app.get(Database).query<{ id: string }>('select user_id as id from tickets.watcher where ticket_id = $1', [id])).map(
    (one) => one.id,
  );
const shownTo = async (client: ApiClient, query = ''): Promise<Shown[]> =>
  (await client.get<{ items: Shown[] }>(`/disruptions${query}`)).body.items;
const announced = async (terms: object = {}, by = changeManager): Promise<Announced> => {
  const answer = await by.post<Announced>('/announcements', { ...WORDS, ...terms });
  expect(answer.status).toBe(201);
  return answer.body;
};
const end = (id: string): Promise<unknown> => changeManager.post(`/announcements/${id}/ending`, { textLv: 'Novērsts.', textEn: 'Mended.' });

describe('An announcement', () => {
  it('is made of a declared major incident, once at a time, by the lead of its group', async () => {
    const { body } = await ilze.post<{ id: string }>('/incidents', { title: 'Lēni', description: 'Lēni', serviceId: MAIL });
    const early = await lead.post('/announcements', { ...WORDS, incident: body.id });
    expect([early.status, code(early)]).toEqual([409, 'changes.incident-not-major']);
    const incident = await majorIncident();
    await announced({ incident: incident.number }, lead);
    const twice = await lead.post('/announcements', { ...WORDS, incident: incident.id });
    expect([twice.status, code(twice)]).toEqual([409, 'changes.already-announced']);
  });

  it('without an incident is the change manager’s', async () => {
    const refused = await lead.post('/announcements', WORDS);
    expect([refused.status, code(refused)]).toEqual([403, 'changes.announcement-not-yours']);
    expect((await announced()).mayWrite).toBe(true);
  });

  it('is refused without both languages, without an audience, and where it seems to name somebody', async () => {
    const refused = async (terms: object): Promise<unknown[]> => {
      const answer = await changeManager.post<{ errors: { pointer: string }[] }>('/announcements', { ...WORDS, ...terms });
      return [answer.status, ...answer.body.errors.map(({ pointer }) => pointer)];
    };
    expect(await refused({ textEn: ' ' })).toEqual([422, '/textEn']);
    expect(await refused({ serviceIds: [] })).toEqual([422, '/serviceIds']);
    expect(await refused({ textLv: 'Zvaniet 010180-12345.' })).toEqual([422, '/textLv']);
    expect(await refused({ kind: 'planned_work' })).toEqual([422, '/expectedEndAt']);
  });

  it('is shown to the institutions it is for and to no other, and says nothing of the incident', async () => {
    const incident = await majorIncident();
    const all = await announced({ incident: incident.id });
    const some = await announced({ titleLv: 'Tikai vienai', institutionIds: [demoId('institution', 'order')] });
    expect((await shownTo(ilze)).map(({ id }) => id).sort()).toEqual([all.id, some.id].sort());
    const seen = await shownTo(janis);
    expect(seen.map(({ id }) => id)).toEqual([all.id]);
    expect(JSON.stringify(await shownTo(ilze))).not.toContain('mx-03');
    expect(JSON.stringify(seen)).not.toContain(incident.number);
    const joined = await janis.post(`/announcements/${some.id}/also-affected`);
    const nothing = await janis.post(`/announcements/${randomUUID()}/also-affected`);
    expect([joined.status, code(joined)]).toEqual([nothing.status, code(nothing)]);
  });

  it('is shown before, during and after, and its words may be changed until it is over', async () => {
    const work = await announced({ kind: 'planned_work', startsAt: soon(5), expectedEndAt: soon(7) });
    expect(await shownTo(ilze)).toMatchObject([{ id: work.id, phase: 'before', mayJoin: false }]);
    expect(code(await ilze.post(`/announcements/${work.id}/also-affected`))).toBe('changes.not-running');
    const stale = await changeManager.patch(`/announcements/${work.id}`, { startsAt: soon(-1) }, { 'if-match': '"7"' });
    expect(stale.status).toBe(412);
    expect((await changeManager.patch(`/announcements/${work.id}`, { startsAt: soon(-1) })).status).toBe(200);
    expect(await shownTo(ilze)).toMatchObject([{ phase: 'during' }]);
    await end(work.id);
    expect(await shownTo(ilze)).toMatchObject([{ phase: 'after', after: 'Novērsts.' }]);
    expect(code(await changeManager.patch(`/announcements/${work.id}`, {}))).toBe('changes.announcement-ended');
    await longOver();
    expect(await shownTo(ilze)).toEqual([]);
  });

  it('comes first where what is typed has a word of it, or the chosen service is its', async () => {
    const mail = await announced();
    await announced({ titleLv: 'Nedrukā', textLv: 'Printeri.', serviceIds: [demoId('service', 'PRINT')] });
    const order = async (query: string): Promise<unknown> =>
      (await shownTo(ilze, query)).map(({ id, matches }) => [id === mail.id, matches]);
    expect(await order(`?q=${encodeURIComponent('kalendārā nekā nav')}`)).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(await order(`?serviceId=${demoId('service', 'PRINT')}`)).toEqual([
      [false, true],
      [true, false],
    ]);
  });
});

describe('“I have this too”', () => {
  it('counts each person once by institution, files no incident, and lets read only what is one’s institution’s', async () => {
    const incident = await majorIncident();
    const { id } = await announced({ incident: incident.id });
    const before = await countIncidents();
    for (let again = 0; again < 2; again += 1) {
      const answer = await janis.post<Shown>(`/announcements/${id}/also-affected`);
      expect([answer.status, answer.body.mine, answer.body.mayJoin]).toEqual([200, true, false]);
    }
    const zane = await cast.signIn('zane');
    await zane.post(`/announcements/${id}/also-affected`);
    expect(await countIncidents()).toBe(before);
    const { body } = await changeManager.get<{ items: Announced[] }>(`/announcements?incident=${incident.id}`);
    expect(body.items[0]).toMatchObject({ people: 3 });
    expect(body.items[0]?.affected.map(({ institution, people }) => [institution.id, people])).toEqual([
      [demoId('institution', 'order'), 2],
      [demoId('institution', 'civil'), 1],
    ]);
    expect((await janis.get(`/tickets/${incident.id}`)).status).toBe(404);
    expect(await watchersOf(incident)).toEqual([demoId('person', 'zane')]);
    await end(id);
  });

  it('can be taken back, by whoever said it, as often as one likes', async () => {
    const incident = await majorIncident();
    const { id } = await announced({ incident: incident.id });
    const zane = await cast.signIn('zane');
    for (const person of [zane, janis]) await person.post(`/announcements/${id}/also-affected`);
    const people = async (): Promise<number> =>
      (await changeManager.get<{ items: Announced[] }>(`/announcements?incident=${incident.id}`)).body.items[0]!.people;
    expect(await people()).toBe(3);
    for (let again = 0; again < 2; again += 1) {
      const answer = await zane.delete<Shown>(`/announcements/${id}/also-affected`);
      expect([answer.status, answer.body.mine, answer.body.mayJoin]).toEqual([200, false, true]);
    }
    expect(await people()).toBe(2);
    expect(await watchersOf(incident)).toEqual([]);
    await janis.delete(`/announcements/${id}/also-affected`);
    await eventually(async () => {
      const { body } = await lead.get<{ proposedPriority: object | null }>(`/tickets/${incident.id}`);
      expect(body.proposedPriority).toBeNull();
    });
    await end(id);
    expect(code(await zane.delete(`/announcements/${id}/also-affected`))).toBe('changes.not-running');
  });

  it('tells everybody once of each piece of news, by notice and by mail in his own language', async () => {
    const { id } = await announced({ incident: (await majorIncident()).id });
    await janis.post(`/announcements/${id}/also-affected`);
    await changeManager.post(`/announcements/${id}/updates`, {
      textLv: 'Atjaunots puse pastkastīšu.',
      textEn: 'Half of the mailboxes are back.',
    });
    await end(id);
    for (const person of ['ilze', 'janis'])
      await eventually(async () => {
        const { body } = await (await cast.signIn(person)).get<{ items: { kind: string; text: string }[] }>('/notices');
        const told = body.items.filter(({ kind }) => kind.startsWith('announcement-'));
        expect(told.slice(0, 2).map(({ text }) => text)).toEqual([
          `Novērsts – ${WORDS.titleLv}: Novērsts.`,
          `${WORDS.titleLv}: Atjaunots puse pastkastīšu.`,
        ]);
      });
    const mails = await test.app.get(Database).query<{ login: string; n: number }>(
      `select u.login, count(*)::int as n from notifications.delivery d join identity.app_user u on u.id = d.user_id
       where d.dedupe_key like $1 group by 1 order by 1`,
      [`announcement:${id}:%`],
    );
    expect(mails).toEqual([
      { login: 'ilze', n: 2 },
      { login: 'janis', n: 2 },
    ]);
  });

  it('proposes the priority of the incident to those who work on it, who accept it by the change of priority', async () => {
    const incident = await majorIncident();
    const { id } = await announced({ incident: incident.id });
    await janis.post(`/announcements/${id}/also-affected`);
    await eventually(async () => {
      const { body } = await lead.get<{ proposedPriority: object | null }>(`/tickets/${incident.id}`);
      expect(body.proposedPriority).toEqual({ impact: 1, urgency: 1, priority: 1, people: 2, institutions: 2 });
    });
    expect((await ilze.get<{ proposedPriority: unknown }>(`/tickets/${incident.id}`)).body.proposedPriority).toBeNull();
    await lead.post(`/incidents/${incident.id}/priority`, { impact: 1, urgency: 1, reason: 'new_information' });
    const { body } = await lead.get<{ proposedPriority: unknown; priority: number }>(`/tickets/${incident.id}`);
    expect([body.priority, body.proposedPriority]).toEqual([1, null]);
    await end(id);
  });
});

describe('A scheduled change with an outage', () => {
  it('appears by itself to the institutions of its services, with nothing of the change', async () => {
    const work = { services: ['MAIL'], title: SECRET, description: SECRET, from: soon(2), to: soon(4) };
    const lay = (more: object = {}): Promise<string> => test.unitOfWork.run((tx) => layChange(tx, { ...work, ...more }));
    const id = await lay();
    await lay({ state: 'assessing' });
    await lay({ outageMinutes: 0 });
    await lay({ from: soon(20 * 24), to: soon(21 * 24) });
    const [shown, ...others] = await shownTo(ilze);
    expect(others).toEqual([]);
    expect(shown).toMatchObject({ id, kind: 'planned_work', phase: 'before', mayJoin: false });
    expect(shown?.title).toBe('Plānotie darbi: E-pasts un kalendārs');
    expect(JSON.stringify(shown)).not.toContain('mx-03');
    await test.app.get(Database).query(`update tickets.ticket set state = 'review' where id = $1`, [id]);
    await test.app
      .get(Database)
      .query(
        `update changes.change set planned_from = now() - interval '3 hours', planned_to = now() - interval '1 hour', actual_from = now() - interval '3 hours', actual_to = now() - interval '1 hour' where ticket_id = $1`,
        [id],
      );
    expect(await shownTo(ilze)).toMatchObject([{ id, phase: 'after', after: 'Darbi ir pabeigti.' }]);
  });
});

const countIncidents = async (): Promise<number> =>
  (await test.app.get(Database).query<{ n: number }>('select count(*)::int as n from tickets.ticket'))[0]?.n ?? 0;
