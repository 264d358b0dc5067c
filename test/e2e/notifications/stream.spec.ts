import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { eventually } from '../../support/eventually.js';
import { LiveStream } from '../../support/live-stream.js';

let test: TestApp;
let cast: Cast;
const open: LiveStream[] = [];

beforeAll(async () => {
  test = await startTestApp({ cast: true, worker: true });
  cast = await layCast(test);
});

afterEach(() => open.splice(0).forEach((stream) => stream.close()));
afterAll(() => test?.close());

async function stream(login: string, headers: Record<string, string> = {}): Promise<LiveStream> {
  const opened = await LiveStream.open(await cast.signIn(login), headers);
  open.push(opened);
  return opened;
}

async function file(login = 'ilze'): Promise<{ id: string; number: string }> {
  const answer = await (
    await cast.signIn(login)
  ).post<{ id: string; number: string }>('/incidents', { title: 'Nestrādā tīkls', description: 'Kopš rīta.' });
  expect(answer.status).toBe(201);
  return answer.body;
}

describe('the live stream', () => {
  it('tells those who may see a ticket, and nobody else', async () => {
    const [ilze, elina, janis] = await Promise.all([stream('ilze'), stream('elina'), stream('janis')]);
    const ticket = await file();
    await eventually(() => {
      for (const seeing of [ilze, elina]) {
        expect(seeing.of('ticket').map(({ data }) => data)).toContainEqual({
          id: ticket.id,
          number: ticket.number,
          version: 1,
          change: 'incidents.submitted',
        });
        expect(seeing.of('counts').length).toBeGreaterThan(0);
      }
      expect(elina.of('notice')).toHaveLength(1);
    });
    const own = await file('janis');
    await eventually(() => expect(janis.of('ticket').map(({ data }) => data['id'])).toContain(own.id));
    expect(janis.of('ticket').map(({ data }) => data['id'])).not.toContain(ticket.id);
    expect(ilze.of('ticket').map(({ data }) => data['id'])).not.toContain(own.id);
  });

  it('keeps from the requester what is for staff only', async () => {
    const [ilze, elina] = await Promise.all([stream('ilze'), stream('elina')]);
    const ticket = await file();
    const note = { body: 'Zvanīt piegādātājam.', visibility: 'internal' };
    expect((await (await cast.signIn('elina')).post(`/tickets/${ticket.id}/comments`, note)).status).toBe(201);
    expect((await (await cast.signIn('elina')).post(`/incidents/${ticket.id}/acceptance`)).status).toBe(200);
    const changes = (of: LiveStream): unknown[] =>
      of.of('ticket').flatMap(({ data }) => (data['id'] === ticket.id ? [data['change']] : []));
    await eventually(() => {
      expect(changes(elina)).toEqual(expect.arrayContaining(['tickets.comment-added', 'incidents.accepted']));
      expect(changes(ilze)).toContain('incidents.accepted');
    });
    expect(changes(ilze)).not.toContain('tickets.comment-added');
  });

  it('gives ids that only rise, and catches up after the last one that a browser saw', async () => {
    const first = await stream('ilze');
    await file();
    await eventually(() => expect(first.of('ticket').length).toBeGreaterThan(0));
    const ids = first.messages.flatMap(({ id }) => (id === undefined ? [] : [Number(id)]));
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    first.close();
    const missed = await file();
    const second = await stream('ilze', { 'last-event-id': String(ids.at(-1)) });
    await eventually(() => expect(second.of('ticket').map(({ data }) => data['id'])).toContain(missed.id));
  });

  it('asks to read everything anew after too long an absence', async () => {
    const log = `insert into platform.event_log (at, type, version, subject_type, subject_id, payload)
      select now(), 'tickets.touched', 1, 'ticket', gen_random_uuid(), '{}' from generate_series(1, 700)`;
    await test.unitOfWork.run((tx) => tx.query(log));
    const late = await stream('ilze', { 'last-event-id': '1' });
    await eventually(() => expect(late.of('resync')).toHaveLength(1));
  });

  it('asks to read everything anew after the connection to the database was lost', async () => {
    const live = await stream('ilze');
    await test.unitOfWork.run((tx) =>
      tx.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'atbalsts-feed' and datname = current_database()`,
      ),
    );
    await eventually(() => expect(live.of('resync')).toHaveLength(1));
    const ticket = await file();
    await eventually(() => expect(live.of('ticket').map(({ data }) => data['id'])).toContain(ticket.id));
  });

  it('ends with the session', async () => {
    const password = cast.passwords.get('zane') ?? '';
    const { ApiClient } = await import('../../support/client.js');
    const zane = await new ApiClient(test.url).signIn('zane', password);
    const live = await LiveStream.open(zane);
    await zane.delete('/session');
    await eventually(() => expect(live.ended).toBe(true));
  });

  it('refuses a session that holds too many streams, and whoever is not signed in', async () => {
    for (let n = 0; n < 6; n += 1) await stream('dace');
    await expect(stream('dace')).rejects.toThrow('429');
    const { ApiClient } = await import('../../support/client.js');
    await expect(LiveStream.open(new ApiClient(test.url))).rejects.toThrow('401');
  });
});
