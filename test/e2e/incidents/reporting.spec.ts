import { Desk, group, person, type SeenTicket, service } from './desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});

afterAll(() => desk?.close());

describe('filing an incident', () => {
  it('answers with number, group, clocks and what the requester may do', async () => {
    const answer = await (
      await desk.as('ilze')
    ).post<SeenTicket>('/incidents', {
      title: ' Printeris drukā ar svītrām ',
      description: 'Tonera nomaiņa nepalīdzēja.',
      impact: 2,
      urgency: 2,
    });
    expect(answer.status).toBe(201);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.body).toMatchObject({
      number: expect.stringMatching(/^INC-\d{4}-\d{6}$/),
      title: 'Printeris drukā ar svītrām',
      state: 'new',
      priority: 3,
      source: 'portal',
      warnings: [],
      assignee: null,
      group: { id: group('first-line') },
      requester: { id: person('ilze'), name: 'Ilze Kalniņa' },
      abilities: { cancel: true, replyPublic: true, attach: true, accept: false, assign: false, noteInternal: false },
    });
    expect(answer.body.clocks.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual(['resolution running', 'response running']);
    expect(answer.body.dueAt).toBe(answer.body.clocks.find(({ kind }) => kind === 'response')?.dueAt);
    expect(await desk.read('ilze', answer.body)).toMatchObject({ dueAt: answer.body.dueAt, number: answer.body.number });
  });

  it('gives P4 where nobody says who is hit and whether work stops', async () => {
    expect((await desk.file()).priority).toBe(4);
  });

  it('sends it to the group of its service', async () => {
    expect(await desk.file('ilze', { serviceId: service('CASES') })).toMatchObject({ group: { id: group('applications') }, state: 'new' });
  });

  it('refuses a service that the institution does not receive', async () => {
    const answer = await (await desk.as('janis')).post('/incidents', { title: 'a', description: 'b', serviceId: service('CASES') });
    expect([answer.status, answer.body['code']]).toEqual([422, 'incidents.service-not-offered']);
  });

  it('warns of a personal code and keeps the text', async () => {
    expect(await desk.file('ilze', { description: 'Lietotāja 010190-12345 konts' })).toMatchObject({
      warnings: ['personal_code'],
      description: 'Lietotāja 010190-12345 konts',
    });
  });

  it('lets an agent file for somebody who called, in the caller’s name and institution', async () => {
    const filed = await desk.file('elina', { affectedUserId: person('janis') });
    expect(filed).toMatchObject({
      source: 'phone',
      requester: { id: person('janis') },
      affectedUser: { id: person('janis') },
      abilities: { accept: true, acceptAndResolve: true },
    });
    expect((await desk.read('janis', filed)).number).toBe(filed.number);
  });

  it('lets a requester file for a colleague and not for somebody of another institution', async () => {
    expect(await desk.file('ilze', { affectedUserId: person('zane') })).toMatchObject({
      requester: { id: person('ilze') },
      affectedUser: { id: person('zane') },
    });
    const ilze = await desk.as('ilze');
    const other = await ilze.post('/incidents', { title: 'a', description: 'b', affectedUserId: person('janis') });
    const none = await ilze.post('/incidents', { title: 'a', description: 'b', affectedUserId: person('no such one') });
    expect([other.status, other.body['code']]).toEqual([422, 'incidents.person-unknown']);
    expect({ ...none.body, instance: '' }).toEqual({ ...other.body, instance: '' });
  });

  it('takes a call up to an hour back with a reason, from agents only', async () => {
    const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
    const elina = await desk.as('elina');
    const call = { title: 'a', description: 'b', affectedUserId: person('ilze') };
    const code = async (body: object, who = elina): Promise<unknown> => (await who.post('/incidents', body)).body['code'];
    const dated = await elina.post<SeenTicket>('/incidents', {
      ...call,
      submittedAt: ago(45),
      submittedAtReason: 'Sistēma nebija pieejama',
    });
    expect(dated.status).toBe(201);
    expect(Date.now() - Date.parse(dated.body.submittedAt)).toBeGreaterThan(44 * 60_000);
    expect(await code({ ...call, submittedAt: ago(45) })).toBe('incidents.backdating-needs-reason');
    expect(await code({ ...call, submittedAt: ago(61), submittedAtReason: 'x' })).toBe('incidents.backdating-too-far');
    expect(await code({ ...call, submittedAt: ago(-5), submittedAtReason: 'x' })).toBe('incidents.backdating-too-far');
    expect(await code({ title: 'a', description: 'b', submittedAt: ago(5), submittedAtReason: 'x' }, await desk.as('ilze'))).toBe(
      'incidents.backdating-not-allowed',
    );
  });

  it('files once for a key, however often it is sent, and answers the same each time', async () => {
    const ilze = await desk.as('ilze');
    const body = { title: 'Vienreiz', description: 'b' };
    const answers = await Promise.all([1, 2, 3].map(() => ilze.postOnce<SeenTicket>('/incidents', body, 'reporting-once')));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.body.number)).size).toBe(1);
    expect(await desk.sql(`select 1 from tickets.ticket where title = 'Vienreiz'`)).toHaveLength(1);
    expect((await ilze.postOnce('/incidents', { title: 'Cits', description: 'b' }, 'reporting-once')).status).toBe(422);
  });

  it('names the field that is wrong', async () => {
    const answer = await (
      await desk.as('ilze')
    ).post<{ errors: { pointer: string }[] }>('/incidents', { title: '  ', description: 'b', impact: 4 });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ pointer }) => pointer).sort()).toEqual(['/impact', '/title']);
  });

  it('is not for an auditor, who only reads', async () => {
    expect((await (await desk.as('inga')).post('/incidents', { title: 'a', description: 'b' })).status).toBe(403);
  });

  it('gives numbers without gaps being promised and without one twice', async () => {
    const filed = await Promise.all(Array.from({ length: 12 }, () => desk.file()));
    expect(new Set(filed.map(({ number }) => number)).size).toBe(12);
  });
});
