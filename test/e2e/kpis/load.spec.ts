import { ImportFacts, RecountKpis } from '#kpis';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { CIVIL, FIRST_LINE, NETWORK, ORDER, reactAll, recordedThen, tell, TicketStory } from './figure-story.js';

interface Counts {
  readonly arrived: number;
  readonly reopened: number;
  readonly resolved: number;
  readonly cancelled: number;
}

interface LoadBody {
  readonly dataAt: string;
  readonly whole: Counts;
  readonly heat: readonly (Counts & { weekday: number; hour: number; hours: number })[];
  readonly days: readonly (Counts & { date: string; weekday: number; working: boolean })[];
  readonly parts: Record<'institution' | 'service' | 'group', readonly (Counts & { id: string | null; name: string })[]>;
}

interface RowsBody {
  readonly items: readonly { id: string; at: string; group: string | null; days: number | null; ticket: object | null }[];
  readonly nextCursor: string | null;
}

/** Two weeks of November 2025 by the wall clock of Riga: the 18th is a holiday, the 17th a day off that was moved there. */
function stories(): TicketStory[] {
  const monday = ['2025-11-10T09:15', '2025-11-10T09:40', '2025-11-17T09:05'].map((at) => new TicketStory().submitted(at));
  const [first, second] = monday;
  first!.resolved('2025-11-10T15:00').add('2025-11-12T10:00', 'incidents.reopened', { reason: 'again' }).resolved('2025-11-13T10:00');
  second!.resolved('2025-11-14T11:00');
  const night = new TicketStory({ institutionId: CIVIL, groupId: NETWORK }).submitted('2025-11-15T23:30');
  night.add('2025-11-16T08:00', 'incidents.cancelled', { reason: 'duplicate' });
  const holiday = new TicketStory({ institutionId: CIVIL, groupId: NETWORK }).submitted('2025-11-18T12:00');
  const trial = new TicketStory().submitted('2025-11-11T12:00').add('2025-11-11T13:00', 'incidents.cancelled', { reason: 'test' });
  return [...monday, night, holiday, trial];
}

const PERIOD = 'from=2025-11-10&to=2025-11-23';
const NOTHING: Counts = { arrived: 0, reopened: 0, resolved: 0, cancelled: 0 };

describe('the load of two weeks, counted by hand', () => {
  let test: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    await recordedThen(test, ...stories());
    await test.app.get(ImportFacts).execute();
  });

  afterAll(() => test?.close());

  const read = async <Body = LoadBody>(path: string, login = 'dace'): Promise<Body> =>
    (await (await cast.signIn(login)).get<Body>(`/workload${path}`)).body;

  it('has every hour of the week with what came and went in it, and how often it was', async () => {
    const { whole, heat } = await read(`?${PERIOD}`);
    expect(whole).toEqual({ arrived: 5, reopened: 1, resolved: 3, cancelled: 1 });
    expect(heat).toHaveLength(168);
    expect(heat[9]).toEqual({ ...NOTHING, weekday: 1, hour: 9, hours: 2, arrived: 3 });
    expect(heat[5 * 24 + 23]).toMatchObject({ weekday: 6, hour: 23, arrived: 1 });
    expect(heat.reduce((sum, { arrived }) => sum + arrived, 0)).toBe(5);
  });

  it('has every day, and knows which of them was free', async () => {
    const { days } = await read(`?${PERIOD}`);
    expect(days).toHaveLength(14);
    expect(days[0]).toEqual({ ...NOTHING, date: '2025-11-10', weekday: 1, working: true, arrived: 2, resolved: 1 });
    expect(days.filter(({ working }) => !working).map(({ date }) => date.slice(8))).toEqual(['15', '16', '17', '18', '22', '23']);
  });

  it('is laid out by institution and group, of which everybody sees his own, and asked for by them', async () => {
    const { parts } = await read(`?${PERIOD}`);
    expect(parts.group.map(({ id, arrived }) => [id, arrived])).toEqual([
      [FIRST_LINE, 3],
      [NETWORK, 2],
    ]);
    expect(parts.institution.map(({ id, cancelled }) => [id, cancelled])).toEqual([
      [ORDER, 0],
      [CIVIL, 1],
    ]);
    expect((await read(`?${PERIOD}&groupId=${NETWORK}`)).whole).toEqual({ ...NOTHING, arrived: 2, cancelled: 1 });
    expect((await read(`?${PERIOD}`, 'elina')).whole.arrived).toBe(3);
    expect((await read(`?${PERIOD}&groupId=${NETWORK}`, 'elina')).whole).toEqual(NOTHING);
    expect((await read(`?${PERIOD}`, 'sanita')).whole.arrived).toBe(5);
  });

  it('opens the very rows that a figure counts, page by page', async () => {
    const all = await read<RowsBody>(`/rows?${PERIOD}&what=arrived`);
    expect(all.items.map(({ at }) => at)).toEqual([...all.items.map(({ at }) => at)].sort().reverse());
    expect(all.items).toHaveLength(5);
    const first = await read<RowsBody>(`/rows?${PERIOD}&what=arrived&limit=3`);
    const rest = await read<RowsBody>(`/rows?${PERIOD}&what=arrived&limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items]).toEqual(all.items);
    const monday = await read<RowsBody>(`/rows?${PERIOD}&what=arrived&weekday=1&hour=9`);
    expect(monday.items.map(({ at }) => at.slice(5, 16))).toEqual(['11-17T07:05', '11-10T07:40', '11-10T07:15']);
    expect((await read<RowsBody>(`/rows?from=2025-11-13&to=2025-11-13&what=resolved`)).items).toHaveLength(1);
    expect((await (await cast.signIn('sanita')).get('/workload/rows?what=arrived')).status).toBe(403);
  });

  it('tells the age of what was open at the end of the days, and of each of them; the balance of what came and went is what is open', async () => {
    interface Ages {
      readonly n: number;
      readonly days0to2: number;
      readonly days3to7: number;
      readonly median: number | null;
    }
    const page = await read<{ whole: Ages; over: (Ages & { date: string })[]; parts: LoadBody['parts'] }>(`/backlog?${PERIOD}`);
    expect(page.whole).toMatchObject({ n: 2, days0to2: 0, days3to7: 2, median: null });
    expect(page.over.map(({ n }) => n)).toEqual([1, 1, 2, 1, 0, 1, 0, 1, 2, 2, 2, 2, 2, 2]);
    expect(page.parts.group.map(({ id }) => id)).toEqual(expect.arrayContaining([FIRST_LINE, NETWORK]));
    const { days } = await read(`?${PERIOD}`);
    let open = 0;
    expect(days.map((day) => (open += day.arrived + day.reopened - day.resolved - day.cancelled))).toEqual(page.over.map(({ n }) => n));
    const rows = await read<RowsBody>(`/rows?${PERIOD}&what=open&band=days3to7`);
    expect(rows.items.map(({ days: age }) => age)).toEqual([6, 5]);
    expect((await read<RowsBody>(`/rows?${PERIOD}&what=open&band=over30`)).items).toEqual([]);
  });

  it('equals its recount after late and repeated events', async () => {
    const late = new TicketStory({ groupId: NETWORK }).submitted('2025-11-20T10:00').resolved('2025-11-20T11:00');
    await tell(test, late);
    await reactAll(test, 3);
    expect((await read(`?${PERIOD}`)).whole).toMatchObject({ arrived: 6, resolved: 4 });
    expect(await test.app.get(RecountKpis).execute()).toMatchObject({ differences: 0 });
    await test.app.get(Database).query(`update kpis.load_cell set arrived = arrived + 1 where arrived > 0`);
    expect(await test.app.get(RecountKpis).execute()).toMatchObject({ healed: expect.any(Number) as number });
    expect((await read(`?${PERIOD}`)).whole).toMatchObject({ arrived: 6, resolved: 4 });
  });

  it('holds people on duty against it: by the calendars of their groups, holidays free', async () => {
    interface DutyBody {
      readonly people: number;
      readonly arrived: number;
      readonly unattended: number;
      readonly groups: readonly { id: string; people: number }[];
      readonly days: readonly { date: string; personHours: number; arrived: number }[];
    }
    const duty = await read<DutyBody>(`/duty?${PERIOD}&groupId=${NETWORK}`);
    expect(duty.groups).toEqual([expect.objectContaining({ id: NETWORK, people: duty.people })]);
    expect(duty.arrived).toBe(3);
    expect(duty.days).toHaveLength(14);
    const own = await read<DutyBody>(`/duty?${PERIOD}`, 'elina');
    expect(own.groups.map(({ id }) => id)).toEqual([FIRST_LINE]);
    const [worked, free] = ['2025-11-19', '2025-11-18'].map((date) => own.days.find((day) => day.date === date)!.personHours);
    expect(worked).toBeGreaterThan(0);
    expect(free).toBe(0);
    expect((await (await cast.signIn('zane')).get('/workload/duty')).body).toMatchObject({ code: 'kpis.duty-not-allowed' });
  });

  it('is saved as a file with all its tables, and refuses days that are none', async () => {
    const dace = await cast.signIn('dace');
    const file = await fetch(`${test.url}/api/v1/workload/export?${PERIOD}&format=csv`, { headers: dace.headers() });
    const text = await file.text();
    for (const title of ['Pa nedēļas stundām', 'Atvērtie pēc vecuma', 'Dežurējošie un noslodze', 'Pa grupām'])
      expect(text).toContain(title);
    expect((await dace.get('/workload?from=2025-02-30')).body).toMatchObject({ code: 'kpis.days-invalid' });
    expect((await dace.get('/workload/forecast')).body).toMatchObject({ forecast: null });
  });
});
