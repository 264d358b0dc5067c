import { randomUUID } from 'node:crypto';
import { demoId } from '#identity';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { Answer } from '../../support/client.js';
import { eventually } from '../../support/eventually.js';
import { LiveStream } from '../../support/live-stream.js';

interface Draft {
  readonly body: string;
  readonly revision: string;
  readonly afterCommentId: string | null;
}

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly scope: string;
  readonly mayWrite: boolean;
  readonly version: number;
}

interface Refusal {
  readonly code?: string;
  readonly params?: Record<string, unknown>;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

let test: TestApp;
let cast: Cast;

beforeAll(async () => {
  test = await startTestApp({ cast: true, worker: true });
  cast = await layCast(test);
});

afterAll(() => test?.close());

type Method = 'get' | 'post' | 'put' | 'delete';

async function call<Body = Refusal>(login: string, method: Method, path: string, body?: object, headers?: object): Promise<Answer<Body>> {
  const client = await cast.signIn(login);
  if (method === 'get' || method === 'delete') return client[method]<Body>(path);
  return client[method]<Body>(path, body ?? {}, (headers ?? {}) as Record<string, string>);
}

async function file(more: object = {}): Promise<{ id: string; number: string }> {
  const body = { title: 'Nevar pieslēgties ar eID karti', description: 'Lasītājs netiek atpazīts.', ...more };
  return (await call<{ id: string; number: string }>('ilze', 'post', '/incidents', body)).body;
}

const say = (login: string, ticket: { id: string }, body: string, more: object = {}) =>
  call<{ id: string } & Refusal>(login, 'post', `/tickets/${ticket.id}/comments`, { body, visibility: 'public', ...more });
const save = (login: string, ticket: { id: string }, body: string, more: object = {}) =>
  call<Draft & Refusal>(login, 'put', `/tickets/${ticket.id}/draft`, { kind: 'reply', body, ...more });
const drafts = async (login: string, ticket: { id: string }) =>
  (await call<{ reply: Draft | null; note: Draft | null }>(login, 'get', `/tickets/${ticket.id}/draft`)).body;
const keep = (login: string, more: object = {}) =>
  call<Kept & Refusal>(login, 'post', '/answers', { scope: 'own', name: 'Parole', textLv: 'Nomainiet paroli.', ...more });
const savedBy = async (login: string, query = '') => (await cast.signIn(login)).text(`/answers/export?format=csv${query}`);
const names = async (login: string, query = ''): Promise<string[]> =>
  (await call<{ items: Kept[] }>(login, 'get', `/answers${query}`)).body.items.map(({ name }) => name);

describe('A draft', () => {
  it('is kept for its writer alone, one for each kind, and is found from another device', async () => {
    const ticket = await file();
    await save('elina', ticket, 'Labdien');
    await save('elina', ticket, 'Prasīt tīklam', { kind: 'note' });
    const found = await drafts('elina', ticket);
    expect([found.reply?.body, found.note?.body]).toEqual(['Labdien', 'Prasīt tīklam']);
    expect(await drafts('rihards', ticket)).toEqual({ reply: null, note: null });
    expect(await drafts('ilze', ticket)).toEqual({ reply: null, note: null });
  });

  it('is never overwritten by a device that has not seen the last version', async () => {
    const ticket = await file();
    const first = (await save('elina', ticket, 'Viens')).body.revision;
    const second = await save('elina', ticket, 'Viens divi', { revision: first });
    expect(second.status).toBe(200);
    const stale = await save('elina', ticket, 'Cits', { revision: first });
    expect([stale.status, stale.body.code, stale.body.params]).toEqual([409, 'replies.draft-changed', { revision: second.body.revision }]);
    expect([(await save('elina', ticket, 'Cits')).status, (await drafts('elina', ticket)).reply?.body]).toEqual([409, 'Viens divi']);
    const gone = await call('elina', 'delete', `/tickets/${ticket.id}/draft?kind=reply&revision=${first}`);
    expect([gone.status, (await drafts('elina', ticket)).reply?.body]).toEqual([409, 'Viens divi']);
    expect((await call('elina', 'delete', `/tickets/${ticket.id}/draft?kind=reply&revision=${second.body.revision}`)).status).toBe(204);
    expect((await drafts('elina', ticket)).reply).toBeNull();
    expect((await save('elina', ticket, 'Vēl', { revision: second.body.revision })).status).toBe(409);
  });

  it('is written once by two devices at the same instant, and the other is told', async () => {
    const ticket = await file();
    const answers = await Promise.all(['A', 'B', 'C', 'D'].map((text) => save('elina', ticket, text)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const kept = answers.find(({ status }) => status === 200);
    expect((await drafts('elina', ticket)).reply?.revision).toBe(kept?.body.revision);
  });

  it('goes with what is sent, and stays where it says more or something else', async () => {
    const ticket = await file();
    await save('elina', ticket, ' Pārbaudām. ');
    await say('elina', ticket, 'Pārbaudām.\n\nElīna');
    expect((await drafts('elina', ticket)).reply).toBeNull();
    await save('elina', ticket, 'Pavisam kas cits');
    await save('elina', ticket, 'Piezīme', { kind: 'note' });
    await say('elina', ticket, 'Atrisināts.');
    const left = await drafts('elina', ticket);
    expect([left.reply?.body, left.note?.body]).toEqual(['Pavisam kas cits', 'Piezīme']);
    await say('rihards', ticket, 'Piezīme', { visibility: 'internal' });
    expect((await drafts('elina', ticket)).note?.body).toBe('Piezīme');
  });
});

describe('A reply past what others have said', () => {
  it('is refused until its writer has seen it, and says nothing twice', async () => {
    const ticket = await file();
    const question = (await say('ilze', ticket, 'Kad būs?')).body.id;
    expect((await say('rihards', ticket, 'Šodien.', { expectedLastCommentId: question })).status).toBe(201);
    const clash = await say('elina', ticket, 'Rīt.', { expectedLastCommentId: question });
    expect([clash.status, clash.body.code, clash.body.params?.['count']]).toEqual([409, 'tickets.commented-meanwhile', 1]);
    const last = String(clash.body.params?.['commentId']);
    expect((await say('elina', ticket, 'Tiešām šodien.', { expectedLastCommentId: last })).status).toBe(201);
    expect((await say('elina', ticket, 'Vēl kas.', { expectedLastCommentId: last })).status).toBe(201);
    const { items } = (await call<{ items: { body: string }[] }>('elina', 'get', `/tickets/${ticket.id}/comments`)).body;
    expect(items.map(({ body }) => body)).toEqual(['Kad būs?', 'Šodien.', 'Tiešām šodien.', 'Vēl kas.']);
  });

  it('of two at the same instant goes once', async () => {
    const ticket = await file();
    const answers = await Promise.all([
      say('elina', ticket, 'Viens', { expectedLastCommentId: null }),
      say('rihards', ticket, 'Divi', { expectedLastCommentId: null }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('minds notes of colleagues, which a requester is not told of', async () => {
    const ticket = await file();
    await say('rihards', ticket, 'Es atbildēšu.', { visibility: 'internal' });
    expect((await say('elina', ticket, 'Labdien!', { expectedLastCommentId: null })).status).toBe(409);
    expect((await say('ilze', ticket, 'Paldies.', { expectedLastCommentId: null })).status).toBe(201);
    expect((await say('elina', ticket, 'Nekas nav gaidīts.')).status).toBe(201);
  });
});

describe('Who is typing', () => {
  const present = async (login: string, ticket: { id: string }) =>
    (await call<{ items: { person: { name: string }; kind: string }[] }>(login, 'get', `/tickets/${ticket.id}/presence`)).body.items;

  it('is told to colleagues while it is so, and to nobody else', async () => {
    const ticket = await file();
    expect((await call('elina', 'put', `/tickets/${ticket.number}/presence`, { kind: 'reply' })).status).toBe(204);
    expect(await present('rihards', ticket)).toEqual([
      expect.objectContaining({ person: expect.objectContaining({ name: 'Elīna Bērziņa' }), kind: 'reply' }),
    ]);
    expect(await present('elina', ticket)).toEqual([]);
    expect((await call('ilze', 'get', `/tickets/${ticket.id}/presence`)).status).toBe(403);
    await call('elina', 'put', `/tickets/${ticket.id}/presence`, { kind: 'note' });
    expect((await present('rihards', ticket)).map(({ kind }) => kind)).toEqual(['note']);
    await call('elina', 'delete', `/tickets/${ticket.id}/presence`);
    expect(await present('rihards', ticket)).toEqual([]);
  });

  it('is believed for so long only, and cleared away later', async () => {
    const [ticket, other] = [await file(), await file()];
    await call('elina', 'put', `/tickets/${ticket.id}/presence`, { kind: 'reply' });
    await test.unitOfWork.run((tx) =>
      tx.execute(`update replies.presence set since = since - interval '1 hour', until = until - interval '1 hour'`),
    );
    expect(await present('rihards', ticket)).toEqual([]);
    await call('elina', 'put', `/tickets/${other.id}/presence`, { kind: 'reply' });
    const [left] = await test.unitOfWork.run((tx) => tx.query<{ n: number }>(`select count(*)::int as n from replies.presence`));
    expect(left?.n).toBe(1);
  });

  it('is news on the stream of staff when somebody begins and ceases, not each time he says so', async () => {
    const ticket = await file();
    const [rihards, ...others] = await Promise.all(
      ['rihards', 'ilze', 'edgars'].map(async (login) => LiveStream.open(await cast.signIn(login))),
    );
    const told = (stream: LiveStream): number => stream.of('presence').filter(({ data }) => data['id'] === ticket.id).length;
    for (let i = 0; i < 3; i += 1) await call('elina', 'put', `/tickets/${ticket.id}/presence`, { kind: 'reply' });
    await eventually(() => expect(told(rihards!)).toBe(1));
    // Once more with the second word of a browser, for pages whose stream was only opening; after that no more.
    const began = (secondsAgo: number) =>
      test.unitOfWork.run((tx) =>
        tx.execute('update replies.presence set since = now() - make_interval(secs => $2) where ticket_id = $1', [ticket.id, secondsAgo]),
      );
    await began(10);
    await call('elina', 'put', `/tickets/${ticket.id}/presence`, { kind: 'reply' });
    await eventually(() => expect(told(rihards!)).toBe(2));
    await began(20);
    await call('elina', 'put', `/tickets/${ticket.id}/presence`, { kind: 'reply' });
    await call('elina', 'delete', `/tickets/${ticket.id}/presence`);
    await eventually(() => expect(told(rihards!)).toBe(3));
    expect(others.map(told)).toEqual([0, 0]);
    for (const stream of [rihards!, ...others]) stream.close();
  });
});

describe('A colleague who is named in a note', () => {
  it('hears of it by bell and mail, without the words of the note', async () => {
    const ticket = await file();
    const offered = await call<{ items: { id: string; name: string }[] }>('elina', 'get', `/tickets/${ticket.id}/colleagues?q=riha`);
    expect(offered.body.items).toEqual([{ id: demoId('person', 'rihards'), name: 'Rihards Liepiņš' }]);
    const mentions = [demoId('person', 'rihards')];
    expect((await say('elina', ticket, '@Rihards Liepiņš slepenais vārds', { visibility: 'internal', mentions })).status).toBe(201);
    await eventually(async () => {
      const { items } = (await call<{ items: { kind: string; ticket: { id: string } | null }[] }>('rihards', 'get', '/notices')).body;
      expect(items.filter((one) => one.ticket?.id === ticket.id && one.kind === 'mention')).toHaveLength(1);
      const box = (await call<{ items: { id: string; subject: string }[] }>('admin', 'get', '/mailbox')).body.items;
      const mail = box.find(({ subject }) => subject.includes(ticket.number) && subject.includes('pieminēja'));
      const { text } = (await call<{ text: string }>('admin', 'get', `/mailbox/${mail?.id}`)).body;
      expect(text).toContain(`/desk/tickets/${ticket.number}`);
      expect(text).not.toContain('slepenais');
    });
  });

  it('is one who reads it, and is named in a note alone', async () => {
    const ticket = await file();
    const mention = (login: string, more: object = {}) =>
      say('elina', ticket, 'Skat.', { visibility: 'internal', mentions: [demoId('person', login)], ...more });
    expect((await mention('toms')).body.errors).toEqual([expect.objectContaining({ code: 'tickets.mention-cannot-read' })]);
    expect((await mention('ilze')).status).toBe(422);
    expect((await mention('rihards', { visibility: 'public' })).body.errors?.[0]?.code).toBe('tickets.mention-in-reply');
    const { items } = (await call<{ items: object[] }>('elina', 'get', `/tickets/${ticket.id}/comments`)).body;
    expect(items).toEqual([]);
    const offered = await call<{ items: object[] }>('elina', 'get', `/tickets/${ticket.id}/colleagues?q=toms`);
    expect(offered.body.items).toEqual([]);
  });
});

describe('Answers kept ready', () => {
  it('are found by whom they are for', async () => {
    await keep('elina', { name: 'Elīnas' });
    await keep('elina', { name: 'Pirmās līnijas', scope: 'group', groupId: demoId('group', 'first-line') });
    await keep('rihards', { name: 'Visiem', scope: 'everybody' });
    expect(await names('elina')).toEqual(['Elīnas', 'Pirmās līnijas', 'Visiem']);
    expect(await names('rihards')).toEqual(['Pirmās līnijas', 'Visiem']);
    expect(await names('edgars')).toEqual(['Visiem']);
    expect(await names('elina', '?scope=own')).toEqual(['Elīnas']);
    expect(await savedBy('elina', '&scope=own')).toMatch(/^Nosaukums;.*\r\nElīnas;man;;Elīna Bērziņa;Nomainiet paroli\.;;.*\r\n$/);
    expect(await names('elina', '?q=LINIJ')).toEqual(['Pirmās līnijas']);
    const first = (await call<{ nextCursor: string }>('elina', 'get', '/answers?limit=2')).body.nextCursor;
    expect(await names('elina', `?limit=2&cursor=${first}`)).toEqual(['Visiem']);
  });

  it('are written where one has a say, on the version that was seen', async () => {
    const { id } = (await keep('elina', { name: 'Slepena' })).body;
    expect((await call('rihards', 'get', `/answers/${id}`)).status).toBe(404);
    expect((await call('rihards', 'delete', `/answers/${id}`)).status).toBe(404);
    expect((await keep('elina', { scope: 'everybody' })).body.code).toBe('replies.not-yours-to-write');
    expect((await keep('elina', { scope: 'group', groupId: demoId('group', 'applications') })).status).toBe(403);
    const changed = { scope: 'own', name: 'Slepena', textEn: 'Hello' };
    const etag = { 'if-match': '"1"' };
    expect((await call<Kept>('elina', 'put', `/answers/${id}`, changed, etag)).body.version).toBe(2);
    expect((await call('elina', 'put', `/answers/${id}`, changed, etag)).status).toBe(412);
    expect((await call('elina', 'put', `/answers/${id}`, { ...changed, scope: 'everybody' })).status).toBe(403);
    expect((await call('elina', 'delete', `/answers/${id}`)).status).toBe(204);
    expect((await call('elina', 'get', `/answers/${randomUUID()}`)).status).toBe(404);
    const events = await test.unitOfWork.run((tx) =>
      tx.query<{ type: string }>(`select type from platform.event_log where subject_type = 'answer' and subject_id = $1 order by id`, [id]),
    );
    expect(events.map(({ type }) => type)).toEqual(['replies.answer-created', 'replies.answer-changed', 'replies.answer-removed']);
  });

  it('name only places that somebody can fill, and say something', async () => {
    const unknown = await keep('elina', { textLv: 'Labdien, {{requester.salary}}!' });
    expect([unknown.status, unknown.body.errors]).toEqual([422, [expect.objectContaining({ pointer: '/textLv' })]]);
    expect(unknown.body.detail).toContain('{{requester.salary}}');
    expect((await keep('elina', { textLv: ' ' })).body.errors?.[0]?.code).toBe('replies.text-needed');
    expect((await keep('elina', { scope: 'group' })).body.errors?.[0]?.code).toBe('replies.group-needed');
  });

  it('are offered on a ticket filled with what it says, by words and by the way of resolving', async () => {
    const textLv = 'Labdien, {{requester.firstName}}! {{ticket.number}} {{service.name}} {{agent.name}}';
    await keep('rihards', { name: 'Kases kvīts', scope: 'everybody', textLv, textEn: 'Hello {{requester.name}}', resolutionCode: 'fixed' });
    const ticket = await file();
    const offered = async (query: string) =>
      (
        await call<{ language: string; items: { name: string; textLv: string; textEn: string }[] }>(
          'elina',
          'get',
          `/tickets/${ticket.id}/answers${query}`,
        )
      ).body;
    const { language, items } = await offered('?q=kvits');
    expect(language).toBe('lv');
    expect(items).toEqual([
      expect.objectContaining({
        textLv: `Labdien, Ilze! ${ticket.number} {{service.name}} Elīna Bērziņa`,
        textEn: 'Hello Ilze Kalniņa',
      }),
    ]);
    expect((await offered('?resolutionCode=fixed')).items.map(({ name }) => name)).toEqual(['Kases kvīts']);
    expect((await offered('?resolutionCode=workaround')).items).toEqual([]);
    expect((await call('edgars', 'get', `/tickets/${ticket.id}/answers`)).status).toBe(404);
  });
});
