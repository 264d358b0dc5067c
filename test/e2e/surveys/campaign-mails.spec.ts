import { hashToken } from '#kernel';
import { Database, Jobs } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';
import { eventually } from '../../support/eventually.js';
import { MailServer } from '../notifications/mail-server.js';
import { drafted, opened, openedDaysAgo, type Shown, workEveryDay } from './campaign-story.js';
import { lettersOf } from './letters.js';

let server: MailServer;
let test: TestApp;
let cast: Cast;
let owner: ApiClient;
let manager: ApiClient;

const query = <Row>(sql: string, params: unknown[] = []): Promise<Row[]> => test.app.get(Database).query<Row>(sql, params);
const advance = (): Promise<void> => test.app.get(Jobs).add('surveys.advance-campaigns', {});

beforeAll(async () => {
  server = await MailServer.open();
  test = await startTestApp({
    cast: true,
    worker: true,
    settings: { smtpUrl: server.url, publicUrl: 'https://desk.example', mailFrom: 'Atbalsts <desk@desk.example>' },
  });
  cast = await layCast(test);
  await workEveryDay(test);
  owner = await cast.signIn('sanita');
  manager = await cast.signIn('dace');
});

afterAll(async () => {
  await test?.close();
  await server?.close();
});

/** No campaign has a mail or a reaction left to do. */
async function settled(campaignId: string): Promise<void> {
  await eventually(async () => {
    const [row] = await query(
      `select (select count(*) from platform.pending_reaction p join platform.event_log e on e.id = p.event_id where e.subject_id = $1) as pending,
              (select count(*) from notifications.delivery where campaign_id = $1 and state in ('queued', 'sending')) as waiting`,
      [campaignId],
    );
    expect(row).toEqual({ pending: 0, waiting: 0 });
  }, 30_000);
}

const invitedOf = async (id: string): Promise<string[]> =>
  (
    await query<{ email: string }>(
      `select lower(u.email) as email from surveys.invitation i join identity.app_user u on u.id = i.user_id where campaign_id = $1 order by 1`,
      [id],
    )
  ).map(({ email }) => email);

const roundsOf = async (id: string): Promise<unknown> =>
  query(`select kind, number, outcome from surveys.campaign_round where campaign_id = $1 order by kind, number`, [id]);

/** These people's invitations are used, as an answer would leave them. */
const answered = (id: string, emails: readonly string[]): Promise<unknown> =>
  query(
    `update surveys.invitation set used = true where campaign_id = $1
       and user_id in (select id from identity.app_user where lower(email) = any($2))`,
    [id, emails],
  );

describe('the mails of a campaign', () => {
  let campaign: Shown;
  let people: string[];

  it('invite everybody once, in the recipient’s language, with a link that opens his own invitation', async () => {
    server.received.length = 0;
    campaign = await opened(test, { owner, manager });
    people = await invitedOf(campaign.id);
    await settled(campaign.id);
    const letters = lettersOf(server);
    expect(letters.map(({ to }) => to).sort()).toEqual(people);
    const tokens = letters.map(({ token }) => token ?? '');
    expect(new Set(tokens).size).toBe(people.length);
    for (const { to, token, text } of letters) {
      expect(text).toMatch(/anonīm|anonymous/);
      const [owns] = await query<{ email: string }>(
        `select lower(u.email) as email from surveys.invitation_token t join surveys.invitation i on i.id = t.invitation_id
         join identity.app_user u on u.id = i.user_id where t.hash = $1 and t.campaign_id = $2`,
        [hashToken(token ?? ''), campaign.id],
      );
      expect(owns?.email).toBe(to);
    }
  });

  it('leave no token behind: neither the deliveries nor any other table of text holds one', async () => {
    const tokens = lettersOf(server).map(({ token }) => token ?? '');
    const rows = await query<{ row: string }>(
      `select to_jsonb(d)::text as row from notifications.delivery d
       union all select to_jsonb(e)::text from platform.event_log e union all select to_jsonb(t)::text from surveys.invitation_token t
       union all select to_jsonb(i)::text from surveys.invitation i union all select to_jsonb(k)::text from platform.idempotency_key k`,
    );
    expect(tokens.length).toBeGreaterThan(0);
    expect(rows.filter(({ row }) => tokens.some((token) => row.includes(token)))).toEqual([]);
  });

  it('remind those who have not answered, once, however often the job runs and the reaction is delivered', async () => {
    const done = people.slice(0, 3);
    await answered(campaign.id, done);
    await openedDaysAgo(test, campaign.id, 5);
    server.received.length = 0;
    await Promise.all([advance(), advance(), advance()]);
    await eventually(async () => expect(await roundsOf(campaign.id)).toContainEqual({ kind: 'reminder', number: 1, outcome: 'sent' }));
    await advance();
    await settled(campaign.id);
    await test.app.get(Database).query(
      `insert into platform.pending_reaction (event_id, reaction)
         select id, 'notifications.write-survey-mail' from platform.event_log where type = 'surveys.invitations-due' and subject_id = $1`,
      [campaign.id],
    );
    await test.app.get(Jobs).add('platform.relay', {});
    await settled(campaign.id);
    expect(
      lettersOf(server)
        .map(({ to }) => to)
        .sort(),
    ).toEqual(people.filter((one) => !done.includes(one)));
    expect(lettersOf(server).every(({ subject }) => /^(Atgādinājums|Reminder): /.test(subject))).toBe(true);
  });

  it('wait during a pause, and then only the last reminder goes out, beside the news to coordinators', async () => {
    const other = await opened(test, { owner, manager });
    await settled(other.id);
    await owner.post(`/campaigns/${other.id}/pause`);
    await openedDaysAgo(test, other.id, 10);
    server.received.length = 0;
    const before = await roundsOf(other.id);
    await advance();
    await settled(other.id);
    const shown = await owner.get<Shown>(`/campaigns/${other.id}`);
    expect(shown.body.plan.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'invitation done',
      'reminder held',
      'reminder held',
      'coverage held',
      'closing planned',
    ]);
    expect(await roundsOf(other.id)).toEqual(before);
    await owner.post(`/campaigns/${other.id}/resumption`);
    await advance();
    await eventually(async () => expect(await roundsOf(other.id)).toHaveLength(4));
    await settled(other.id);
    expect(await roundsOf(other.id)).toEqual([
      { kind: 'coverage', number: 0, outcome: 'sent' },
      { kind: 'invitation', number: 0, outcome: 'sent' },
      { kind: 'reminder', number: 1, outcome: 'skipped' },
      { kind: 'reminder', number: 2, outcome: 'sent' },
    ]);
    const letters = lettersOf(server).filter(({ thread }) => thread.includes(other.id));
    const last = letters.filter(({ subject }) => /^(Pēdējais atgādinājums|Last reminder): /.test(subject));
    expect(last.map(({ to }) => to).sort()).toEqual(people);
    const news = letters.filter((letter) => !last.includes(letter));
    expect(news.length).toBeGreaterThan(0);
    const names = await query<{ name: string }>(`select name from identity.app_user u join surveys.invitation i on i.user_id = u.id`);
    for (const { text, to, token } of news) {
      expect(token).toBeNull();
      const [coordinator] = await query<{ name: string }>(`select name from identity.app_user where lower(email) = $1`, [to]);
      expect(names.filter(({ name }) => name !== coordinator!.name && text.includes(name))).toEqual([]);
    }
    const rung = await query<{ userId: string }>(`select user_id as "userId" from notifications.notice where dedupe_key like $1`, [
      `campaign:${other.id}:coverage:%`,
    ]);
    expect(rung).toHaveLength(news.length);
    const bell = await (await cast.signIn('zane')).get<{ items: { kind: string; text: string }[] }>('/notices');
    expect(bell.body.items.filter(({ kind }) => kind === 'survey-coverage').map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/: Jūsu iestādē uzaicināti \d+, atbildējuši (pagaidām neviens|mazāk par pieciem|\d+)\./),
    );
  });

  it('end with the campaign, which closes by itself after its last day and forgets who was reminded', async () => {
    await answered(campaign.id, people.slice(0, 6));
    await openedDaysAgo(test, campaign.id, 16);
    await advance();
    await eventually(async () => expect((await owner.get<Shown>(`/campaigns/${campaign.id}`)).body.state).toBe('closed'));
    await settled(campaign.id);
    const [left] = await query(
      `select (select count(*) from notifications.delivery where campaign_id = $1 and kind like '%reminder') as reminders,
              (select count(*) from notifications.delivery where campaign_id = $1 and kind = 'survey-invitation') as invitations,
              (select count(*) from surveys.invitation where campaign_id = $1 and (used is not null or rounds_sent <> 1)) as told,
              (select count(*) from surveys.invitation_token where campaign_id = $1 and invitation_id is not null) as led,
              (select sum(answered)::int from surveys.campaign_institution where campaign_id = $1) as answered`,
      [campaign.id],
    );
    expect(left).toEqual({ reminders: 0, invitations: people.length, told: 0, led: 0, answered: 6 });
    const mails = await owner.get<{ items: unknown[] }>(`/campaigns/${campaign.id}/mails`);
    expect(mails.body.items).toEqual([
      { kind: 'respondents', round: 0, waiting: 0, sent: people.length, failed: 0, kept: 0 },
      { kind: 'respondents', round: 1, waiting: 0, sent: people.length - 3, failed: 0, kept: 0 },
    ]);
    expect((await owner.get<Shown & { closeReason: unknown }>(`/campaigns/${campaign.id}`)).body.closeReason).toBeNull();
  });

  it('go out when an approved campaign opens by itself on its day', async () => {
    const draft = await drafted(test, owner);
    await manager.post(`/campaigns/${draft.id}/approval`);
    await advance();
    // Its day is the day before today, and it was approved before that.
    await query(
      `update surveys.campaign set opens_on = now()::date - 1, closes_on = now()::date + 20, approved_at = now() - interval '5 days' where id = $1`,
      [draft.id],
    );
    expect((await owner.get<Shown>(`/campaigns/${draft.id}`)).body.state).toBe('approved');
    await advance();
    await eventually(async () => expect((await owner.get<Shown>(`/campaigns/${draft.id}`)).body.state).toBe('open'));
    await settled(draft.id);
    const opening = (await owner.get<Shown>(`/campaigns/${draft.id}`)).body.history.find(({ what }) => what === 'opened');
    expect(opening?.actor).toBeNull();
    expect(lettersOf(server).filter(({ thread }) => thread.includes(draft.id))).toHaveLength(people.length);
  });
});
