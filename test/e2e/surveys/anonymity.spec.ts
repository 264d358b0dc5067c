import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { demoId } from '#identity';
import { hashToken } from '#kernel';
import { Jobs, Settings, type Tx } from '#platform';
import { AccessGuard } from '../../../libs/identity/src/http/access-guard.js';
import type { RequestWithActor } from '../../../libs/identity/src/http/current-actor.js';
import { ActorReader } from '../../../libs/identity/src/reads/actor-reader.js';
import { openAnswers, type Place } from '../../../libs/surveys/src/domain/sealed-answers.js';
import { DropBox, type OpenedResponse } from '../../../libs/surveys/src/store/drop-box.js';
import { EmptyDropBox } from '../../../libs/surveys/src/use-cases/empty-drop-box.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { AnswerStory } from './answer-story.js';
import { type Truth, Witness, written } from './witness.js';

/** What a submission may write: a person's invitation, and an envelope. */
const SUBMISSION = ['surveys.drop_box', 'surveys.invitation'];
const PEOPLE = 40;

/**
 * An anonymous campaign seen by somebody with the whole database. Each guard is looked at twice: as it stands, and taken away in the test's own
 * set-up; then the witness must find what it hid.
 */
describe('an anonymous answer', () => {
  let database: TestDatabase;
  let test: TestApp;
  let cast: Cast;
  let story: AnswerStory;
  let witness: Witness;
  let truth: Truth[];

  beforeAll(async () => {
    database = await freshDatabase('cast');
    test = await startTestApp({ database });
    cast = await layCast(test);
  });

  beforeEach(async () => {
    story = await AnswerStory.open(test, { people: [PEOPLE] });
    witness = await Witness.call(database.adminUrl, story.id);
    truth = [];
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await witness.leave();
  });

  afterAll(async () => {
    await test?.close();
    await database?.drop();
  });

  const box = (): DropBox => test.app.get(DropBox, { strict: false });
  const empty = (): Promise<number> => test.app.get(EmptyDropBox, { strict: false }).execute();

  /** The next person of the frame (people answer in another order than they were invited in) says something that nobody else says. */
  async function answer(headers: Record<string, string> = {}): Promise<Truth> {
    const { userId, token } = story.respondents[(truth.length * 17 + 3) % PEOPLE]!;
    const mark = `piezime-${randomUUID()}`;
    expect((await story.submit(token, AnswerStory.answers(mark), headers)).status).toBe(201);
    truth.push({ userId, mark });
    return truth.at(-1)!;
  }

  /** A guard taken away: something else is written in the transaction that takes the answers. */
  function whilePutting(leave: (tx: Tx, place: Place) => Promise<unknown>): void {
    const put = box().put.bind(box());
    jest.spyOn(box(), 'put').mockImplementation(async (tx, place, envelope) => {
      await leave(tx, place);
      await put(tx, place, envelope);
    });
  }

  async function answers(count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) await answer();
  }

  /** What a submission writes, by somebody whose browser brings along a session and a key that names the request. */
  async function writtenBySubmission(): Promise<string[]> {
    const session = { ...(await cast.signIn('ilze')).headers(), 'idempotency-key': randomUUID() };
    const before = await witness.fingerprints();
    await answer(session);
    return written(before, await witness.fingerprints());
  }

  const responseOf = ({ campaignId, institutionId }: Place, envelope: Buffer): OpenedResponse => ({
    campaignId,
    institutionId,
    ...openAnswers(test.app.get(Settings).secret!, { campaignId, institutionId }, envelope)!,
  });

  it('leaves an envelope and a spent invitation, and nothing anywhere else: no event, no idempotency row, no session, no job, no counter', async () => {
    expect(await writtenBySubmission()).toEqual(SUBMISSION);
    const { userId, mark } = truth[0]!;
    expect(await witness.tablesWith(mark)).toEqual([]);
    expect(await witness.tablesWith(story.respondents.find((one) => one.userId === userId)!.token)).toEqual([]);
    const audit = await (await cast.signIn('admin')).get<{ items: { type: string }[] }>('/audit-events?type=surveys');
    expect([audit.status, audit.body.items]).toEqual([200, []]);
  });

  it('would be seen in the event log and in the audit, were it told as an event', async () => {
    whilePutting(async (tx, { campaignId }) => {
      const subject = { type: 'campaign', id: campaignId };
      await tx.append({ type: 'surveys.answered', version: 1, subject, actorId: null, payload: {} });
    });
    expect(await writtenBySubmission()).toEqual(['platform.event_log', 'sequence platform.event_log_id_seq', ...SUBMISSION]);
    const audit = await (await cast.signIn('admin')).get<{ items: { type: string }[] }>('/audit-events?type=surveys');
    expect(audit.body.items).toMatchObject([{ type: 'surveys.answered' }]);
  });

  it('would be seen in the queues, were a job told of it, also when the job is done', async () => {
    const jobs = test.app.get(Jobs, { strict: false });
    const { userId } = story.respondents[3]!;
    await jobs.add('surveys.empty-drop-box', {});
    whilePutting(() => jobs.add('surveys.empty-drop-box', { about: userId }, { delayMs: 3_600_000 }));
    expect(await writtenBySubmission()).toEqual(expect.arrayContaining([...SUBMISSION, 'bullmq.job', 'sequence bullmq.job_seq']));
    expect(await witness.tablesWith(userId)).toContain('bullmq.job');
  });

  it('would be seen by the key that names the request, were the session looked up that the browser brings along', async () => {
    const actor = await test.app.get(ActorReader, { strict: false }).byId(demoId('person', 'ilze'));
    jest.spyOn(AccessGuard.prototype, 'canActivate').mockImplementation(async (context) => {
      context.switchToHttp().getRequest<RequestWithActor>().actor = actor!;
      return true;
    });
    expect(await writtenBySubmission()).toEqual(['platform.idempotency_key', ...SUBMISSION]);
    expect(await witness.tablesWith(story.respondents[3]!.token)).toEqual(['platform.idempotency_key']);
  });

  it('would be seen in the trace of a session, were its use noted', async () => {
    whilePutting((tx) => tx.execute(`update identity.session set last_seen_at = clock_timestamp()`));
    expect(await writtenBySubmission()).toEqual(['identity.session', ...SUBMISSION]);
  });

  it('would be seen by a counter, were one moved', async () => {
    await witness.change('create sequence surveys.answered_seq; grant usage on sequence surveys.answered_seq to public');
    whilePutting((tx) => tx.query(`select nextval('surveys.answered_seq')`));
    await writtenBySubmission();
    expect(await writtenBySubmission()).toEqual(['sequence surveys.answered_seq', ...SUBMISSION]);
    await witness.change('drop sequence surveys.answered_seq');
  });

  it('writes no line of a log', async () => {
    const lines: unknown[] = [];
    const out = jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(line) > 0);
    const err = jest.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(line) > 0);
    await answers(5);
    await empty();
    process.stdout.write('seen');
    out.mockRestore();
    err.mockRestore();
    expect(lines).toEqual(['seen']);
  });

  it('is written into no log of the database server', async () => {
    expect(await witness.loggedByServer()).toEqual([]);
    await witness.change(`do $$ begin execute format('alter database %I set log_min_duration_statement = 0', current_database()); end $$`);
    expect(await witness.loggedByServer()).toEqual(['log_min_duration_statement']);
    await witness.change(`do $$ begin execute format('alter database %I reset log_min_duration_statement', current_database()); end $$`);
  });

  it('cannot be read before it is mixed, and is read together with its person nowhere', async () => {
    await answers(5);
    for (const { mark } of truth) expect(await witness.tablesWith(mark)).toEqual([]);
    await empty();
    expect(await witness.tablesWith(truth[0]!.mark)).toEqual(['surveys.response']);
    expect(await witness.tablesWith(truth[0]!.userId)).toEqual(['identity.app_user', 'surveys.invitation']);
    const { token } = story.respondents[3]!;
    expect(await witness.tablesWith(hashToken(token))).toEqual(['surveys.invitation_token']);
  });

  it('would be read in the box, were it not sealed', async () => {
    const put = box().put.bind(box());
    jest
      .spyOn(box(), 'put')
      .mockImplementation((tx, place, envelope) => put(tx, place, Buffer.from(JSON.stringify(responseOf(place, envelope)))));
    const { mark } = await answer();
    expect(await witness.tablesWith(mark)).toEqual(['surveys.drop_box']);
  });

  it('shares a transaction with five people of its institution at least', async () => {
    await answers(4);
    await empty();
    expect(await story.count('surveys.response')).toBe(0);
    for (const more of [3, 9, 2, 2, 1]) {
      await answers(more);
      await empty();
      expect(await witness.smallestSharedTransaction()).toBeGreaterThanOrEqual(5);
    }
    expect(await story.count('surveys.response')).toBe(7 + 9 + 5);
  });

  it('would share it with one person alone, were it written as it comes', async () => {
    jest.spyOn(box(), 'put').mockImplementation(async (tx: Tx, place: Place, envelope: Buffer) => {
      const { answers: said } = responseOf(place, envelope);
      await tx.execute(
        `insert into surveys.response (id, campaign_id, institution_id, "on", answers) values (gen_random_uuid(), $1, $2, current_date, $3)`,
        [place.campaignId, place.institutionId, JSON.stringify(said)],
      );
    });
    await answers(6);
    expect(await witness.smallestSharedTransaction()).toBe(1);
  });

  it('would share it with fewer, were batches moved before there are five', async () => {
    jest.spyOn(box(), 'ripe').mockResolvedValue([story.id]);
    jest.spyOn(box(), 'lockCampaign').mockResolvedValue(1);
    await answers(2);
    await empty();
    expect(await witness.smallestSharedTransaction()).toBe(2);
  });

  it('lies in no order that tells when it was given, and its person in none that tells when he answered', async () => {
    await answers(PEOPLE);
    await empty();
    expect(await witness.orderOfResponses(truth)).toBeLessThan(0.7);
    expect(await witness.orderOfParticipation(truth)).toBeLessThan(0.7);
    expect(await witness.participationTransactions()).toBe(1);
  });

  it('would lie in the order in which it was given, were the batch not shuffled', async () => {
    const move = box().move.bind(box());
    jest.spyOn(box(), 'move').mockImplementation((tx, campaignId, taken, responses) => {
      const place = (response: OpenedResponse): number => truth.findIndex(({ mark }) => mark === response.answers['comment']);
      const inOrder = [...responses].sort((a, b) => place(a) - place(b));
      return move(tx, campaignId, taken, inOrder);
    });
    await answers(PEOPLE);
    await empty();
    expect(await witness.orderOfResponses(truth)).toBeGreaterThan(0.95);
  });

  it('would leave people in the order in which they answered, were their invitations not written anew', async () => {
    await witness.change('alter function surveys.mix_participation(uuid) rename to kept_participation');
    await witness.change('create function surveys.mix_participation(uuid) returns void language sql as $$ select $$');
    try {
      await answers(PEOPLE);
      await empty();
      expect(await witness.participationTransactions()).toBe(PEOPLE);
      expect(await witness.orderOfParticipation(truth)).toBeGreaterThan(0.95);
    } finally {
      await witness.change('drop function surveys.mix_participation(uuid)');
      await witness.change('alter function surveys.kept_participation(uuid) rename to mix_participation');
    }
  });

  it('has no instant, no counter and no id that counts', async () => {
    await answers(7);
    expect(await witness.tellingIds()).toBe(0);
    expect(await witness.countersAndInstants()).toEqual([]);
    expect(await witness.commitTimes()).toBe('off');
  });

  it('would be seen to have them', async () => {
    await witness.change('alter table surveys.response add column at timestamptz default now(), add column n bigserial');
    expect(await witness.countersAndInstants()).toEqual(['response.at', 'response.n', 'response_n_seq']);
    await witness.change('alter table surveys.response drop column at, drop column n');
    await story.database.query(
      `insert into surveys.drop_box (id, campaign_id, institution_id, envelope) values ('01890000-0000-7000-8000-000000000001', $1, $2, '')`,
      [story.id, story.respondents[0]!.institutionId],
    );
    expect(await witness.tellingIds()).toBe(1);
  });
});
