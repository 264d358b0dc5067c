import { demoId } from '#identity';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';
import { drafted, opened, OPENS_ON, type Shown } from './campaign-story.js';

let test: TestApp;
let cast: Cast;
let owner: ApiClient;
let manager: ApiClient;

const code = (answer: { body: unknown }): unknown => (answer.body as { code?: string }).code;
const query = <Row>(sql: string, params: unknown[] = []): Promise<Row[]> => test.app.get(Database).query<Row>(sql, params);

beforeAll(async () => {
  test = await startTestApp({ cast: true });
  cast = await layCast(test);
  owner = await cast.signIn('sanita');
  manager = await cast.signIn('dace');
});

afterAll(() => test?.close());

/** Ids of the client institutions that the demonstration has. */
const clients = async (): Promise<string[]> =>
  (await query<{ id: string }>(`select id from identity.institution where is_client order by id`)).map(({ id }) => id);

describe('a campaign', () => {
  it('is drafted with reminders after 5 and 10 working days and its last day after 15', async () => {
    const draft = await drafted(test, owner);
    expect(draft.state).toBe('draft');
    expect(draft.plan.map(({ kind, on }) => [kind, on])).toEqual([
      ['invitation', '2027-02-01'],
      ['reminder', '2027-02-08'],
      ['reminder', '2027-02-15'],
      ['coverage', '2027-02-15'],
      ['closing', '2027-02-22'],
    ]);
    expect(draft.frame.map(({ institution }) => institution.id).sort()).toEqual(await clients());
    expect(draft.abilities).toMatchObject({ change: true, exclude: true, approve: false, open: false, cancel: true });
  });

  it('names every field that is wrong', async () => {
    const answer = await owner.post<{ errors: { pointer: string; code: string }[] }>('/campaigns', {
      surveyVersionId: demoId('person', 'nobody'),
      titleLv: 'Aptauja',
      titleEn: 'Survey',
      mode: 'random_sample',
      opensOn: '2020-01-06',
      closesOn: '2020-01-06',
      reminderDays: [10, 5],
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ pointer, code: why }) => `${pointer} ${why}`)).toEqual([
      '/sampleSize surveys.sample-size-missing',
      '/opensOn surveys.opens-in-past',
      '/closesOn surveys.closes-too-early',
      '/reminderDays surveys.reminders-disordered',
    ]);
  });

  it('is opened only after a manager has agreed, and follows no arrow that the lifecycle has not', async () => {
    const { id } = await drafted(test, owner);
    expect(code(await owner.post(`/campaigns/${id}/opening`))).toBe('surveys.transition-not-allowed');
    expect((await owner.post(`/campaigns/${id}/approval`)).status).toBe(403);
    const approved = await manager.post<Shown>(`/campaigns/${id}/approval`);
    expect(approved.body.state).toBe('approved');
    expect((await manager.post(`/campaigns/${id}/approval`)).status).toBe(409);
    expect(code(await owner.patch(`/campaigns/${id}`, { year: 2028 }))).toBe('surveys.campaign-not-draft');
    expect((await owner.post<Shown>(`/campaigns/${id}/cancellation`)).body.state).toBe('cancelled');
    expect((await owner.post(`/campaigns/${id}/opening`)).status).toBe(409);
  });

  it('freezes its frame from the register of all active clients, with the reason of each exclusion', async () => {
    const all = await clients();
    const { id } = await drafted(test, owner);
    const refused = await owner.put(`/campaigns/${id}/exclusions`, {
      items: [{ institutionId: demoId('institution', 'centre'), reason: 'x' }],
    });
    expect(code(refused)).toBe('surveys.institution-not-client');
    await owner.put(`/campaigns/${id}/exclusions`, { items: [{ institutionId: all[0], reason: 'Tiek reorganizēta no 1. februāra' }] });
    await manager.post(`/campaigns/${id}/approval`);
    const { body } = await owner.post<Shown>(`/campaigns/${id}/opening`);
    expect(body.state).toBe('open');
    expect(body.frame.map(({ institution }) => institution.id).sort()).toEqual(all);
    expect(body.frame.filter(({ reason }) => reason !== null)).toEqual([
      expect.objectContaining({ invited: 0, reason: 'Tiek reorganizēta no 1. februāra' }),
    ]);
    const [invited] = await query<{ people: number; rest: number }>(
      `select count(*) filter (where u.active and u.email is not null) as people, count(*) filter (where i.id is null) as rest
       from identity.app_user u join identity.institution n on n.id = u.institution_id and n.is_client and n.id <> $2
       left join surveys.invitation i on i.user_id = u.id and i.campaign_id = $1 where u.active and u.email is not null`,
      [id, all[0]],
    );
    expect(invited).toEqual({ people: body.frame.reduce((sum, row) => sum + row.invited, 0), rest: 0 });
    // Who comes after the opening is not in the frame.
    await query(`update identity.institution set is_client = true where id = $1`, [demoId('institution', 'centre')]);
    const later = await owner.get<Shown>(`/campaigns/${id}`);
    await query(`update identity.institution set is_client = false where id = $1`, [demoId('institution', 'centre')]);
    expect(later.body.frame).toEqual(body.frame);
    expect(code(await owner.put(`/campaigns/${id}/exclusions`, { items: [] }))).toBe('surveys.frame-frozen');
    expect(later.body.history.map(({ what }) => what)).toEqual(['created', 'exclusions-set', 'approved', 'opened']);
  });

  it('opens today when its owner opens it, and keeps its length in working days', async () => {
    const campaign = await opened(test, { owner, manager }, { closesOn: '2027-02-08' });
    const [row] = await query<{ today: string }>(`select (now() at time zone 'Europe/Riga')::date as today`);
    expect(campaign.opensOn).toBe(row!.today);
    expect(campaign.opensOn < OPENS_ON && campaign.closesOn > campaign.opensOn).toBe(true);
  });

  it('asks the same people for the same seed, and not more of an institution than it wants', async () => {
    const first = await opened(test, { owner, manager }, { mode: 'random_sample', sampleSize: 5 });
    expect(first.seed).toMatch(/^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/);
    expect(Math.max(...first.frame.map(({ invited }) => invited))).toBeLessThanOrEqual(5);
    const second = await drafted(test, owner, { mode: 'random_sample', sampleSize: 5 });
    await query(`update surveys.campaign set seed = $2 where id = $1`, [second.id, first.seed]);
    await manager.post(`/campaigns/${second.id}/approval`);
    await owner.post(`/campaigns/${second.id}/opening`);
    const people = async (id: string): Promise<unknown[]> =>
      query(`select user_id from surveys.invitation where campaign_id = $1 order by user_id`, [id]);
    expect(await people(second.id)).toEqual(await people(first.id));
  });

  it('keeps its seed, whatever else of the draft is changed', async () => {
    const draft = await drafted(test, owner, { mode: 'random_sample', sampleSize: 5 });
    const changed = await owner.patch<Shown>(`/campaigns/${draft.id}`, { sampleSize: 8, titleLv: 'Citāda' });
    expect(changed.body.seed).toBe(draft.seed);
  });

  it('asks only coordinators where it asks contacts, and says that they are named', async () => {
    const campaign = await opened(test, { owner, manager }, { mode: 'institution_contacts' });
    const asked = await query<{ userId: string }>(`select user_id as "userId" from surveys.invitation where campaign_id = $1`, [
      campaign.id,
    ]);
    const coordinators = await query<{ userId: string }>(
      `select u.id as "userId" from identity.app_user u join identity.role_grant g on g.user_id = u.id and g.scope_id = u.institution_id
       where g.role = 'institution_coordinator' and u.active`,
    );
    expect(coordinators.length).toBeGreaterThan(0);
    expect(new Set(asked.map(({ userId }) => userId))).toEqual(new Set(coordinators.map(({ userId }) => userId)));
    expect(campaign).toMatchObject({ anonymous: false });
  });

  it('does not open with other questions than those that were approved', async () => {
    const survey = await owner.post<{ id: string; versions: { id: string }[] }>('/surveys', {
      code: 'changed-questions',
      title: { lv: 'Cita', en: 'Other' },
    });
    const { id } = await drafted(test, owner, { surveyVersionId: survey.body.versions[0]!.id });
    await manager.post(`/campaigns/${id}/approval`);
    await query(`update surveys.survey_version set revision = revision + 1 where id = $1`, [survey.body.versions[0]!.id]);
    const shown = await owner.get<Shown>(`/campaigns/${id}`);
    expect(shown.body.obstacles.map((one) => one.code)).toEqual(['surveys.changed-after-approval']);
    expect(code(await owner.post(`/campaigns/${id}/opening`))).toBe('surveys.changed-after-approval');
  });

  it('is copied a year later with its people, days and the latest questions', async () => {
    const earlier = await drafted(test, owner, { mode: 'random_sample', sampleSize: 12, reminderDays: [4, 8] });
    const copy = await owner.post<Shown & Record<string, unknown>>('/campaigns', { copyOf: earlier.id, opensOn: '2028-02-01' });
    expect(copy.status).toBe(201);
    expect(copy.body).toMatchObject({
      state: 'draft',
      year: 2028,
      titleLv: 'Klientu apmierinātība 2028',
      titleEn: 'Client satisfaction 2028',
      sampleSize: 12,
      reminderDays: [4, 8],
      previous: { id: earlier.id },
    });
    expect(copy.body.seed).not.toBe(earlier.seed);
  });

  it('answers a stale version with 412 and changes nothing', async () => {
    const draft = await drafted(test, owner);
    const answer = await owner.put(`/campaigns/${draft.id}/exclusions`, { items: [] }, { 'if-match': '"7"' });
    expect(answer.status).toBe(412);
    expect((await owner.get<Shown>(`/campaigns/${draft.id}`)).body.version).toBe(draft.version);
  });

  it('closes before its last day only with a reason, and then knows only how many answered', async () => {
    const { id } = await opened(test, { owner, manager });
    await query(
      `update surveys.invitation set used = true where id in (select id from surveys.invitation where campaign_id = $1 order by id limit 3)`,
      [id],
    );
    expect(code(await owner.post(`/campaigns/${id}/closing`))).toBe('surveys.close-reason-missing');
    const closed = await owner.post<Shown>(`/campaigns/${id}/closing`, { reason: 'Anketā atklāta kļūda' });
    expect(closed.body).toMatchObject({ state: 'closed', closeReason: 'Anketā atklāta kļūda' });
    const [left] = await query(
      `select (select count(*) from surveys.invitation where campaign_id = $1 and used is not null) as told,
              (select sum(answered)::int from surveys.campaign_institution where campaign_id = $1) as answered`,
      [id],
    );
    expect(left).toEqual({ told: 0, answered: 3 });
  });
});

describe('without the installation’s secret', () => {
  it('no campaign opens, and its page says why', async () => {
    const { id } = await drafted(test, owner);
    await manager.post(`/campaigns/${id}/approval`);
    const bare = await startTestApp({
      database: { url: test.databaseUrl, adminUrl: '', drop: () => Promise.resolve() },
      settings: { secret: undefined },
    });
    try {
      const there = owner.at(bare.url);
      expect((await there.get<Shown>(`/campaigns/${id}`)).body.obstacles.map((one) => one.code)).toEqual(['surveys.secret-missing']);
      expect(code(await there.post(`/campaigns/${id}/opening`))).toBe('surveys.secret-missing');
    } finally {
      await bare.close();
    }
  });
});
