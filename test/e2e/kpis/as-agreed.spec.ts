import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';
import { FIRST_LINE, NETWORK, type ReportBody, type RowsBody } from './figure-story.js';
import { layPast, PastTicket } from './past-ticket.js';

interface HonestBody {
  readonly overall: {
    readonly n: number;
    readonly worked: { readonly median: number | null; readonly p90: number | null };
    readonly waited: { readonly median: number | null; readonly p90: number | null };
  };
  readonly pauses: {
    readonly seconds: number;
    readonly share: number | null;
    readonly byReason: readonly { readonly key: string; readonly name: string; readonly share: number | null }[];
    readonly byGroup: readonly { readonly key: string }[];
  };
  readonly latePauses: { readonly pauses: number; readonly clocks: number; readonly breached: number };
  readonly relaxations: Record<string, number>;
  readonly chain: readonly { readonly key: string; readonly seconds: number; readonly share: number | null; readonly clocks: number }[];
}

const MONTH = '2025-03';
const accepted = (at: string, priority = 3): PastTicket => new PastTicket(at, { priority }).accepted(at);

/**
 * March 2025, a third priority has 16 h on LV-8x5 (8.5 h a day), a fourth one 40 h. All are opened on Monday 3 March at 09:00, so
 * that the first promise of each ends on Tuesday at 16:30. By hand, the resolution clocks:
 *   R  ten of them, relaxed to the fourth priority at 12:00, resolved on Wednesday 12:00 (25 h of contract time less: 8 + 8.5 + 3.5 = 20 h)
 *      as amended met, as agreed breached; from Tuesday 16:30 to Friday 15:00 each wins 70.5 h on the wall clock
 *   P  two of them, held for the requester on Tuesday 16:00 (15.5 h used: the last tenth), resumed on Wednesday 09:00, resolved 09:15
 *      15.75 h used, 1.5 h of working time in the pause (an hour of Tuesday, half an hour of Wednesday); met either way
 *   H  one: first line until Monday 13:00 (4 h), network until Wednesday 10:00 (4 + 8.5 + 1.5 = 14 h); breached either way
 */
function march(): PastTicket[] {
  const relaxed = Array.from({ length: 10 }, (_, at) =>
    accepted('2025-03-03T09:00:00+02:00')
      .priority('2025-03-03T12:00:00+02:00', 4, at < 3)
      .resolved('2025-03-05T12:00:00+02:00'),
  );
  const held = Array.from({ length: 2 }, () =>
    accepted('2025-03-03T09:00:00+02:00')
      .held('2025-03-04T16:00:00+02:00', 'awaiting_requester')
      .resumed('2025-03-05T09:00:00+02:00')
      .resolved('2025-03-05T09:15:00+02:00'),
  );
  const moved = accepted('2025-03-03T09:00:00+02:00').assigned('2025-03-03T13:00:00+02:00', NETWORK).resolved('2025-03-05T10:00:00+02:00');
  return [...relaxed, ...held, moved, new PastTicket('2025-03-06T09:00:00+02:00', { priority: 3, clockless: true })];
}

describe('as agreed and as amended, and the honest view', () => {
  let test: TestApp;
  let cast: Cast;
  let dace: ApiClient;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    dace = await cast.signIn('dace');
    await layPast(test, ...march());
  });

  afterAll(() => test?.close());

  const report = async (): Promise<ReportBody> => (await dace.get<ReportBody>(`/reports/sla-compliance?month=${MONTH}`)).body;
  const honest = async (): Promise<HonestBody> => (await dace.get<HonestBody>(`/reports/sla-honesty?month=${MONTH}&by=group`)).body;
  const rows = async (query: string): Promise<RowsBody['items']> =>
    (await dace.get<RowsBody>(`/reports/sla-compliance/rows?limit=200&month=${MONTH}&${query}`)).body.items;

  it('stand side by side: the first promise decided against the real stop, and the promise in force', async () => {
    const body = await report();
    const resolution = body.byKind.find(({ key }) => key === 'resolution')!;
    expect(resolution).toMatchObject({ numerator: 12, denominator: 13, value: 92.3 });
    expect(resolution.agreed).toMatchObject({ numerator: 2, denominator: 13, value: 15.4 });
    // With the thirteen responses, all met.
    expect(body.overall).toMatchObject({ numerator: 25, denominator: 26 });
    expect(body.agreed).toMatchObject({ numerator: 15, denominator: 26 });
    expect(body.counts).toMatchObject({ changedSide: 10, withoutClock: 1 });
  });

  it('open each number by the query that counted it', async () => {
    expect(await rows('list=changed_side')).toHaveLength(10);
    expect(await rows('list=met&as=agreed')).toHaveLength(15);
    expect(await rows('list=breached&as=agreed&by=kind&key=resolution')).toHaveLength(11);
    expect(await rows('list=counted&as=agreed')).toHaveLength(26);
    expect(await rows('list=timed')).toHaveLength(13);
    expect(await rows('list=timed&by=priority&key=4')).toHaveLength(10);
    expect(await rows('list=late_pause')).toHaveLength(2);
    expect(await rows('list=relaxed')).toHaveLength(10);
    expect(await rows('list=paused&part=awaiting_requester')).toHaveLength(2);
    expect(await rows('list=paused&part=agreed_date')).toHaveLength(0);
    expect(await rows(`list=stayed&part=${NETWORK}`)).toHaveLength(1);
    expect(await rows('list=without_clock')).toEqual([expect.objectContaining({ clock: null })]);
  });

  it('says how long it took by the contract and how long the user really waited', async () => {
    const { overall } = await honest();
    // In hours: 15.75 twice, 18, and 20 ten times; the wall clock from Monday 09:00 to Wednesday 12:00 is 51 h.
    expect(overall).toMatchObject({ n: 13, worked: { median: 20 * 3600, p90: 20 * 3600 }, waited: { median: 51 * 3600, p90: 51 * 3600 } });
  });

  it('says how much of the time was paused, why, and in whose hands', async () => {
    const { pauses, latePauses } = await honest();
    expect(pauses.seconds).toBe(2 * 1.5 * 3600);
    // 3 h of 3 h and 249.5 h: 2 x 15.75 + 18 + 10 x 20.
    expect(pauses.share).toBe(1.2);
    expect(pauses.byReason).toEqual([expect.objectContaining({ key: 'awaiting_requester', name: 'gaida pieteicēju', share: null })]);
    expect(pauses.byGroup).toEqual([expect.objectContaining({ key: FIRST_LINE })]);
    expect(latePauses).toMatchObject({ pauses: 2, clocks: 2, breached: 0 });
  });

  it('counts relaxations with the time gained, and who allowed them', async () => {
    expect((await honest()).relaxations).toEqual({
      count: 10,
      clocks: 10,
      seconds: 10 * 70.5 * 3600,
      requester: 3,
      secondPerson: 0,
      nobody: 7,
    });
  });

  it('shows which link of the chain used the time', async () => {
    const { chain } = await honest();
    expect(chain.map(({ key, seconds, clocks }) => [key, seconds / 3600, clocks])).toEqual([
      [FIRST_LINE, 4 + 2 * 15.75 + 10 * 20, 13],
      [NETWORK, 14, 1],
    ]);
    expect(chain.map(({ share }) => share)).toEqual([94.4, 5.6]);
  });

  it('is saved as CSV and XLSX without a formula', async () => {
    const save = (path: string): Promise<Response> =>
      fetch(`${test.url}/api/v1/reports/sla-compliance${path}`, { headers: dace.headers() });
    const csv = await save(`/rows/export?month=${MONTH}&list=changed_side&format=csv`);
    expect([csv.status, csv.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="sla-2025-03-changed-side.csv"']);
    const lines = (await csv.text()).split('\r\n');
    expect(lines[0]).toContain('Pieteikums;Nosaukums;Skaitītājs');
    expect(lines).toHaveLength(12);
    expect(lines[1]).toContain(";'=Nedrukā;Atrisināšanas laiks;1;");
    expect(lines[1]).toContain(';ievērots;2025-03-05 12:00:00;nokavēts;2025-03-04 16:30:00;20;0;51');
    const book = await save(`/export?month=${MONTH}&format=xlsx`);
    expect([book.status, book.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
    expect(await (await save(`/export?month=${MONTH}&format=csv`)).text()).toContain('spēkā esošais;25;26;96,2;');
    expect((await dace.get(`/reports/sla-compliance/export?month=${MONTH}&format=pdf`)).status).toBe(422);
  });
});
