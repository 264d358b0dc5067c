import { demoId } from '#identity';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { helped, type RatingBody, type RatingPageBody, resolve } from './rated-help.js';

let test: TestApp;
let cast: Cast;

beforeAll(async () => {
  test = await startTestApp({ cast: true });
  cast = await layCast(test);
});

afterAll(() => test?.close());

async function pageOf(login: string, ticketId: string): Promise<RatingPageBody> {
  return (await (await cast.signIn(login)).get<RatingPageBody>(`/tickets/${ticketId}/rating`)).body;
}

async function rate(login: string, ticketId: string, body: object): Promise<{ status: number; body: RatingBody }> {
  return (await cast.signIn(login)).post<RatingBody>(`/tickets/${ticketId}/rating`, body);
}

describe('a rating in the portal', () => {
  it('is one click of the requester, and a word of why may follow', async () => {
    const ticket = await helped(cast);
    expect(await pageOf('ilze', ticket)).toMatchObject({ rating: null, canRate: true, history: [] });
    const given = await rate('ilze', ticket, { value: 'good' });
    expect([given.status, given.body.value, given.body.channel, given.body.mayReopen]).toEqual([201, 'good', 'portal', false]);
    const ilze = await cast.signIn('ilze');
    const worded = await ilze.put<RatingBody>(`/tickets/${ticket}/rating`, { value: 'good', comment: 'Ļoti ātri.' });
    expect([worded.status, worded.body.comment]).toEqual([200, 'Ļoti ātri.']);
  });

  it('can be changed within 72 hours, with its history', async () => {
    const ticket = await helped(cast);
    await rate('ilze', ticket, { value: 'good', comment: 'Paldies!' });
    expect((await rate('ilze', ticket, { value: 'bad' })).body).toMatchObject({
      value: 'bad',
      comment: 'Paldies!',
      mayReopen: true,
      mayFollowUp: false,
    });
    expect((await pageOf('ilze', ticket)).history.map((entry) => entry.value)).toEqual(['good', 'bad']);
    await test.app
      .get(Database)
      .query(`update ratings.rating set rated_at = rated_at - interval '73 hours' where ticket_id = $1`, [ticket]);
    const late = await rate('ilze', ticket, { value: 'good' });
    expect([late.status, late.body.code]).toEqual([409, 'ratings.change-window-closed']);
    expect(await pageOf('ilze', ticket)).toMatchObject({ canRate: false, rating: { value: 'bad' } });
  });

  it('is refused before the resolution and 30 days after it', async () => {
    const ilze = await cast.signIn('ilze');
    const { body } = await ilze.post<{ id: string }>('/incidents', {
      title: 'Vēl nav atrisināts',
      description: '…',
      serviceId: demoId('service', 'EID'),
    });
    expect((await rate('ilze', body.id, { value: 'good' })).body.code).toBe('ratings.not-resolved');
    const ticket = await helped(cast);
    await test.app.get(Database).query(`update tickets.ticket set resolved_at = resolved_at - interval '30 days' where id = $1`, [ticket]);
    const late = await rate('ilze', ticket, { value: 'good' });
    expect([late.status, late.body.code]).toEqual([409, 'ratings.window-closed']);
    expect((await pageOf('ilze', ticket)).canRate).toBe(false);
  });

  it('is refused to whoever did the work, and to his group', async () => {
    for (const requester of ['elina', 'rihards']) {
      const ticket = await helped(cast, requester);
      const refused = await rate(requester, ticket, { value: 'good' });
      expect([refused.status, refused.body.code]).toEqual([403, 'ratings.own-work']);
      expect((await pageOf(requester, ticket)).canRate).toBe(false);
    }
  });

  it('is for the people of the ticket: staff is refused, and another institution does not find it', async () => {
    const ticket = await helped(cast);
    const staff = await rate('dace', ticket, { value: 'good' });
    expect([staff.status, staff.body.code]).toEqual([403, 'ratings.not-the-requester']);
    const stranger = await rate('janis', ticket, { value: 'good' });
    expect(stranger.status).toBe(404);
    expect((await (await cast.signIn('janis')).get(`/tickets/${ticket}/rating`)).status).toBe(404);
    expect((await rate('inga', ticket, { value: 'good' })).status).toBe(403);
  });

  it('may be given by the affected user where a colleague filed for him, once for both', async () => {
    const ticket = await helped(cast, 'elina', { affectedUserId: demoId('person', 'ilze'), source: 'phone' });
    expect((await rate('ilze', ticket, { value: 'satisfactory' })).status).toBe(201);
    expect((await pageOf('elina', ticket)).canRate).toBe(false);
  });

  it('begins anew with a reopening; what was said before stays in the history', async () => {
    const ticket = await helped(cast);
    await rate('ilze', ticket, { value: 'bad', comment: 'Nestrādā.' });
    const ilze = await cast.signIn('ilze');
    expect((await ilze.post(`/incidents/${ticket}/reopening`, { reason: 'Joprojām nestrādā.' })).status).toBeLessThan(300);
    expect(await pageOf('ilze', ticket)).toMatchObject({ rating: null, canRate: false, history: [{ cycle: 1, value: 'bad' }] });
    await resolve(cast, ticket);
    expect((await rate('ilze', ticket, { value: 'good' })).status).toBe(201);
    expect((await pageOf('ilze', ticket)).history.map((entry) => [entry.cycle, entry.value])).toEqual([
      [1, 'bad'],
      [2, 'good'],
    ]);
  });

  it('is read by the group that helped, by managers and auditors, and not by a coordinator', async () => {
    const ticket = await helped(cast);
    await rate('ilze', ticket, { value: 'bad', comment: 'Lēni.' });
    for (const login of ['elina', 'dace', 'inga'])
      expect((await pageOf(login, ticket)).rating).toMatchObject({ value: 'bad', comment: 'Lēni.', mayReopen: false });
    expect(await pageOf('zane', ticket)).toMatchObject({ rating: null, history: [], canRate: false });
    const seen = (await (await cast.signIn('ilze')).get<{ rating: RatingBody }>(`/tickets/${ticket}`)).body;
    expect(seen.rating).toMatchObject({ value: 'bad', mayReopen: true });
  });

  it('is given once however often the button is pressed at the same time', async () => {
    const ticket = await helped(cast);
    const answers = await Promise.all(Array.from({ length: 8 }, () => rate('ilze', ticket, { value: 'good' })));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 8 }, () => 201));
    const [events] = await test.app
      .get(Database)
      .query<{ n: number }>(`select count(*)::int as n from platform.event_log where subject_id = $1 and type like 'ratings.%'`, [ticket]);
    expect(events!.n).toBe(1);
  });

  it('is one answer and its changes when several faces are pressed in the same instant', async () => {
    const ticket = await helped(cast);
    const pressed = ['bad', 'good', 'satisfactory', 'bad', 'good', 'satisfactory'];
    const answers = await Promise.all(pressed.map((value) => rate('ilze', ticket, { value })));
    expect(answers.map((answer) => answer.status)).toEqual(pressed.map(() => 201));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    const { rating, history } = await pageOf('ilze', ticket);
    expect(history.at(-1)!.value).toBe(rating!.value);
    expect(history.filter((entry, at) => entry.value === history[at - 1]?.value)).toEqual([]);
  });

  it('goes to the faster of the two people of a ticket, and the other is told', async () => {
    const ticket = await helped(cast, 'ilze', { affectedUserId: demoId('person', 'zane') });
    const answers = await Promise.all(['ilze', 'zane'].map((login) => rate(login, ticket, { value: 'good' })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect(answers.find((answer) => answer.status === 409)!.body.code).toBe('ratings.already-rated');
  });

  it('refuses a face that there is not', async () => {
    const ticket = await helped(cast);
    expect((await rate('ilze', ticket, { value: 'excellent' })).status).toBe(422);
    expect((await rate('ilze', ticket, {})).status).toBe(422);
  });
});
