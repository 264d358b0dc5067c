import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hashToken, newToken } from '#kernel';
import { Jobs } from '#platform';
import { AnswerStory, type Respondent } from '../e2e/surveys/answer-story.js';
import { Witness } from '../e2e/surveys/witness.js';
import { Program } from '../faults/program.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildProgram } from '../support/built-program.js';
import { layCast } from '../support/cast.js';
import { ApiClient } from '../support/client.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { freshRedis, redisIsPresent } from '../support/redis.js';
import { postgresContents, type QueueContents, redisContents } from './queue-contents.js';

/**
 * An anonymous campaign seen by somebody who has what the processes leave behind: the lines of API and worker and the contents of the queues.
 * Each guard is looked at twice: as it stands, and taken away; then what it hid is found.
 */

const PEOPLE = 30;
const AGENT = 'Liecinieks/4.2 (X11; Linux x86_64)';
const ADDRESS = '203.0.113.77';
const planted = (name: string): Record<string, string> => ({
  NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'planted', name)).href}`,
});

function isAnonymous(queues: 'PostgreSQL' | 'Redis'): void {
  let database: TestDatabase;
  let hand: TestApp;
  let program: Program;
  let story: AnswerStory;
  let witness: Witness;
  let browser: Record<string, string>;
  let contents: () => Promise<QueueContents>;
  /** What would tell who answered or what, and what it is. */
  const telling = new Map<string, string>([
    [AGENT, 'agent'],
    [ADDRESS, 'address'],
  ]);
  let answered = 0;

  beforeAll(async () => {
    buildProgram();
    database = await freshDatabase();
    const redisUrl = queues === 'Redis' ? await freshRedis() : undefined;
    contents = () => (redisUrl ? redisContents(redisUrl) : postgresContents(database.adminUrl));
    hand = await startTestApp({ database, settings: { redisUrl } });
    const { passwords } = await layCast(hand);
    story = await AnswerStory.open(hand, { people: [PEOPLE] });
    witness = await Witness.call(database.adminUrl, story.id);
    await mix();
    program = await Program.on(database.url, {
      ATBALSTS_SECRET: randomBytes(32).toString('base64'),
      ATBALSTS_TRUSTED_PROXIES: '127.0.0.1',
      ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    });
    await program.start('api');
    const session = (await new ApiClient(program.url).signIn('ilze', passwords.get('ilze') ?? '')).headers();
    browser = { ...session, 'user-agent': AGENT, 'x-forwarded-for': ADDRESS };
    telling.set(session['cookie']!.split('=')[1]!, 'session');
  }, 300_000);

  afterAll(async () => {
    await program?.end();
    await witness?.leave();
    await hand?.close();
    await database?.drop();
  });

  /** The recurring job, at once instead of within the minute. */
  const mix = (): Promise<void> => hand.app.get(Jobs).add('surveys.empty-drop-box', {});

  async function post(token: string, answers: object): Promise<number> {
    const key = randomUUID();
    telling.set(key, 'key of the request').set(token, 'token').set(hashToken(token), 'hash of a token');
    const headers = { ...browser, referer: `${program.url}/survey/${token}`, 'idempotency-key': key };
    return (await new ApiClient(program.url).post(`/survey-responses/${token}`, { answers }, headers)).status;
  }

  function next(): Respondent & { readonly answers: object } {
    const person = story.respondents[answered++]!;
    const mark = `piezime-${randomUUID()}`;
    telling.set(person.userId, 'person').set(mark, 'answer');
    return { ...person, answers: AnswerStory.answers(mark) };
  }

  async function answers(count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const { token, answers: said } = next();
      await new ApiClient(program.url).get(`/survey-responses/${token}`, browser);
      expect(await post(token, said)).toBe(201);
    }
  }

  /** What a text tells of those who answered. */
  const toldBy = (text: string): string[] =>
    [...new Set([...telling].filter(([value]) => text.includes(value)).map(([, what]) => what))].sort();
  const toldByQueues = async (): Promise<string[]> => toldBy([...(await contents())].flat().join('\n'));

  it('changes nothing in the queues when it arrives', async () => {
    const before = await contents();
    expect(before.size).toBeGreaterThan(0);
    await answers(5);
    expect(await contents()).toEqual(before);
  }, 60_000);

  it('is told by no line of API or worker and by no queue, when it is read, sent, sent again, refused and mixed', async () => {
    await program.start('worker');
    await mix();
    await eventually(async () => expect(await story.count('surveys.response')).toBe(5), 30_000);
    const { token, answers: said } = next();
    const link = `/survey-responses/${token}`;
    expect(await post(token, { ...said, overall: '9' })).toBe(422);
    expect(await post(token, said)).toBe(201);
    expect(await post(token, said)).toBe(409);
    expect(await post(newToken(), said)).toBe(404);
    expect((await new ApiClient(program.url).get(link, browser)).body).toMatchObject({ state: 'used' });
    await answers(4);
    await mix();
    await eventually(async () => expect(await story.count('surveys.response')).toBe(10), 30_000);
    expect([toldBy(program.said('api')), toldBy(program.said('worker')), await toldByQueues()]).toEqual([[], [], []]);
    for (const [value, what] of telling) {
      if (['person', 'answer', 'hash of a token', 'session'].includes(what)) continue;
      expect([what, await witness.tablesWith(value)]).toEqual([what, []]);
    }
  }, 120_000);

  it('is told by no line about a failure', async () => {
    await witness.change('alter table surveys.drop_box rename to kept_box');
    expect(await post(story.respondents[answered]!.token, next().answers)).toBe(500);
    await witness.change('alter table surveys.kept_box rename to drop_box');
    answered -= 1;
    await witness.change('alter table surveys.response rename to kept_response');
    await answers(5);
    await mix();
    await eventually(() => expect(program.said('worker')).toContain('surveys.empty-drop-box failed'), 30_000);
    await witness.change('alter table surveys.kept_response rename to response');
    expect(program.said('api')).toContain('relation "surveys.drop_box" does not exist');
    expect([toldBy(program.said('api')), toldBy(program.said('worker')), await toldByQueues()]).toEqual([[], [], []]);
    await eventually(async () => expect(await story.count('surveys.drop_box')).toBe(0), 60_000);
  }, 120_000);

  it('would be found in the queues, had a job been told of it', async () => {
    const { userId } = story.respondents[0]!;
    await hand.app.get(Jobs).add('surveys.empty-drop-box', { about: userId }, { delayMs: 3_600_000 });
    expect(await toldByQueues()).toEqual(['person']);
  });

  it('would be found in the lines of the API, were requests logged', async () => {
    await program.kill('api');
    await program.start('api', planted('request-log.mjs'));
    await answers(5);
    await eventually(() => expect(toldBy(program.said('api'))).toEqual(['address', 'agent', 'token']));
  }, 60_000);

  it('would be found in the lines of the worker, were statements logged', async () => {
    await program.kill('worker');
    await program.start('worker', planted('statement-log.mjs'));
    await mix();
    await eventually(() => expect(toldBy(program.said('worker'))).toEqual(['answer']), 30_000);
  }, 60_000);
}

describe('an anonymous answer that goes through API, worker and queues on PostgreSQL', () => isAnonymous('PostgreSQL'));

(redisIsPresent ? describe : describe.skip)('an anonymous answer that goes through API, worker and queues on Redis', () =>
  isAnonymous('Redis'),
);
