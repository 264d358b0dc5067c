import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { eventually } from '../../support/eventually.js';

interface Text {
  readonly key: string;
  readonly group: string;
  readonly places: readonly string[];
  readonly lv: { readonly text: string; readonly shipped: string };
  readonly en: { readonly text: string; readonly shipped: string };
  readonly version: number;
  readonly updatedBy: { readonly name: string } | null;
}

interface Sample {
  readonly line: string;
  readonly mail: { readonly subject: string; readonly text: string } | null;
}

interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const INTRO = '/notice-texts/mail.received.intro';

let test: TestApp;
let cast: Cast;

beforeAll(async () => {
  test = await startTestApp({ cast: true, worker: true });
  cast = await layCast(test);
});

afterAll(() => test?.close());

/** The newest mail whose subject has these words. */
async function mailAbout(words: string): Promise<Mail | undefined> {
  const admin = await cast.signIn('admin');
  const found = (await admin.get<{ items: Mail[] }>('/mailbox')).body.items.find(({ subject }) => subject.includes(words));
  return found && (await admin.get<Mail & object>(`/mailbox/${found.id}`)).body;
}

describe('the texts of notices and mails', () => {
  it('are listed with their places, errors left out', async () => {
    const { items } = (await (await cast.signIn('admin')).get<{ items: Text[] }>('/notice-texts')).body;
    expect(items.length).toBeGreaterThan(150);
    expect(items.find(({ key }) => key === 'notice.breached')).toMatchObject({ group: 'breaches', version: 0, updatedBy: null });
    expect(items.find(({ key }) => key === 'mail.received.promise')!.places).toEqual(['responseBy', 'resolutionBy']);
    expect(items.some(({ key }) => key === 'too-many-streams' || key === 'mail.not-found')).toBe(false);
  });

  it('are worded anew for the very next mail and for all notices, and go back', async () => {
    const admin = await cast.signIn('admin');
    const words = { lv: 'Paldies, ka rakstījāt; jau skatāmies.', en: 'Thank you for writing; we are looking into it.' };
    const kept = await admin.put<Text>(INTRO, words, { 'if-match': '"0"' });
    expect(kept).toMatchObject({ status: 200, body: { version: 1, lv: { text: words.lv }, updatedBy: { name: expect.any(String) } } });
    const bell = { lv: 'Jauns darbs grupai: {{number}} ({{title}})', en: 'New work for the group: {{number}} ({{title}})' };
    expect((await admin.put('/notice-texts/notice.arrived-in-group', bell)).status).toBe(200);
    await (await cast.signIn('ilze')).post('/incidents', { title: 'Klusē tālrunis {{name}}', description: 'Nav skaņas.' });
    await eventually(async () => {
      expect((await mailAbout('Klusē tālrunis'))?.text).toContain(words.lv);
      const { items } = (await (await cast.signIn('elina')).get<{ items: { text: string }[] }>('/notices')).body;
      expect(items[0]?.text).toMatch(/^Jauns darbs grupai: INC-\d{4}-\d+ \(Klusē tālrunis \{\{name\}\}\)$/);
    });
    expect(await admin.put(INTRO, words, { 'if-match': '"0"' })).toMatchObject({ status: 412 });
    const back = await admin.delete(INTRO);
    expect(back).toMatchObject({ status: 200, body: { version: 2, lv: { text: 'Saņēmām Jūsu pieteikumu un par to parūpēsimies.' } } });
    const { items } = (await admin.get<{ items: { text: string; changes: { label: string; to: string }[] }[] }>(`${INTRO}/history`)).body;
    expect(items.map(({ text }) => text)).toEqual(['Teksts mainīts', 'Atjaunots sākotnējais teksts']);
    expect(items[0]!.changes).toContainEqual(expect.objectContaining({ label: 'Latviski', to: words.lv }));
  });

  it.each([
    ['a place that nothing fills', 'notice.assigned', '{{number}} {{title}} {{salary}}', 'notifications.place-unknown', '{{salary}}'],
    [
      'the lack of one that it must have',
      'mail.received.promise',
      'Atbildēsim līdz {{responseBy}}',
      'notifications.place-missing',
      '{{resolutionBy}}',
    ],
  ])('are refused with %s, by its name', async (_, key, lv, code, name) => {
    const admin = await cast.signIn('admin');
    const { en } = (await admin.get<Text>(`/notice-texts/${key}`)).body;
    const refused = await admin.put<{ detail: string }>(`/notice-texts/${key}`, { lv, en: en.text });
    expect(refused).toMatchObject({ status: 422, body: { code, errors: [{ pointer: '/lv' }] } });
    expect(refused.body.detail).toContain(name);
  });

  it('are none beyond those that were shipped', async () => {
    const admin = await cast.signIn('admin');
    for (const key of ['mail.nothing', 'constructor', 'mail.constructor', 'too-many-streams', 'mail.not-found']) {
      expect((await admin.get(`/notice-texts/${key}`)).status).toBe(404);
      expect((await admin.put(`/notice-texts/${key}`, { lv: 'a', en: 'a' })).status).toBe(404);
      expect((await admin.get(`/notice-texts/${key}/sample?locale=lv`)).status).toBe(404);
    }
  });

  it('are shown in a made-up mail before they are saved, harmless whatever is typed', async () => {
    const admin = await cast.signIn('admin');
    const typed = encodeURIComponent('Sveiki, <script>alert(1)</script> {{title}}');
    const sample = (await admin.get<Sample>(`/notice-texts/mail.resolved.words/sample?locale=lv&text=${typed}`)).body;
    expect(sample.mail!.subject).toBe('[INC-2026-000123] Sveiki, <script>alert(1)</script> Nevar pieslēgties ar eID karti');
    const path = `/api/v1/notice-texts/mail.resolved.words/page?locale=en&text=${typed}`;
    const page = await fetch(`${test.url}${path}`, { headers: admin.headers() });
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(await page.text()).not.toContain('<script>');
  });

  it('each have a sample in both languages', async () => {
    const admin = await cast.signIn('admin');
    const { items } = (await admin.get<{ items: Text[] }>('/notice-texts')).body;
    const lacking: string[] = [];
    for (const { key, lv } of items) {
      const { line, mail } = (await admin.get<Sample>(`/notice-texts/${key}/sample?locale=lv`)).body;
      const shown = key.startsWith('notice.clock.') || key === 'mail.moment' || `${mail?.subject}\n${mail?.text}`.includes(line);
      if (!shown || line.includes('{{') || lv.text === '') lacking.push(`${key}: ${line}`);
    }
    expect(lacking).toEqual([]);
  });

  it('are tried out in a mail to oneself', async () => {
    const admin = await cast.signIn('admin');
    const sent = await admin.post<{ to: string }>('/notice-texts/mail.resolved.intro/trial-mail', { locale: 'lv', text: 'Viss kārtībā:' });
    expect(sent.status).toBe(202);
    const mail = await mailAbout('Izmēģinājums: [INC-2026-000123]');
    expect(mail).toMatchObject({ to: sent.body.to });
    expect(mail!.text).toContain('Viss kārtībā:');
  });
});
