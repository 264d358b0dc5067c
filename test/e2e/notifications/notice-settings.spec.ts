import { KeepAbsences } from '#identity';
import { GatherDigests } from '#notifications';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { eventually } from '../../support/eventually.js';

interface Settings {
  readonly topics: readonly {
    readonly topic: string;
    readonly bell: boolean;
    readonly mail: boolean;
    readonly bellChoice: string;
    readonly mailChoice: string;
  }[];
  readonly quietHours: object | null;
  readonly urgentAtOnce: boolean;
  readonly digestHour: number | null;
  readonly email: string | null;
}

interface Delivery {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly subject: string;
  readonly text: string;
  readonly wait: number | null;
}

const PATH = '/me/notice-settings';
const PLAIN = { topics: [], quietHours: null, urgentAtOnce: true, digestHour: null };

let test: TestApp;
let cast: Cast;

beforeAll(async () => {
  test = await startTestApp({ cast: true, worker: true });
  cast = await layCast(test);
});

afterAll(() => test?.close());

const query = <Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> => test.app.get(Database).query<Row>(sql, params);

async function decide(login: string, body: object): Promise<Settings> {
  const answer = await (await cast.signIn(login)).put<Settings>(PATH, { ...PLAIN, ...body });
  expect(answer.status).toBe(200);
  return answer.body;
}

const topic = (settings: Settings, name: string) => settings.topics.find((one) => one.topic === name);

const mailsTo = (login: string): Promise<Delivery[]> =>
  query<Delivery>(
    `select d.id, d.kind, d.state, d.subject, d.body_text as text, extract(epoch from d.next_attempt_at - clock_timestamp())::float8 as wait
     from notifications.delivery d join identity.app_user u on u.id = d.user_id where u.login = $1 order by d.created_at, d.id`,
    [login],
  );

const bellOf = async (login: string): Promise<string[]> =>
  (await (await cast.signIn(login)).get<{ items: { kind: string; text: string }[] }>('/notices')).body.items.map(({ kind }) => kind);

/** Ilze's ticket, taken by Elīna. */
async function file(title: string): Promise<string> {
  const { body } = await (await cast.signIn('ilze')).post<{ id: string }>('/incidents', { title, description: 'Apraksts.' });
  await (await cast.signIn('elina')).post(`/incidents/${body.id}/acceptance`, {});
  return body.id;
}

async function reply(ticketId: string, text: string): Promise<void> {
  const answer = await (await cast.signIn('elina')).post(`/tickets/${ticketId}/comments`, { body: text, visibility: 'public' });
  expect(answer.status).toBe(201);
}

describe('what one is told', () => {
  it('is shown as far as one may come to hear of it', async () => {
    const { topics, email } = (await (await cast.signIn('ilze')).get<Settings>(PATH)).body;
    expect(email).toContain('@');
    expect(topics.map((one) => one.topic)).toEqual(
      expect.arrayContaining(['own-tickets', 'questions', 'rating', 'announcements', 'account']),
    );
    expect(topics.some((one) => one.topic === 'breaches' || one.topic === 'roles')).toBe(false);
    const desk = (await (await cast.signIn('elina')).get<Settings>(PATH)).body;
    expect(topic(desk, 'breaches')).toMatchObject({ bell: true, bellChoice: 'always', mail: false, mailChoice: 'choosable' });
  });

  it('is kept for oneself, and refused where it cannot be switched off', async () => {
    const kept = await decide('rihards', {
      topics: [{ topic: 'assigned', bell: false, mail: true }],
      ...{ quietHours: { from: 21, to: 6, daysOff: true }, digestHour: 9 },
    });
    expect(topic(kept, 'assigned')).toMatchObject({ bell: false, mail: true });
    expect(kept).toMatchObject({ quietHours: { from: 21, to: 6, daysOff: true }, digestHour: 9 });
    expect(topic((await (await cast.signIn('elina')).get<Settings>(PATH)).body, 'assigned')).toMatchObject({ bell: true, mail: false });
    const rihards = await cast.signIn('rihards');
    const refused = await rihards.put(PATH, { ...PLAIN, topics: [{ topic: 'breaches', bell: false, mail: false }] });
    expect(refused).toMatchObject({ status: 422, body: { code: 'notifications.obligatory', errors: [{ pointer: '/topics/0/bell' }] } });
    const empty = await rihards.put(PATH, { ...PLAIN, quietHours: { from: 7, to: 7, daysOff: false } });
    expect(empty).toMatchObject({ status: 422, body: { code: 'notifications.quiet-hours-empty' } });
    await decide('rihards', { topics: [{ topic: 'assigned', bell: true, mail: false }] });
  });

  it('comes by no way that was switched off, and by mail in the words of the bell where that is wished', async () => {
    await decide('ilze', { topics: [{ topic: 'own-tickets', bell: false, mail: false }] });
    await decide('elina', { topics: [{ topic: 'assigned', bell: true, mail: true }] });
    const ticket = await file('Nestrādā skeneris');
    await reply(ticket, 'Skatāmies.');
    await (await cast.signIn('ilze')).post(`/tickets/${ticket}/comments`, { body: 'Paldies', visibility: 'public' });
    await eventually(async () => expect((await mailsTo('elina')).map(({ kind }) => kind)).toContain('requester-replied'));
    const mail = (await mailsTo('elina')).find(({ kind }) => kind === 'requester-replied')!;
    expect(mail.subject).toMatch(/^Pieteicējs atbildējis pieteikumā INC-.* – Nestrādā skeneris$/);
    expect(mail.text).toContain('/desk/tickets/INC-');
    expect(mail.text).toContain('/profile#notices');
    expect(await mailsTo('ilze')).toEqual([]);
    expect(await bellOf('ilze')).toEqual([]);
    await decide('elina', { topics: [{ topic: 'assigned', bell: true, mail: false }] });
    await decide('ilze', { topics: [{ topic: 'own-tickets', bell: true, mail: true }] });
  });
});

describe('one mail a day', () => {
  it('holds mails back, brings them together once, and never those that cannot wait', async () => {
    await decide('ilze', { digestHour: 8 });
    const ticket = await file('Nestrādā pele');
    await reply(ticket, 'Pirmā atbilde.');
    await reply(ticket, 'Otrā atbilde.');
    await (await cast.signIn('elina')).post(`/incidents/${ticket}/hold`, { reason: 'awaiting_requester', question: 'Kura pele?' });
    await eventually(async () => {
      const states = (await mailsTo('ilze')).map(({ kind, state }) => `${kind} ${state}`);
      expect(states.sort()).toEqual(['question held', 'received mailbox', 'reply held', 'reply held']);
    });
    await query(`update notifications.delivery set next_attempt_at = now() where state = 'held'`);
    await Promise.all([test.app.get(GatherDigests).execute(), test.app.get(GatherDigests).execute()]);
    const digests = (await mailsTo('ilze')).filter(({ kind }) => kind === 'digest');
    expect(digests).toHaveLength(1);
    expect(digests[0]).toMatchObject({ subject: 'Kopsavilkums: jaunas ziņas (3)', state: 'mailbox' });
    expect(digests[0]!.text.match(/\/tickets\/INC-/g)).toHaveLength(3);
    expect((await mailsTo('ilze')).filter(({ state }) => state === 'gathered')).toHaveLength(3);
    await test.app.get(GatherDigests).execute();
    expect((await mailsTo('ilze')).filter(({ kind }) => kind === 'digest')).toHaveLength(1);
  });

  it('lets go of what was held back as soon as nobody wants it held', async () => {
    const ticket = await file('Nestrādā tālrunis');
    await reply(ticket, 'Atbilde.');
    await eventually(async () => expect((await mailsTo('ilze')).filter(({ state }) => state === 'held')).toHaveLength(1));
    await decide('ilze', {});
    expect((await mailsTo('ilze')).find(({ state }) => state === 'held')!.wait).toBeLessThanOrEqual(0);
    await test.app.get(GatherDigests).execute();
    expect((await mailsTo('ilze')).filter(({ kind }) => kind === 'digest')).toHaveLength(2);
  });
});

describe('a role that waits for a second person', () => {
  it('rings the bell of managers and writes to them, and tells whoever asked what became of it', async () => {
    const admin = await cast.signIn('admin');
    const [ilze] = await query<{ id: string }>(`select id from identity.app_user where login = 'ilze'`);
    const grant = { role: 'auditor', scope: 'all', reason: 'Gada revīzija' };
    const asked = await admin.post(`/organisation/people/${ilze!.id}/roles`, grant);
    expect(asked.status).toBeLessThan(300);
    await eventually(async () => expect(await bellOf('dace')).toContain('role-asked'));
    const mail = (await mailsTo('dace')).find(({ kind }) => kind === 'role-asked')!;
    expect(mail.subject).toMatch(/^Jūsu apstiprinājumu gaida loma „auditors”: /);
    expect(mail.text).toContain('/admin/requests');
    const dace = await cast.signIn('dace');
    const { items } = (await dace.get<{ items: { id: string }[] }>('/organisation/grant-requests?state=pending')).body;
    await dace.post(`/organisation/grant-requests/${items[0]!.id}/refusal`, { reason: 'Revīzija ir nākamgad' });
    await eventually(async () => expect(await bellOf('admin')).toContain('role-refused'));
    expect((await mailsTo('admin')).find(({ kind }) => kind === 'role-refused')!.subject).toContain('Revīzija ir nākamgad');
  });
});

describe('a member of a group who goes away', () => {
  it('is told of to its lead where open work stays behind, once, by bell and by mail where he wishes that', async () => {
    await decide('rihards', { topics: [{ topic: 'group', bell: true, mail: true }] });
    await file('Nestrādā ekrāns');
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' }).format(new Date());
    for (const login of ['elina', 'gints']) {
      const away = { firstDay: today, lastDay: today, delegateId: null };
      expect((await (await cast.signIn(login)).post('/me/absences', away)).status).toBe(201);
    }
    const absences = test.app.get(KeepAbsences, { strict: false });
    expect((await Promise.all([absences.beginThoseDue(), absences.beginThoseDue()])).sort()).toEqual([0, 2]);
    await eventually(async () => expect((await bellOf('rihards')).filter((kind) => kind === 'member-away')).toHaveLength(1));
    const mails = (await mailsTo('rihards')).filter(({ kind }) => kind === 'member-away');
    expect(mails.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Elīna Bērziņa ir prombūtnē līdz .+; nenodoti atvērti darbi: \d+$/),
    ]);
    expect(mails[0]!.text).toContain('/desk/handover');
  });
});
