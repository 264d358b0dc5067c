import { demoId } from '#identity';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { ApiClient } from '../../support/client.js';
import { layChange } from './lay-change.js';

interface Window {
  readonly id: string;
  readonly version: number;
}

const MAIL = demoId('service', 'MAIL');
const FREEZE = { from: '2027-06-01T06:00:00Z', to: '2027-06-03T06:00:00Z', reason: 'Vēlēšanas' };

describe('the windows of the change calendar', () => {
  let test: TestApp;
  let cast: Cast;
  let manager: ApiClient;
  let auditor: ApiClient;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    manager = await cast.signIn('andris');
    auditor = await cast.signIn('inga');
  });

  afterAll(() => test?.close());

  const events = async (id: string): Promise<string[]> =>
    (await auditor.get<{ items: { type: string }[] }>(`/audit-events?subjectId=${id}`)).body.items.map(({ type }) => type);

  it('let the change manager set, change and lift a freeze, each in the log', async () => {
    const { body } = await manager.post<Window>('/freeze-windows', FREEZE);
    const changed = await manager.put<Window>(`/freeze-windows/${body.id}`, { ...FREEZE, serviceId: MAIL }, { 'if-match': '"1"' });
    expect(changed.body).toMatchObject({
      version: 2,
      service: { id: MAIL, name: 'E-pasts un kalendārs' },
      setBy: { name: 'Andris Krūmiņš' },
    });
    const stale = await manager.put(`/freeze-windows/${body.id}`, FREEZE, { 'if-match': '"1"' });
    expect(stale.status).toBe(412);
    expect((await manager.delete(`/freeze-windows/${body.id}`)).status).toBe(204);
    expect((await manager.delete(`/freeze-windows/${body.id}`)).status).toBe(404);
    expect(await events(body.id)).toEqual(['changes.freeze-lifted', 'changes.freeze-set', 'changes.freeze-set']);
  });

  it('end a freeze that has begun, and keep it', async () => {
    const { body } = await manager.post<Window>('/freeze-windows', { ...FREEZE, from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' });
    expect(body).toMatchObject({ code: 'changes.window-over' });
    const now = Date.now();
    const running = { from: new Date(now - 3_600_000).toISOString(), to: new Date(now + 3_600_000).toISOString(), reason: 'Tagad' };
    const { body: set } = await manager.post<Window>('/freeze-windows', running);
    await manager.delete(`/freeze-windows/${set.id}`);
    const { body: list } = await manager.get<{ items: (Window & { to: string })[] }>('/freeze-windows');
    expect(Date.parse(list.items.find(({ id }) => id === set.id)!.to)).toBeLessThanOrEqual(Date.now());
  });

  it('keep two freezes of one scope apart, also when both are set in the same moment', async () => {
    const at = (hours: number) => new Date(Date.parse('2027-09-01T00:00:00Z') + hours * 3_600_000).toISOString();
    for (let round = 0; round < 10; round += 1) {
      const one = { from: at(round * 48), to: at(round * 48 + 10), reason: 'Viens' };
      const answers = await Promise.all([
        manager.post('/freeze-windows', one),
        manager.post('/freeze-windows', { ...one, reason: 'Otrs' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(answers.find(({ status }) => status === 409)!.body['code']).toBe('changes.freeze-overlaps');
      expect((await manager.post('/freeze-windows', { ...one, serviceId: MAIL })).status).toBe(201);
    }
  });

  it('refuse a freeze that makes no sense, with the field', async () => {
    const refused = async (more: object) => {
      const { status, body } = await manager.post('/freeze-windows', { ...FREEZE, ...more });
      return [status, body['code'], (body['errors'] as { pointer: string }[])[0]?.pointer];
    };
    expect(await refused({ to: FREEZE.from })).toEqual([422, 'changes.window-backwards', '/to']);
    expect(await refused({ to: '2028-06-01T06:00:00Z' })).toEqual([422, 'changes.window-too-long', '/to']);
    expect(await refused({ serviceId: demoId('person', 'ilze') })).toEqual([422, 'changes.service-unknown', '/serviceId']);
    expect(await refused({ institutionId: MAIL })).toEqual([422, 'changes.institution-unknown', '/institutionId']);
    expect(await refused({ serviceId: MAIL, institutionId: demoId('institution', 'order') })).toEqual([
      422,
      'changes.freeze-scope',
      '/institutionId',
    ]);
    expect(await refused({ reason: ' ' })).toEqual([422, 'platform.validation-failed', '/reason']);
  });

  it('let the change manager set maintenance by the week or once, and refuse a mixture and an overlap', async () => {
    const weekly = [{ weekday: 7, from: '22:00', to: '02:00' }];
    const terms = { serviceId: MAIL, weekly, validFrom: '2026-01-01' };
    const { status, body } = await manager.post<Window>('/maintenance-windows', terms);
    expect([status, body]).toMatchObject([
      201,
      { weekly, validFrom: '2026-01-01', period: null, service: { name: 'E-pasts un kalendārs' } },
    ]);
    const again = await manager.post('/maintenance-windows', terms);
    expect([again.status, again.body['code']]).toEqual([409, 'changes.maintenance-overlaps']);
    const once = await manager.post<Window>('/maintenance-windows', { serviceId: MAIL, from: FREEZE.from, to: FREEZE.to });
    expect(once.body).toMatchObject({ weekly: null, period: { from: '2027-06-01T06:00:00.000Z' } });
    for (const mixed of [{ ...terms, from: FREEZE.from, to: FREEZE.to }, { serviceId: MAIL }, { serviceId: MAIL, weekly }])
      expect((await manager.post('/maintenance-windows', mixed)).body['code']).toBe('changes.maintenance-kind');
    const changed = await manager.put<Window>(
      `/maintenance-windows/${body.id}`,
      { ...terms, validTo: '2027-01-01' },
      { 'if-match': '"1"' },
    );
    expect(changed.body).toMatchObject({ version: 2, validTo: '2027-01-01' });
    expect((await manager.delete(`/maintenance-windows/${body.id}`)).status).toBe(204);
    expect(await events(body.id)).toEqual(['changes.maintenance-lifted', 'changes.maintenance-set', 'changes.maintenance-set']);
  });

  it('are given to a calendar program by a link, which ends when it is replaced, revoked or its owner may no longer read', async () => {
    const zane = await cast.signIn('zane');
    const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const title = 'Pasta servera jaunināšana; daļa, kas ilgi gaidīta un kuras nosaukums ir garāks par rindu';
    const id = await test.unitOfWork.run((tx) =>
      layChange(tx, { title, services: ['MAIL'], from: `${day}T18:00:00Z`, to: `${day}T19:00:00Z` }),
    );
    const link = async () => new URL((await zane.post<{ url: string }>('/change-calendar/feed', {})).body.url);
    const fetchFile = (url: URL) => fetch(`${test.url}${url.pathname}${url.search}`);
    const first = await link();
    const answer = await fetchFile(first);
    const text = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(text).toContain(`UID:${id}@atbalsts\r\n`);
    expect(text.replaceAll('\r\n ', '')).toContain(String.raw`Pasta servera jaunināšana\; daļa\, kas`);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const second = await link();
    expect((await fetchFile(first)).status).toBe(404);
    expect((await fetchFile(second)).status).toBe(200);
    expect((await zane.get('/change-calendar/feed')).body['createdAt']).toEqual(expect.any(String));
    const [kept] = await test.unitOfWork.run((tx) => tx.query<{ token_hash: string }>('select token_hash from changes.calendar_feed'));
    expect(second.search).not.toContain(kept!.token_hash);
    await test.unitOfWork.run((tx) => tx.execute(`update identity.app_user set active = false where login = 'zane'`));
    expect((await fetchFile(second)).status).toBe(404);
    await test.unitOfWork.run((tx) => tx.execute(`update identity.app_user set active = true where login = 'zane'`));
    expect((await zane.delete('/change-calendar/feed')).status).toBe(204);
    expect((await fetchFile(second)).status).toBe(404);
    expect((await new ApiClient(test.url).get('/change-calendar.ics')).status).toBe(422);
  });
});
