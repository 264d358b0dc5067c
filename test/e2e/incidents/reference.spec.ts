import { Texts } from '#platform';
import { Desk, person, type SeenTicket } from './desk.js';

interface Word {
  readonly id: string;
  readonly list: string;
  readonly code: string;
  readonly nameLv: string;
  readonly active: boolean;
  readonly builtIn: boolean;
  readonly ofSystem: boolean;
  readonly mayPause: boolean;
  readonly version: number;
}

interface Refusal {
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open();
});

afterAll(() => desk?.close());

const admin = () => desk.as('admin');
const words = async (list: string): Promise<Word[]> =>
  (await (await desk.as('ilze')).get<{ items: Word[] }>('/reference-words')).body.items.filter((word) => word.list === list);
const named = async (list: string, code: string): Promise<Word> => (await words(list)).find((word) => word.code === code)!;
const add = async (body: object) => (await admin()).post<Word & Refusal>('/reference-words', body);
const change = async ({ id }: { id: string }, body: object, headers = {}) =>
  (await admin()).patch<Word & Refusal>(`/reference-words/${id}`, body, headers);
const part = { list: 'hold_reason', code: 'awaiting_part', nameLv: 'Gaida rezerves daļu', nameEn: 'Awaiting a part' };

describe('the reference tables', () => {
  it('begin with what the desk came with, the built-in marked', async () => {
    expect((await words('hold_reason')).map(({ code, builtIn, mayPause }) => [code, builtIn, mayPause])).toEqual([
      ['awaiting_requester', true, true],
      ['agreed_date', true, true],
      ['awaiting_vendor', true, false],
      ['awaiting_change', true, false],
      ['awaiting_internal', true, false],
    ]);
    expect((await words('resolution_code')).filter(({ ofSystem }) => ofSystem).map(({ code }) => code)).toEqual(['no_answer']);
  });

  it('take a reason of one’s own, which a ticket then waits for, and tell it by its name', async () => {
    expect((await add(part)).status).toBe(201);
    const held = await desk.act('elina', await desk.accepted(), 'hold', { reason: 'awaiting_part' });
    expect(held).toMatchObject({ state: 'on_hold', holdReason: 'awaiting_part' });
    const { body } = await (await desk.as('ilze')).get<{ items: { text: string }[] }>(`/tickets/${held.id}/history`);
    expect(body.items.map(({ text }) => text)).toContain('Apturēts: gaida rezerves daļu');
  });

  it('refuse a code that is there, and one that is none', async () => {
    expect(await add({ ...part, code: 'agreed_date' })).toMatchObject({ status: 409, body: { code: 'incidents.code-taken' } });
    expect((await add({ ...part, code: 'Gaida daļu' })).status).toBe(422);
    expect((await add({ ...part, code: 'braces', nameLv: '{{x}}' })).status).toBe(422);
  });

  it('take a code out of use for new tickets, and leave it to those that have it', async () => {
    const resolved = await desk.act('elina', await desk.file(), 'resolution', { code: 'third_party', text: 'Piegādātājs.', accept: true });
    expect((await change(await named('resolution_code', 'third_party'), { active: false })).body).toMatchObject({ active: false });
    const refused = await (
      await desk.as('elina')
    ).post<Refusal>(`/incidents/${(await desk.accepted()).id}/resolution`, {
      code: 'third_party',
      text: 'Piegādātājs.',
    });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/code', code: 'incidents.code-not-in-use' }] } });
    expect((await desk.read('elina', resolved)).resolution).toMatchObject({ code: 'third_party' });
    await change(await named('resolution_code', 'third_party'), { active: true });
  });

  it.each([
    ['hold', { reason: 'awaiting_luck' }],
    ['resolution', { code: 'awaiting_luck', text: 'Teksts.' }],
    ['resolution', { code: 'no_answer', text: 'Teksts.' }],
  ])('refuse by hand what nobody may choose (%s %j)', async (what, body) => {
    expect(await desk.tries('elina', await desk.accepted(), what, body)).toEqual([422, 'incidents.code-not-in-use']);
  });

  it('let the built-in be renamed, and not be taken out of use', async () => {
    const vendor = await named('hold_reason', 'awaiting_vendor');
    expect(await change(vendor, { active: false })).toMatchObject({ status: 422, body: { code: 'incidents.code-built-in' } });
    expect((await change(vendor, { nameLv: 'Gaida ražotāju', nameEn: 'Awaiting the maker' })).body).toMatchObject({
      nameLv: 'Gaida ražotāju',
    });
    const texts = desk.app.app.get(Texts);
    expect(texts.say('lv', 'incidents.hold-reason.awaiting_vendor')).toBe('gaida ražotāju');
    expect(texts.say('en', 'incidents.hold-reason.awaiting_vendor')).toBe('awaiting the maker');
  });

  it('keep each change with what was before, under a version', async () => {
    const word = await named('hold_reason', 'awaiting_internal');
    expect((await change(word, { nameEn: 'Awaiting a team' }, { 'if-match': '"7"' })).status).toBe(412);
    expect((await change(word, { nameEn: 'Awaiting a team' }, { 'if-match': `"${word.version}"` })).status).toBe(200);
    const { body } = await (
      await desk.as('inga')
    ).get<{ items: { text: string; changes: object[] }[] }>(`/reference-words/${word.id}/history`);
    expect(body.items.at(-1)).toMatchObject({
      text: 'Vērtība mainīta',
      changes: [{ label: 'Nosaukums angliski', from: 'Awaiting colleagues', to: 'Awaiting a team' }],
    });
  });

  it('are offered in the order in which they are put, all of them', async () => {
    const ids = (await words('resolution_code')).map(({ id }) => id);
    const turned = [...ids].reverse();
    const order = async (list: string, of: string[]) => (await admin()).put<Refusal>('/reference-words/order', { list, ids: of });
    expect((await order('resolution_code', turned)).status).toBe(200);
    expect((await words('resolution_code')).map(({ id }) => id)).toEqual(turned);
    expect(await order('resolution_code', turned.slice(1))).toMatchObject({ status: 422, body: { code: 'incidents.order-incomplete' } });
  });
});

describe('the categories of incidents', () => {
  interface Categorised extends SeenTicket {
    category: string | null;
  }
  const category = (code: string, nameLv: string, nameEn: string) => add({ list: 'category', code, nameLv, nameEn });
  const file = (login: string, more: object) => desk.file(login, more) as Promise<Categorised>;
  const say = async (ticket: { id: string }, code: string | null, headers = {}) =>
    (await desk.as('elina')).post<Categorised & Refusal>(`/incidents/${ticket.id}/category`, { category: code }, headers);
  const told = async (login: string, ticket: { id: string }): Promise<string[]> => {
    const { body } = await (await desk.as(login)).get<{ items: { text: string }[] }>(`/tickets/${ticket.id}/history`);
    return body.items.map(({ text }) => text).filter((text) => text.startsWith('Kategorij'));
  };

  beforeAll(async () => {
    expect(await words('category')).toEqual([]);
    await category('printing', 'Printeris un skeneris', 'Printer and scanner');
    await category('network', 'Tīkls un VPN', 'Network and VPN');
    await category('fax', 'Fakss', 'Fax');
    expect((await change(await named('category', 'fax'), { active: false })).status).toBe(200);
  });

  it('are said by an agent while filing; a requester is not asked, and says none', async () => {
    const filed = await file('elina', { affectedUserId: person('ilze'), category: 'printing' });
    expect(filed.category).toBe('printing');
    expect((await desk.eventRows(filed))[0]).toMatchObject({ type: 'incidents.submitted', payload: { category: 'printing' } });
    const body = { title: 'Nedrukā', description: 'Neko.', category: 'printing' };
    const refused = await (await desk.as('ilze')).post<Refusal>('/incidents', body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'incidents.category-not-allowed' } });
    expect((await file('ilze', {})).category).toBeNull();
  });

  it.each(['fax', 'nothing_such'])('are refused with their field where they are not in use (%s)', async (code) => {
    const refusal = { status: 422, body: { errors: [{ pointer: '/category', code: 'incidents.code-not-in-use' }] } };
    const ticket = await desk.accepted();
    expect(await say(ticket, code)).toMatchObject(refusal);
    const elina = await desk.as('elina');
    expect(await elina.post('/incidents', { title: 'a', description: 'b', affectedUserId: person('ilze'), category: code })).toMatchObject(
      refusal,
    );
    expect(await elina.post(`/incidents/${ticket.id}/resolution`, { code: 'fixed', text: 'x', category: code })).toMatchObject(refusal);
    expect(await desk.read('elina', ticket)).toMatchObject({ state: 'in_progress', category: null });
  });

  it('are changed and taken back under the version, with before and after, told to staff alone', async () => {
    const ticket = await desk.accepted();
    expect((await say(ticket, 'network', { 'if-match': '"1"' })).status).toBe(412);
    const said = await say(ticket, 'network', { 'if-match': `"${ticket.version}"` });
    expect(said.body).toMatchObject({ category: 'network', version: ticket.version + 1, abilities: { categorise: true } });
    expect((await say(ticket, 'network')).body.version).toBe(ticket.version + 1);
    await say(ticket, 'printing');
    await say(ticket, null);
    const events = (await desk.eventRows(ticket)).filter(({ type }) => type === 'incidents.categorised');
    expect(events.map(({ payload }) => [payload['from'], payload['to']])).toEqual([
      [null, 'network'],
      ['network', 'printing'],
      ['printing', null],
    ]);
    expect(await told('elina', ticket)).toEqual([
      'Kategorija: Tīkls un VPN',
      'Kategorija mainīta: bija „Tīkls un VPN”, tagad „Printeris un skeneris”',
      'Kategorija „Printeris un skeneris” noņemta',
    ]);
    expect(await told('ilze', ticket)).toEqual([]);
    expect((await (await desk.as('ilze')).post(`/incidents/${ticket.id}/category`, { category: 'network' })).status).toBe(403);
  });

  it('may be said with the resolution, and mended until the ticket is over', async () => {
    const resolution = { code: 'fixed', text: 'Iestatīts.', category: 'network', accept: true };
    const resolved = (await desk.act('elina', await desk.file(), 'resolution', resolution)) as Categorised;
    expect(resolved).toMatchObject({ state: 'resolved', category: 'network' });
    expect((await desk.events(resolved)).slice(-3)).toEqual(['incidents.accepted', 'incidents.categorised', 'incidents.resolved']);
    expect((await say(resolved, 'printing')).body.category).toBe('printing');
    await desk.act('ilze', resolved, 'confirmation');
    expect(await say(resolved, 'network')).toMatchObject({ status: 409, body: { code: 'incidents.category-too-late' } });
  });

  it('stay with a ticket that has one when they go out of use', async () => {
    const ticket = await file('elina', { affectedUserId: person('ilze'), category: 'network' });
    await change(await named('category', 'network'), { active: false });
    const resolved = await desk.act('elina', ticket, 'resolution', { code: 'fixed', text: 'x', category: 'network', accept: true });
    expect(resolved).toMatchObject({ state: 'resolved', category: 'network' });
    await change(await named('category', 'network'), { active: true });
  });

  it('narrow the queue, stand in its file by their name, and are kept by a saved view', async () => {
    await change(await named('category', 'printing'), { nameLv: 'Printeri' });
    const elina = await desk.as('elina');
    const { body } = await elina.get<{ items: Categorised[] }>('/tickets?view=all&state=any&category=printing');
    expect(new Set(body.items.map((ticket) => ticket.category))).toEqual(new Set(['printing']));
    expect(body.items.length).toBeGreaterThan(1);
    const file = await fetch(`${elina.url}/api/v1/tickets/export?format=csv&view=all&state=any&category=printing`, {
      headers: elina.headers(),
    });
    const rows = (await file.text()).trim().split('\r\n');
    expect(rows).toHaveLength(body.items.length + 1);
    const at = rows[0]!.split(';').indexOf('Kategorija');
    expect(rows.slice(1).map((row) => row.split(';')[at])).toEqual(body.items.map(() => 'Printeri'));
    const view = { name: 'Drukāšana', filters: { view: 'all', category: 'printing' }, columns: ['category'] };
    expect((await elina.post('/saved-views', view)).status).toBe(201);
    expect((await elina.get('/tickets?category=Printeri')).status).toBe(422);
  });
});
