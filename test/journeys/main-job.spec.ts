import { Database } from '#platform';
import { startTestApp, type TestApp } from '../support/app.js';
import { type Cast, layCast } from '../support/cast.js';
import type { ApiClient } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { freshRedis, redisIsPresent } from '../support/redis.js';

interface Ticket {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly clocks: readonly {
    readonly kind: string;
    readonly state: string;
    readonly dueAt: string | null;
    readonly outcome: string | null;
  }[];
  readonly abilities: Readonly<Record<string, boolean>>;
}

const clockOf = (ticket: Ticket, kind: string) => ticket.clocks.find((clock) => clock.kind === kind);
const month = (): string => new Date().toLocaleDateString('sv', { timeZone: 'Europe/Riga' }).slice(0, 7);

/** The main job from end to end across API and worker; it polls, and holds on either backend of the queues. */
function mainJob(redisUrl: () => Promise<string | undefined>): void {
  let test: TestApp;
  let cast: Cast;
  let ilze: ApiClient;
  let elina: ApiClient;
  let ticket: Ticket;

  beforeAll(async () => {
    test = await startTestApp({ cast: true, worker: true, settings: { redisUrl: await redisUrl() } });
    cast = await layCast(test);
    ilze = await cast.signIn('ilze');
    elina = await cast.signIn('elina');
  });

  afterAll(() => test.close());

  it('an end user files an incident, and the answer carries the promise', async () => {
    const services = await ilze.get<{ items: { id: string; code: string }[] }>('/services');
    const serviceId = services.body.items.find((s) => s.code === 'EID')?.id;
    const answer = await ilze.postOnce<Ticket>('/incidents', {
      title: 'Nevar pieslēgties',
      description: 'Kopš rīta.',
      impact: 3,
      urgency: 1,
      serviceId,
    });
    expect(answer.status).toBe(201);
    ticket = answer.body;
    expect(ticket).toMatchObject({ state: 'new', number: expect.stringMatching(/^INC-\d{4}-\d{6}$/) });
    expect(ticket.clocks.map((clock) => [clock.kind, clock.state]).sort()).toEqual([
      ['resolution', 'running'],
      ['response', 'running'],
    ]);
  });

  it('the mail with the number is written by the worker', async () => {
    const admin = await cast.signIn('admin');
    await eventually(async () => {
      const { body } = await admin.get<{ items: { subject: string }[] }>('/mailbox');
      expect(body.items.map((mail) => mail.subject).join('\n')).toContain(ticket.number);
    });
  });

  it('support accepts, asks, and the clock stands still until the answer', async () => {
    expect((await elina.post<Ticket>(`/incidents/${ticket.id}/acceptance`)).body.state).toBe('in_progress');
    const held = await elina.post<Ticket>(`/incidents/${ticket.id}/hold`, { reason: 'awaiting_requester', question: 'Kāds lasītājs?' });
    expect(clockOf(held.body, 'response')).toMatchObject({ state: 'stopped', outcome: 'met' });
    expect(clockOf(held.body, 'resolution')).toMatchObject({ state: 'paused', dueAt: null });
    expect((await ilze.post(`/tickets/${ticket.id}/comments`, { body: 'KL-200', visibility: 'public' })).status).toBe(201);
    const resumed = await elina.get<Ticket>(`/tickets/${ticket.id}`);
    expect(resumed.body.state).toBe('in_progress');
    expect(clockOf(resumed.body, 'resolution')).toMatchObject({ state: 'running', dueAt: expect.any(String) });
  });

  it('the explanation of each clock adds up', async () => {
    const { body } = await ilze.get<{
      items: {
        targetSeconds: number;
        state: string;
        intervals: { from: string; to: string; counted: boolean; seconds: number }[];
        sums: { countedSeconds: number };
      }[];
    }>(`/tickets/${ticket.id}/clocks`);
    for (const clock of body.items) {
      clock.intervals.slice(1).forEach((interval, i) => expect(interval.from).toBe(clock.intervals[i]!.to));
      const counted = clock.intervals.filter((i) => i.counted).reduce((sum, i) => sum + i.seconds, 0);
      expect(Math.abs(counted - clock.sums.countedSeconds)).toBeLessThanOrEqual(1);
      if (clock.state === 'running') expect(Math.abs(counted - clock.targetSeconds)).toBeLessThanOrEqual(1);
    }
  });

  it('support resolves it, the user rates it, and the figure of the month counts him', async () => {
    const resolved = await elina.post<Ticket>(`/incidents/${ticket.id}/resolution`, { code: 'fixed', text: 'Draiveris nomainīts.' });
    expect(clockOf(resolved.body, 'resolution')).toMatchObject({ state: 'stopped', outcome: 'met' });
    expect((await ilze.post(`/tickets/${ticket.id}/rating`, { value: 'good' })).status).toBe(201);
    const dace = await cast.signIn('dace');
    await eventually(async () => {
      const compliance = await dace.get<{ overall: { denominator: number; numerator: number } }>(
        `/reports/sla-compliance?month=${month()}`,
      );
      expect(compliance.body.overall).toMatchObject({ numerator: 2, denominator: 2 });
    });
  });

  it('a recount from the events finds no difference', async () => {
    const dace = await cast.signIn('dace');
    for (const code of ['KPI-02', 'KPI-09']) {
      const { id } = (await dace.post<{ id: string }>(`/kpis/${code}/recount`)).body;
      await eventually(async () => {
        const { body } = await dace.get<{ state: string; done: number; facts: number; cells: number }>(`/kpis/recounts/${id}`);
        expect(body).toMatchObject({ state: 'done', facts: 0, cells: 0 });
        expect(body.done).toBeGreaterThan(0);
      });
    }
  });

  it('leaves nothing pending', async () => {
    await eventually(async () => {
      expect(await test.app.get(Database).query('select event_id, reaction, last_error from platform.pending_reaction')).toEqual([]);
    });
  });
}

describe('the main job with the queues on PostgreSQL', () => mainJob(async () => undefined));

(redisIsPresent ? describe : describe.skip)('the main job with the queues on Redis', () => mainJob(freshRedis));
