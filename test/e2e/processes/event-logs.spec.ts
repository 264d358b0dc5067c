import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';
import { eventually } from '../../support/eventually.js';
import { realLog } from '../../support/real-data.js';

interface Log {
  readonly id: string;
  readonly state: string;
  readonly format: string;
  readonly fault: string | null;
  readonly head: { columns: string[]; rows: string[][] } | null;
  readonly cases: number | null;
  readonly events: number | null;
  readonly total: number | null;
}

interface Flow {
  readonly cases: number;
  readonly flow: {
    readonly moves: { from: string; to: string; count: number; calendar: { median: number; p90: number } }[];
    readonly pingPong: { cases: number };
    readonly reopened: null;
    readonly conformance: null;
    readonly variantCount: number;
  } | null;
}

let test: TestApp;
let cast: Cast;
let manager: ApiClient;

beforeAll(async () => {
  test = await startTestApp({ cast: true, worker: true });
  cast = await layCast(test);
  manager = await cast.signIn('dace');
});

afterAll(() => test?.close());

async function send(name: string, bytes: Buffer | string): Promise<{ status: number; body: Log & { code?: string } }> {
  const call = request(test.url).post('/api/v1/event-logs').set(manager.headers());
  return (await call.attach('file', Buffer.from(bytes), name)) as { status: number; body: Log & { code?: string } };
}

async function read(id: string, columns: object): Promise<Log> {
  expect((await manager.post(`/event-logs/${id}/reading`, columns)).status).toBe(202);
  let log: Log | undefined;
  await eventually(async () => {
    log = (await manager.get<Log>(`/event-logs/${id}`)).body;
    expect(log.state).not.toBe('reading');
  }, 120_000);
  return log!;
}

const COLUMNS = { caseColumn: 'case', activityColumns: ['what'], timeColumn: 'when', groupColumn: 'who' };
const csv = (cases: number): string =>
  [
    'case,what,when,who',
    ...Array.from({ length: cases }, (_, n) => `${n},new,2026-03-02 09:00,A\n${n},work,2026-03-02 10:00,B\n${n},done,2026-03-02 11:30,A`),
  ].join('\n');

const xes = (events: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
  <trace><string key="concept:name" value="Nr. 1 &amp; 2"/>${events}</trace>
</log>`;
const event = (name: string, time: string): string =>
  `<event><string key="concept:name" value="${name}"><string key="concept:name" value="inner"/></string><date key="time:timestamp" value="${time}"/></event>`;

describe('An event log', () => {
  it('shows its columns first, and is read by those that are chosen', async () => {
    const { body: log, status } = await send('žurnāls.csv', gzipSync(csv(6)));
    expect([status, log.state, log.format]).toEqual([201, 'uploaded', 'csv']);
    expect(log.head).toEqual({
      columns: ['case', 'what', 'when', 'who'],
      rows: expect.arrayContaining([['0', 'new', '2026-03-02 09:00', 'A']]),
    });
    expect((await manager.get<{ code: string }>(`/event-logs/${log.id}/flow`)).body.code).toBe('processes.event-log.not-ready');
    const ready = await read(log.id, COLUMNS);
    expect(ready).toMatchObject({ state: 'ready', cases: 6, events: 18, head: null });
    const { flow } = (await manager.get<Flow>(`/event-logs/${log.id}/flow`)).body;
    expect(flow).toMatchObject({ pingPong: { cases: 6 }, reopened: null, conformance: null });
    expect(flow!.moves).toEqual([
      expect.objectContaining({ from: 'new', to: 'work', count: 6 }),
      expect.objectContaining({ from: 'work', to: 'done', count: 6 }),
    ]);
    // Who had a case is asked only for going back and forth; no name of the file is kept, and its bytes are gone.
    const [kept] = await test.app
      .get(Database)
      .query<{ all: string; content: null }>(
        `select l.content, (select jsonb_agg(c)::text from processes.event_log_case c where c.log_id = l.id) as all from processes.event_log l where l.id = $1`,
        [log.id],
      );
    expect(kept!.content).toBeNull();
    expect(kept!.all).not.toMatch(/"[AB]"/);
    expect((await manager.post<{ code: string }>(`/event-logs/${log.id}/reading`, COLUMNS)).body.code).toBe(
      'processes.event-log.read-already',
    );
  });

  it('of fewer than five cases shows no flow', async () => {
    const { body: log } = await send('few.csv', csv(4));
    await read(log.id, COLUMNS);
    expect((await manager.get<Flow>(`/event-logs/${log.id}/flow`)).body).toMatchObject({ cases: 4, flow: null });
  });

  it('is refused with the number of the row, and may be read again by other columns', async () => {
    const { body: log } = await send('odd.csv', `${csv(5)}\n9,new,soon,A`);
    const refused = await read(log.id, COLUMNS);
    expect([refused.state, refused.fault]).toEqual(['refused', expect.stringContaining('17. rinda: „soon”')]);
    expect((await read(log.id, { ...COLUMNS, caseColumn: 'number' })).fault).toContain('nav kolonnas number');
    const listed = await manager.get<{ items: Log[] }>('/event-logs');
    expect(listed.body.items.map(({ state }) => state)).toContain('refused');
    expect((await manager.delete(`/event-logs/${log.id}`)).status).toBe(204);
    expect((await manager.get(`/event-logs/${log.id}`)).status).toBe(404);
  });

  it('in XES needs no columns, and only what events say of themselves counts', async () => {
    const good = xes(event('b', '2026-03-02T10:00:00.000+02:00') + event('a', '2026-03-02T07:30:00Z'));
    const { body: log } = await send('log.xes', good);
    expect([log.format, log.head!.columns]).toEqual(['xes', ['concept:name', 'time:timestamp']]);
    const standard = { caseColumn: 'concept:name', activityColumns: ['concept:name'], timeColumn: 'time:timestamp' };
    expect(await read(log.id, standard)).toMatchObject({ state: 'ready', cases: 1, events: 2 });
    const [kept] = await test.app
      .get(Database)
      .query<{ activities: string[]; case_id: string }>(`select activities, case_id from processes.event_log_case where log_id = $1`, [
        log.id,
      ]);
    expect(kept).toEqual({ activities: ['a', 'b'], case_id: 'Nr. 1 & 2' });
    const { body: broken, status } = await send('broken.xes', good.replace('</trace>', ''));
    expect([status, broken.code]).toEqual([422, 'processes.log.not-xes']);
  });

  it('is taken in by those who may, and never without a file', async () => {
    const agent = await cast.signIn('elina');
    expect((await agent.get('/event-logs')).status).toBe(200);
    const call = await request(test.url)
      .post('/api/v1/event-logs')
      .set(agent.headers())
      .attach('file', Buffer.from(csv(5)), 'a.csv');
    expect(call.status).toBe(403);
    expect((await send('empty.csv', '')).body.code).toBe('processes.file-missing');
  });
});

const UCI = realLog('uci-incident-event-log.csv.gz');
(UCI ? describe : describe.skip)('A real log of 141,712 events', () => {
  it('is read with progress and mined while the reader waits', async () => {
    const { body: log } = await send('uci.csv.gz', readFileSync(UCI!));
    const columns = {
      caseColumn: 'number',
      activityColumns: ['incident_state'],
      timeColumn: 'sys_updated_at',
      groupColumn: 'assignment_group',
    };
    expect(await read(log.id, columns)).toMatchObject({ state: 'ready', cases: 24_918, events: 141_712 });
    const began = performance.now();
    const { flow } = (await manager.get<Flow>(`/event-logs/${log.id}/flow`)).body;
    process.stdout.write(`141,712 events mined in ${Math.round(performance.now() - began)} ms\n`);
    expect(flow!.variantCount).toBe(2_080);
    expect(flow!.moves.find(({ from, to }) => from === 'Resolved' && to === 'Closed')).toMatchObject({
      count: 24_916,
      calendar: { median: 433_980, p90: 643_260 },
    });
  }, 180_000);
});
