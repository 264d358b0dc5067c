import { UnitOfWork } from '#platform';
import { declareDemonstration } from '#processes';
import { eventually } from '../../support/eventually.js';
import { failing, person, ProcessDesk, type Shown, TERMS } from './process-desk.js';

interface Notice {
  readonly kind: string;
  readonly text: string;
  readonly page: string | null;
}

interface Board {
  readonly items: Shown[];
  readonly counts: {
    on: string;
    count: number;
    external: number;
    target: number | null;
    items: { name: string; stage: string | null }[];
  }[];
  readonly demonstration: boolean;
}

let desk: ProcessDesk;

beforeAll(async () => {
  desk = await ProcessDesk.open({ worker: true });
});

afterAll(() => desk?.close());

const board = async (): Promise<Board> => (await desk.manager.get<Board>('/processes')).body;
const told = async (login: string): Promise<Notice[]> =>
  (await (await desk.cast.signIn(login)).get<{ items: Notice[] }>('/notices')).body.items;
const kinds = async (login: string): Promise<string[]> => (await told(login)).map(({ kind }) => kind).reverse();

async function mails(word: string): Promise<string[]> {
  const admin = await desk.cast.signIn('admin');
  const { items } = (await admin.get<{ items: { to: string; subject: string }[] }>('/mailbox')).body;
  return items.filter(({ subject }) => subject.startsWith(word)).map(({ to }) => to);
}

async function aged(id: string, days: number): Promise<void> {
  await desk.database.query(`update processes.process set stage_since = now() - make_interval(days => $2) where id = $1`, [id, days]);
}

describe('A process that nobody uses any more', () => {
  it('is at risk after such a month, suspended after sixty days, and its owner and the managers are told of each', async () => {
    await desk.freeze(['KPI-09']);
    await desk.live(10);
    await desk.watch().count();
    const id = await desk.piloted('incident-management');
    await desk.manager.post(`/processes/${id}/implementation`);
    await desk.watched();
    expect([(await desk.read(id)).stage, (await desk.read(id)).todo]).toEqual(['implemented', []]);

    // As if a month without a single record had gone by.
    await desk.database.query(
      `update processes.month_count set live = 0 where month = (select max(month) - interval '1 month' from processes.month_count)`,
    );
    await desk.watch().follow();
    const risky = await desk.read(id);
    expect([risky.stage, failing(risky), await desk.count()]).toEqual(['at_risk', ['usage'], 1]);
    expect(risky.todo).toEqual([{ code: 'usage', text: '20 no 30 ierakstiem trīs pilnos mēnešos.', may: true }]);
    expect(Date.parse(risky.suspendsAt ?? '') - Date.now()).toBeGreaterThan(59.9 * 86_400_000);

    await aged(id, 59);
    expect(await desk.watch().follow()).toBe(0);
    await aged(id, 60);
    await desk.watch().follow();
    expect([(await desk.read(id)).stage, await desk.count()]).toEqual(['suspended', 0]);

    await eventually(async () => {
      for (const login of ['viktors', 'dace', 'sanita']) expect(await kinds(login)).toEqual(['process-at-risk', 'process-suspended']);
    });
    const [suspended, risk] = await told('viktors');
    expect(suspended).toMatchObject({
      text: 'Process „Incidentu pārvaldība” apturēts un vairs neskaitās ieviests: trūkst lietojuma',
      page: `/reports/processes/${id}`,
    });
    expect(risk?.text).toMatch(
      /^Process „Incidentu pārvaldība” apdraudēts: trūkst lietojuma\. Ja līdz \d\d\.\d\d\.\d{4}\. nebūs novērsts, to apturēs$/,
    );
    await eventually(async () => expect(await mails('Apturēts process: Incidentu pārvaldība')).toHaveLength(3));
    expect(await kinds('elina')).toEqual([]);
  });
});

describe('A restored process', () => {
  it('is told of as well', async () => {
    await desk.watch().count();
    const id = await desk.piloted('service-desk');
    await desk.manager.post(`/processes/${id}/implementation`);
    await desk.live(3, ['submitted', 'resolved', 'closed']);
    await desk.live(2, ['submitted', 'resolved', 'closed']);
    await desk.watched();
    expect((await desk.read(id)).stage).toBe('at_risk');
    await desk.live(100);
    await desk.watched();
    expect((await desk.read(id)).stage).toBe('implemented');
    await eventually(async () => expect(await kinds('viktors')).toContain('process-restored'));
  });
});

describe('The yearly review', () => {
  it('is called for once a month ahead, and once more when its day has passed', async () => {
    const { items } = await board();
    const { id } = items.find(({ stage }) => stage === 'implemented')!;
    const due = (days: number) =>
      desk.database.query(`update processes.process set review_due_on = (now() at time zone 'Europe/Riga')::date + $2::int where id = $1`, [
        id,
        days,
      ]);
    await due(31);
    expect(await desk.watch().callReviews()).toBe(0);
    await due(30);
    expect([await desk.watch().callReviews(), await desk.watch().callReviews()]).toEqual([1, 0]);
    // Reactions of different events run beside each other: the second notice must not overtake the first.
    await eventually(async () => expect((await kinds('viktors')).at(-1)).toBe('process-review-due'));
    await due(-1);
    expect([await desk.watch().callReviews(), await desk.watch().callReviews()]).toEqual([1, 0]);
    await eventually(async () => expect((await kinds('viktors')).slice(-2)).toEqual(['process-review-due', 'process-review-overdue']));
    expect((await desk.read(id)).todo[0]).toMatchObject({
      code: 'review',
      text: expect.stringMatching(/bija jāpabeidz līdz \d\d\.\d\d\.\d{4}\.$/),
    });
  });
});

describe('The years before the register', () => {
  it('count by documents that another verified, as long as they held, and until the register speaks itself', async () => {
    const { id } = (await desk.owner.post<Shown>('/processes', { practice: 'it-asset-management', ownerId: person('viktors') })).body;
    const document = { kind: 'external', document: 'Publiskais pārskats par 2019. gadu', orderDate: '2019-10-01', validTo: '2021-06-30' };
    const added = (await desk.owner.post<Shown>(`/processes/${id}/evidence`, document)).body;
    expect(await desk.count('2019-12-31')).toBe(0);
    await desk.manager.post(`/processes/${id}/evidence/${added.evidence[0]!.id}/verification`);
    const on = async (day: string): Promise<number> => desk.count(day);
    expect(await Promise.all(['2019-09-30', '2019-10-01', '2021-06-30', '2021-07-01'].map(on))).toEqual([0, 1, 1, 0]);
    const { counts } = await board();
    expect(counts.map(({ on: day, count, external, target }) => [day, count, external, target]).slice(0, 4)).toEqual([
      ['2019-12-31', 1, 1, 1],
      ['2020-12-31', 1, 1, 2],
      ['2021-12-31', 0, 0, 3],
      ['2022-12-31', 0, 0, 5],
    ]);
    expect(counts[0]!.items).toEqual([{ id, name: 'IT aktīvu pārvaldība', stage: null }]);
    await desk.owner.post(`/processes/${id}/evidence/${added.evidence[0]!.id}/withdrawal`, { reason: 'Kļūda' });
    expect(await desk.count('2019-12-31')).toBe(0);
  });
});

describe('What is missing', () => {
  it('is said to each reader with whether he may do it himself', async () => {
    const { id } = (await desk.owner.post<Shown>('/processes', { practice: 'knowledge-management', ownerId: person('viktors') })).body;
    const { todo } = (await desk.owner.get<Shown>(`/processes/${id}`)).body;
    expect(todo).toEqual([{ code: 'describe', text: 'Aprakstā trūkst: tvērums, apraksts, lomas, divi rādītāji.', may: true }]);
    await desk.owner.put(`/processes/${id}/terms`, TERMS);
    await desk.owner.post(`/processes/${id}/design`);
    const elina = await desk.cast.signIn('elina');
    const seen = (await elina.get<Shown>(`/processes/${id}`)).body.todo;
    expect(seen).toMatchObject([{ code: 'add-order', may: false }]);
  });
});

describe('The board', () => {
  it('is saved as CSV and XLSX', async () => {
    const csv = await fetch(`${desk.test.url}/api/v1/processes/export?format=csv`, { headers: desk.manager.headers() });
    expect([csv.status, csv.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="processes.csv"']);
    const text = await csv.text();
    expect(text).toContain('Rīkojums;Īpašnieks aktīvs;Lietojums;Atbilstība;Rādītājs;Pārbaudītājs;Kā trūkst;Izvērtēt līdz');
    expect(text).toContain('Zināšanu pārvaldība;Viktors Sproģis;Izstrādāts;');
    expect((await desk.manager.get('/processes/export?format=xlsx')).status).toBe(200);
    expect((await desk.manager.get('/processes/export?format=exe')).status).toBe(422);
  });
});

describe('History that was taken in', () => {
  it('counts for nothing, but in a demonstration, which says that it is one', async () => {
    const id = await desk.piloted('problem-management');
    const months = async (): Promise<number[]> => (await desk.read(id)).months.map(({ live }) => live);
    const before = await months();
    await desk.live(40, undefined, true);
    await desk.watch().count();
    expect([await months(), (await board()).demonstration]).toEqual([expect.anything(), false]);
    const real = await months();
    await desk.test.app.get(UnitOfWork).run((tx) => declareDemonstration(tx));
    await desk.watch().count();
    expect((await months()).map((live, at) => live - real[at]!)).toEqual([40, 40, 40]);
    expect([(await board()).demonstration, before.length]).toEqual([true, 3]);
  });
});
