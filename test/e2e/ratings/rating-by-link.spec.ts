import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { ApiClient } from '../../support/client.js';
import { helped, linkFor, type RatingBody } from './rated-help.js';

const FACES = ['bad', 'satisfactory', 'good'];

let test: TestApp;
let cast: Cast;
let visitor: ApiClient;

beforeAll(async () => {
  test = await startTestApp({ cast: true });
  cast = await layCast(test);
  visitor = new ApiClient(test.url);
});

afterAll(() => test?.close());

interface LinkBody {
  readonly ticketNumber: string;
  readonly title: string;
  readonly value: string | null;
  readonly state: string;
  readonly locale: string;
}

/** Every row that a rating could have left, and every event. */
async function traces(): Promise<unknown> {
  return test.app.get(Database).query(
    `select (select json_agg(r) from ratings.rating r) as ratings, (select count(*) from ratings.rating_entry) as entries,
       (select json_agg(l order by l.id) from ratings.link l) as links, (select count(*) from platform.event_log) as events`,
  );
}

describe('the three links of a rating mail', () => {
  it('record nothing, however often a scanner follows them by GET and HEAD', async () => {
    const token = await linkFor(test, await helped(cast), 'ilze');
    const before = await traces();
    for (const face of FACES) {
      for (const method of ['GET', 'HEAD']) {
        for (const path of [`/api/v1/ratings/links/${token}?v=${face}`, `/rate/${token}?v=${face}`])
          await fetch(`${test.url}${path}`, { method });
      }
      const { status, body } = await visitor.get<LinkBody>(`/ratings/links/${token}?v=${face}`);
      expect([status, body.value, body.state, body.locale, body.title]).toEqual([200, face, 'open', 'lv', 'Nevar pieslēgties']);
    }
    expect(await traces()).toEqual(before);
  });

  it('carry a token of which the database keeps only a hash', async () => {
    const token = (await linkFor(test, await helped(cast), 'ilze'))!;
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(await traces())).not.toContain(token);
  });

  it('are spent together by the button, and a change is then made in the portal', async () => {
    const ticket = await helped(cast);
    const token = await linkFor(test, ticket, 'ilze');
    const given = await visitor.post<RatingBody>(`/ratings/links/${token}`, { value: 'bad', comment: 'Lēni.' });
    expect(given.status).toBe(201);
    expect(given.body).toMatchObject({ value: 'bad', comment: 'Lēni.', channel: 'mail', mayReopen: true });
    const again = await visitor.post<RatingBody>(`/ratings/links/${token}`, { value: 'good' });
    expect([again.status, again.body.code]).toEqual([409, 'ratings.link-used']);
    expect((await visitor.get<LinkBody>(`/ratings/links/${token}?v=good`)).body).toMatchObject({ state: 'used', value: 'bad' });
    expect((await (await cast.signIn('ilze')).put(`/tickets/${ticket}/rating`, { value: 'good' })).status).toBe(200);
  });

  it('record once where the button is pressed many times at once', async () => {
    const token = await linkFor(test, await helped(cast), 'ilze');
    const answers = await Promise.all(Array.from({ length: 8 }, () => visitor.post(`/ratings/links/${token}`, { value: 'good' })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array<number>(7).fill(409)]);
  });

  it('are used up by a rating in the portal', async () => {
    const ticket = await helped(cast);
    const token = await linkFor(test, ticket, 'ilze');
    await (await cast.signIn('ilze')).post(`/tickets/${ticket}/rating`, { value: 'good' });
    expect((await visitor.post<RatingBody>(`/ratings/links/${token}`, { value: 'bad' })).body.code).toBe('ratings.link-used');
  });

  it('end with the reopening and with the 30 days', async () => {
    const reopened = await helped(cast);
    const first = await linkFor(test, reopened, 'ilze');
    await (await cast.signIn('ilze')).post(`/incidents/${reopened}/reopening`, { reason: 'Joprojām nestrādā.' });
    const late = await linkFor(test, await helped(cast), 'ilze');
    await test.app
      .get(Database)
      .query(
        `update ratings.link set expires_at = now() - interval '1 second' where token_hash in (select token_hash from ratings.link order by created_at desc limit 1)`,
      );
    for (const token of [first, late]) {
      expect((await visitor.get<LinkBody>(`/ratings/links/${token}`)).body.state).toBe('expired');
      expect((await visitor.post<RatingBody>(`/ratings/links/${token}`, { value: 'good' })).body.code).toBe('ratings.link-expired');
    }
  });

  it('answer 404 to a token that was never made', async () => {
    expect((await visitor.get('/ratings/links/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
    expect((await visitor.post('/ratings/links/x', { value: 'good' })).status).toBe(404);
  });

  it('are made for people who have something to rate, and once', async () => {
    const ticket = await helped(cast);
    expect(await linkFor(test, ticket, 'janis')).toBeUndefined();
    expect(await linkFor(test, ticket, 'ilze')).toBeDefined();
    expect(await linkFor(test, ticket, 'ilze')).toBeUndefined();
    const own = await helped(cast, 'rihards');
    expect(await linkFor(test, own, 'rihards')).toBeUndefined();
  });
});
