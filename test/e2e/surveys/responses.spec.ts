import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { newToken } from '#kernel';
import { Settings } from '#platform';
import { EmptyDropBox } from '../../../libs/surveys/src/use-cases/empty-drop-box.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { AnswerStory } from './answer-story.js';

const { answers } = AnswerStory;

describe('the respondent’s side of a survey', () => {
  let test: TestApp;
  let story: AnswerStory;

  beforeAll(async () => {
    test = await startTestApp();
  });

  beforeEach(async () => {
    story = await AnswerStory.open(test, { people: [6, 3] });
  });

  afterAll(() => test?.close());

  const token = (at = 0): string => story.respondents[at]!.token;
  const empty = (): Promise<number> => test.app.get(EmptyDropBox, { strict: false }).execute();

  it('shows the questions in both languages, the institution that counts, and what is kept, in the language of the person', async () => {
    const { status, body } = await story.read(token());
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'open', locale: 'lv', title: { lv: 'Aptauja', en: 'Survey' } });
    expect(body['form']).toMatchObject({
      anonymous: true,
      minGroup: 5,
      institution: { lv: 'Iestāde 1', en: 'Institution 1' },
      definition: { headline: 'overall' },
    });
    expect(JSON.stringify(body)).not.toContain(story.respondents[0]!.userId);
    const english = await AnswerStory.open(test, { people: [6], locale: 'en', mode: 'institution_contacts' });
    expect((await english.read(english.respondents[0]!.token)).body).toMatchObject({ locale: 'en', form: { anonymous: false } });
  });

  it('records nothing by GET and HEAD, however often', async () => {
    for (let n = 0; n < 3; n += 1) {
      await story.read(token());
      await request(test.url).head(`/api/v1/survey-responses/${token()}`).expect(200);
    }
    expect((await story.read(token())).body).toMatchObject({ state: 'open' });
    expect(await story.count('surveys.drop_box')).toBe(0);
  });

  it('takes the answers once, thanks in both languages, and keeps them sealed until there are five', async () => {
    const first = await story.submit(token(), answers('mans komentārs'));
    expect(first).toMatchObject({
      status: 201,
      body: { thanks: { lv: expect.stringContaining('Paldies'), en: expect.stringContaining('Thank') } },
    });
    expect(await story.submit(token(), answers('vēlreiz'))).toMatchObject({ status: 409, body: { code: 'surveys.link-used' } });
    expect((await story.read(token())).body).toMatchObject({ state: 'used', form: null });
    for (const at of [1, 2, 3, 6, 7, 8]) expect(await story.submit(token(at), answers())).toMatchObject({ status: 201 });
    await empty();
    expect([await story.count('surveys.drop_box'), await story.count('surveys.response')]).toEqual([7, 0]);
    await story.submit(token(4), answers());
    expect(await empty()).toBe(5);
    const rows = await story.database.query(`select "on"::text, answers, user_id from surveys.response where campaign_id = $1`, [story.id]);
    expect(rows).toHaveLength(5);
    expect(rows).toContainEqual({ on: expect.any(String), answers: answers('mans komentārs'), user_id: null });
    expect(await story.count('surveys.drop_box')).toBe(3);
  });

  it('moves what is left together when the campaign closes, however few', async () => {
    for (const at of [6, 7]) await story.submit(token(at), answers());
    await test.unitOfWork.run(async (tx) => {
      await tx.execute(`select 1 from surveys.campaign where id = $1 for update`, [story.id]);
      expect(await test.app.get(EmptyDropBox, { strict: false }).executeAtClosing(tx, story.id)).toBe(2);
    });
    expect([await story.count('surveys.drop_box'), await story.count('surveys.response')]).toEqual([0, 2]);
  });

  it('takes one of many equal submissions that arrive at once', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => story.submit(token(), answers())));
    expect(all.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(11).fill(409)]);
    expect(await story.count('surveys.drop_box')).toBe(1);
  });

  it('spends all tokens of a person together', async () => {
    const again = newToken();
    await story.database.query(
      `insert into surveys.invitation_token (hash, campaign_id, invitation_id)
       select encode(sha256($1::bytea), 'hex'), campaign_id, id from surveys.invitation where user_id = $2`,
      [Buffer.from(again), story.respondents[0]!.userId],
    );
    expect((await story.read(again)).body).toMatchObject({ state: 'open' });
    await story.submit(token(), answers());
    expect((await story.read(again)).body).toMatchObject({ state: 'used' });
    expect(await story.submit(again, answers())).toMatchObject({ status: 409 });
  });

  it('refuses answers that do not fit with each question named, and leaves the link open', async () => {
    const { status, body } = await story.submit(token(), { ...answers(), overall: '9', improve_first: ['staff', 'clarity', 'filing'] });
    expect({ status, code: body['code'] }).toEqual({ status: 422, code: 'surveys.answers-refused' });
    expect(body['errors']).toMatchObject([
      { pointer: '/answers/overall', detail: 'Šādas atbildes šim jautājumam nav.' },
      { pointer: '/answers/improve_first', code: 'surveys.answer-too-many' },
    ]);
    expect(await story.submit(token(), 'nekas' as unknown as object)).toMatchObject({ status: 422 });
    expect((await story.read(token())).body).toMatchObject({ state: 'open' });
  });

  it('says in plain words that there is no such link, that the last day has passed, and that the campaign was closed', async () => {
    const nowhere = await story.read(newToken());
    expect(nowhere).toMatchObject({
      status: 404,
      body: { code: 'surveys.link.not-found', detail: expect.stringContaining('nav atrasta') },
    });
    expect((await story.submit('x'.repeat(90), answers())).status).toBe(404);
    await story.set(`closes_on = current_date - 1, opens_on = current_date - 20`);
    expect((await story.read(token())).body).toMatchObject({ state: 'expired', form: null });
    expect(await story.submit(token(), answers())).toMatchObject({ status: 409, body: { code: 'surveys.link-expired' } });
    await story.set(`closes_on = current_date + 3, state = 'closed', closed_at = now(), close_reason = 'Pārtraukta'`);
    await story.database.query(`update surveys.invitation_token set invitation_id = null where campaign_id = $1`, [story.id]);
    expect((await story.read(token())).body).toMatchObject({ state: 'closed', locale: 'lv', form: null });
    expect(await story.submit(token(), answers())).toMatchObject({ status: 409, body: { code: 'surveys.link-closed' } });
  });

  it('keeps the name where the person was told so, and the database refuses a name in an anonymous campaign', async () => {
    const named = await AnswerStory.open(test, { people: [5], mode: 'institution_contacts' });
    for (const { token: own } of named.respondents) await named.submit(own, answers());
    await empty();
    const rows = await named.database.query<{ userId: string }>(`select user_id as "userId" from surveys.response where campaign_id = $1`, [
      named.id,
    ]);
    expect(rows.map(({ userId }) => userId).sort()).toEqual(named.respondents.map(({ userId }) => userId).sort());
    const { userId, institutionId } = story.respondents[0]!;
    const insert = story.database.query(
      `insert into surveys.response (id, campaign_id, institution_id, "on", answers, user_id) values (gen_random_uuid(), $1, $2, current_date, '{}', $3)`,
      [story.id, institutionId, userId],
    );
    await expect(insert).rejects.toThrow('an anonymous campaign takes no answer with a name');
  });

  it('leaves in the box what was sealed with another secret, and moves the rest', async () => {
    const settings = test.app.get(Settings) as { secret: Buffer | undefined };
    const own = settings.secret;
    settings.secret = randomBytes(32);
    await story.submit(token(5), answers());
    settings.secret = undefined;
    expect(await story.submit(token(), answers())).toMatchObject({ status: 409, body: { code: 'surveys.secret-missing' } });
    settings.secret = own;
    for (const at of [0, 1, 2, 3, 4]) await story.submit(token(at), answers());
    expect(await empty()).toBe(5);
    expect(await story.count('surveys.drop_box')).toBe(1);
  });
});
