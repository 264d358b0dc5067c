import { randomBytes } from 'node:crypto';
import { Database, Jobs } from '#platform';
import { MailServer } from '../e2e/notifications/mail-server.js';
import { openedDaysAgo, standardVersion, workEveryDay } from '../e2e/surveys/campaign-story.js';
import { type Letter, lettersOf } from '../e2e/surveys/letters.js';
import { Program } from '../faults/program.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { buildProgram } from '../support/built-program.js';
import { layCast } from '../support/cast.js';
import { ApiClient } from '../support/client.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { INSTITUTIONS, layTowns, PEOPLE, type Town } from './campaign-town.js';

/** A campaign over 30 institutions and 3,000 people, from its draft to its publication, with real mail, processes and queues. */

const SECRET = randomBytes(32).toString('base64');
/** How long the mails of one round may take on a busy machine. */
const MAIL_MS = 240_000;
const AT_ONCE = 6;

interface Coverage {
  readonly institutions: number;
  readonly responding: number;
  readonly invited: number;
  readonly answered: number;
  readonly withheld: number;
  readonly complete: boolean;
  readonly silent: readonly { name: string }[];
  readonly exclusions: readonly { institution: { name: string }; reason: string }[];
  readonly rows: readonly { institution: { name: string }; invited: number; answered: { display: string; count: number | null } }[];
}

let server: MailServer;
let database: TestDatabase;
let hand: TestApp;
let program: Program;
let towns: Town[];
let owner: ApiClient;
let manager: ApiClient;
let campaignId: string;
/** The newest token of everybody who got a mail, by address. */
const tokens = new Map<string, string>();
/** What was answered to the headline question, by address. */
const given = new Map<string, string>();

beforeAll(async () => {
  buildProgram();
  server = await MailServer.open();
  database = await freshDatabase();
  hand = await startTestApp({ database });
  const { passwords } = await layCast(hand);
  towns = await layTowns(hand.unitOfWork);
  await workEveryDay(hand);
  program = await Program.on(database.url, { SMTP_URL: server.url, ATBALSTS_SECRET: SECRET, ATBALSTS_PUBLIC_URL: 'https://desk.example' });
  await program.start('api');
  await program.start('worker');
  owner = await new ApiClient(program.url).signIn('sanita', passwords.get('sanita') ?? '');
  manager = await new ApiClient(program.url).signIn('dace', passwords.get('dace') ?? '');
}, 300_000);

afterAll(async () => {
  await program?.end();
  await hand?.close();
  await server?.close();
  await database?.drop();
});

/** The number of the mail's recipient: `p12@i7.example`. */
const address = (town: number, person: number): string => `p${person}@i${town}.example`;
const everybody = (): string[] => towns.slice(0, -1).flatMap(({ people }, i) => people.map((_, k) => address(i, k)));

/** Takes the mails that have come since, remembers their tokens, and answers them. */
function takeMails(): Letter[] {
  const letters = lettersOf(server);
  server.received.length = 0;
  for (const { to, token } of letters) if (token) tokens.set(to, token);
  return letters;
}

/** Waits until as many mails have come as are expected, and that none follows them. */
async function mailsOf(count: number): Promise<Letter[]> {
  await eventually(() => expect(server.received.length).toBeGreaterThanOrEqual(count), MAIL_MS);
  await eventually(async () => {
    const [row] = await hand.app.get(Database).query(
      `select (select count(*) from platform.pending_reaction p join platform.event_log e on e.id = p.event_id where e.subject_id = $1) as pending,
              (select count(*) from notifications.delivery where state in ('queued', 'sending')) as waiting`,
      [campaignId],
    );
    expect(row).toEqual({ pending: 0, waiting: 0 });
  }, MAIL_MS);
  return takeMails();
}

/** Does `work` for all, a few at a time. */
async function forAll<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const rest = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
    }),
  );
}

/** Somebody's answers: the same from run to run, better in institutions with an even number. */
function answersOf(to: string): Record<string, string> {
  const [, person = 0, town = 0] = (/^p(\d+)@i(\d+)/.exec(to) ?? []).map(Number);
  const overall = person % 17 === 16 ? 'na' : String(1 + (((person * 3 + town) % 5) | (town % 2 === 0 ? 1 : 0)));
  const point = Number(overall) > 5 ? '5' : overall;
  return { contact_frequency: 'never', overall: point, notices: '4', filing: '3', systems: 'na', changes: '4' };
}

async function answer(to: string): Promise<void> {
  const link = `${program.url}/api/v1/survey-responses/${tokens.get(to)}`;
  const answers = answersOf(to);
  const reply = await fetch(link, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ answers }),
  });
  expect([reply.status, to]).toEqual([201, to]);
  given.set(to, answers['overall']!);
}

/** The people of each institution who answer until a day: the first so many. */
const answerers = (part: number): string[] =>
  towns.flatMap(({ people, answers }, i) => people.slice(0, Math.floor(people.length * answers * part)).map((_, k) => address(i, k)));

const silentOnes = (): string[] => everybody().filter((to) => !given.has(to));
const coverage = async (): Promise<Coverage> => (await owner.get<Coverage>(`/campaigns/${campaignId}/coverage`)).body;

/** The recurring job, at once instead of within the minute. */
const advance = (): Promise<void> => hand.app.get(Jobs).add('surveys.advance-campaigns', {});

describe('a campaign over 30 institutions and 3,000 people', () => {
  it('is drafted, approved by another person and opened, and invites everybody of the frame once', async () => {
    expect([towns.length, towns.flatMap(({ people }) => people).length]).toEqual([INSTITUTIONS, PEOPLE]);
    const draft = await owner.post<{ id: string }>('/campaigns', {
      surveyVersionId: await standardVersion(hand),
      titleLv: 'Klientu apmierinātība 2026',
      titleEn: 'Client satisfaction 2026',
      year: 2026,
      mode: 'all_users',
      opensOn: '2099-01-05',
    });
    campaignId = draft.body.id;
    const left = towns.at(-1)!;
    await owner.put(`/campaigns/${campaignId}/exclusions`, { items: [{ institutionId: left.id, reason: 'Likvidācijā no 1. decembra' }] });
    expect((await manager.post(`/campaigns/${campaignId}/approval`)).status).toBe(200);
    expect((await owner.post(`/campaigns/${campaignId}/opening`)).status).toBe(200);
    const letters = await mailsOf(PEOPLE - left.people.length);
    expect(letters.map(({ to }) => to).sort()).toEqual(everybody().sort());
    expect(new Set(letters.map(({ token }) => token)).size).toBe(letters.length);
    expect(letters.filter(({ subject }) => subject === 'Please tell us what you think: Client satisfaction 2026').length).toBeGreaterThan(
      500,
    );
  }, 600_000);

  it('takes answers, each link once, and shows numbers without names while it is open', async () => {
    await forAll(answerers(0.5), answer);
    const again = await fetch(`${program.url}/api/v1/survey-responses/${tokens.get(address(20, 0))}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ answers: answersOf(address(20, 0)) }),
    });
    expect([again.status, ((await again.json()) as { code: string }).code]).toEqual([409, 'surveys.link-used']);
    const shown = await coverage();
    expect(shown.institutions).toBe(INSTITUTIONS - 1);
    expect(shown.silent.map(({ name }) => name)).toContain(towns.at(-2)!.name);
    const few = shown.rows.find(({ institution }) => institution.name === towns[0]!.name);
    expect(few?.answered).toEqual({ display: 'hidden', count: null });
    expect((await owner.get(`/campaigns/${campaignId}/results`)).status).toBe(409);
  }, 300_000);

  it('reminds those alone who have not answered, after five working days', async () => {
    await openedDaysAgo(hand, campaignId, 5);
    await advance();
    const letters = await mailsOf(silentOnes().length);
    expect(letters.map(({ to }) => to).sort()).toEqual(silentOnes().sort());
    // The link of the first mail and that of the reminder open the same invitation, once.
    await forAll(
      answerers(1).filter((to) => !given.has(to)),
      answer,
    );
  }, 600_000);

  it('reminds once more after ten, and tells coordinators numbers and no names', async () => {
    await openedDaysAgo(hand, campaignId, 10);
    await advance();
    const letters = await mailsOf(silentOnes().length + INSTITUTIONS - 1);
    const reminders = letters.filter(({ token }) => token !== null);
    expect(reminders.map(({ to }) => to).sort()).toEqual(silentOnes().sort());
    const news = letters.filter(({ token }) => token === null);
    expect(news.map(({ to }) => to).sort()).toEqual(
      towns
        .slice(0, -1)
        .map((_, i) => address(i, 0))
        .sort(),
    );
    const largest = news.find(({ to }) => to === address(27, 0));
    const answered = [...given.keys()].filter((to) => to.endsWith('@i27.example')).length;
    expect(largest?.text).toMatch(new RegExp(`(Atbildējuši|Answered): ${answered}\\b`));
    for (const { text, to } of news) expect(text.match(/Persona \d+-\d+/g)).toEqual([`Persona ${to.slice(4, -8)}-0`]);
  }, 600_000);

  it('closes by itself after its last day, refuses late answers in plain words, and knows only how many answered', async () => {
    await openedDaysAgo(hand, campaignId, 16);
    await advance();
    await eventually(
      async () => expect((await owner.get<{ state: string }>(`/campaigns/${campaignId}`)).body.state).toBe('closed'),
      60_000,
    );
    const late = await fetch(`${program.url}/api/v1/survey-responses/${tokens.get(silentOnes()[0]!)}`);
    expect(await late.json()).toMatchObject({ state: 'expired' });
    const [left] = await hand.app.get(Database).query(
      `select (select count(*) from surveys.response where campaign_id = $1) as answers, (select count(*) from surveys.drop_box) as box,
              (select count(*) from surveys.invitation where campaign_id = $1 and used is not null) as told`,
      [campaignId],
    );
    expect(left).toEqual({ answers: given.size, box: 0, told: 0 });
    const shown = await coverage();
    expect(shown.silent.map(({ name }) => name)).toEqual([towns.at(-2)!.name]);
    expect(shown).toMatchObject({ complete: false, responding: INSTITUTIONS - 2 });
    expect(shown.exclusions).toEqual([
      expect.objectContaining({
        institution: expect.objectContaining({ name: towns.at(-1)!.name }) as object,
        reason: 'Likvidācijā no 1. decembra',
      }),
    ]);
  }, 120_000);

  it('says what a hand count of the answers says, and is published by two people', async () => {
    const shares = towns.slice(0, -2).flatMap((_, i) => {
      const judged = [...given].filter(([to, point]) => to.endsWith(`@i${i}.example`) && point !== 'na');
      return judged.length === 0 ? [] : [judged.filter(([, point]) => point === '4' || point === '5').length / judged.length];
    });
    const byHand = (100 * shares.reduce((a, b) => a + b)) / shares.length;
    const { body } = await owner.get<{ equal: { value: number }; answered: number; lines: { hidden: string | null }[] }>(
      `/campaigns/${campaignId}/results`,
    );
    expect(body.answered).toBe(given.size);
    expect(Math.abs(body.equal.value - byHand)).toBeLessThan(0.051);
    expect((await owner.post(`/campaigns/${campaignId}/publication`)).status).toBe(200);
    const published = await manager.post<{ state: string }>(`/campaigns/${campaignId}/publication`);
    expect([published.status, published.body.state]).toEqual([200, 'published']);
  }, 60_000);
});
