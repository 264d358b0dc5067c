import { randomUUID } from 'node:crypto';
import { demoId } from '#identity';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { Answer } from '../../support/client.js';
import { eventually } from '../../support/eventually.js';
import type { SeenTicket } from '../incidents/desk.js';

interface Rule {
  readonly id: string;
  readonly title: string;
  readonly position: number;
  readonly version: number;
  readonly lately: number;
  readonly faults: readonly string[];
  readonly group: { readonly id: string } | null;
}

interface Routed {
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly rule: { readonly title: string; readonly priority: number | null };
  readonly groupTaken: boolean;
  readonly priorityTaken: boolean;
  readonly answered: boolean;
}

interface Refusal {
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

interface Trial {
  readonly id: string;
  readonly state: string;
  readonly result: {
    readonly tickets: number;
    readonly routed: number;
    readonly rules: readonly {
      readonly key: string;
      readonly title: string;
      readonly holds: number;
      readonly first: number;
      readonly shadowedBy: readonly { readonly title: string; readonly tickets: number }[];
      readonly agreement: { readonly numerator: number; readonly denominator: number } | null;
      readonly differing: readonly {
        readonly number: string | null;
        readonly title: string | null;
        readonly ended: { readonly id: string };
      }[];
    }[];
  } | null;
}

const NETWORK = demoId('group', 'network');
const FIRST = demoId('group', 'first-line');

let test: TestApp;
let cast: Cast;

beforeAll(async () => {
  test = await startTestApp({ cast: true, worker: true });
  cast = await layCast(test);
});

afterAll(() => test?.close());

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

async function call<Body = Refusal>(login: string, method: Method, path: string, body?: object, ifMatch?: string): Promise<Answer<Body>> {
  const client = await cast.signIn(login);
  const headers: Record<string, string> = ifMatch === undefined ? {} : { 'if-match': ifMatch };
  if (method === 'get') return client.get<Body>(path);
  if (method === 'delete') return client.delete<Body>(path);
  return client[method]<Body>(path, body ?? {}, headers);
}

const termsOf = (more: object): object => ({ title: `Kārtula ${randomUUID().slice(0, 4)}`, active: true, groupId: NETWORK, ...more });
const add = (more: object) => call<Rule & Refusal>('admin', 'post', '/routing-rules', termsOf(more));
const list = async (login = 'admin') => (await call<{ items: Rule[]; version: number }>(login, 'get', '/routing-rules')).body;
const routingOf = async (id: string, login = 'elina') =>
  (await call<{ routed: Routed | null }>(login, 'get', `/tickets/${id}/routing`)).body.routed;

async function file(login: string, more: object): Promise<SeenTicket> {
  const answer = await call<SeenTicket>(login, 'post', '/incidents', {
    title: 'Nevar pieslēgties',
    description: 'Nekas nenotiek.',
    ...more,
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

async function shared(name: string, textLv: string): Promise<string> {
  return (await call<{ id: string }>('rihards', 'post', '/answers', { scope: 'everybody', name, textLv })).body.id;
}

/** Each test has rules of its own. */
async function clear(): Promise<void> {
  for (const { id } of (await list()).items) await call('admin', 'delete', `/routing-rules/${id}`);
}

afterEach(clear);

describe('A new incident', () => {
  it('goes to the group of the first rule that holds, before anybody sees it, with its trace on the ticket', async () => {
    await add({ title: 'Skeneri', wordsAny: ['skeneris'], groupId: FIRST });
    const vpn = (await add({ title: 'Attālinātais darbs', wordsAny: ['VPN', 'attālinātais darbs'] })).body;
    await add({ title: 'Viss cits', groupId: FIRST });
    const ticket = await file('ilze', { title: 'Nestrādā attālinātā darba savienojums' });
    expect(ticket).toMatchObject({ group: { id: NETWORK }, state: 'new', hopCount: 0 });
    expect(ticket.clocks.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['response running', 'resolution running']);
    expect(await routingOf(ticket.id)).toMatchObject({
      ...{ ruleId: vpn.id, ruleVersion: 1, groupTaken: true, priorityTaken: false, answered: false },
      rule: { title: 'Attālinātais darbs', priority: null },
    });
    const history = (await call<{ items: { type: string; text: string }[] }>('elina', 'get', `/tickets/${ticket.id}/history`)).body.items;
    expect(history.find(({ type }) => type === 'routing.rule-applied')?.text).toBe(
      'Novirzīts pēc kārtulas „Attālinātais darbs” (1. redakcija)',
    );
    const own = (await call<{ items: { type: string }[] }>('ilze', 'get', `/tickets/${ticket.id}/history`)).body.items;
    expect(own.map(({ type }) => type)).not.toContain('routing.rule-applied');
    expect((await list()).items.map(({ lately }) => lately)).toEqual([0, 1, 0]);
  });

  it('goes where its service says when no rule holds, or the one that holds is switched off', async () => {
    await add({ wordsAny: ['VPN'] });
    await add({ active: false, groupId: NETWORK });
    const ticket = await file('ilze', {});
    expect(ticket.group?.id).toBe(FIRST);
    expect(await routingOf(ticket.id)).toBeNull();
  });

  it('goes to the group that an agent chose, and a requester chooses none', async () => {
    await add({});
    const chosen = await file('elina', { groupId: FIRST, affectedUserId: demoId('person', 'ilze') });
    expect(chosen.group?.id).toBe(FIRST);
    expect(await routingOf(chosen.id)).toMatchObject({ groupTaken: false });
    const refused = await call('ilze', 'post', '/incidents', { title: 'a', description: 'b', groupId: FIRST });
    expect([refused.status, refused.body.code]).toEqual([422, 'incidents.group-not-allowed']);
  });

  it('begins with the proposed priority only where nobody has said how grave it is', async () => {
    await add({ wordsAny: ['ugunsgrēks'], impact: 1, urgency: 1 });
    const unsaid = await file('ilze', { title: 'Ugunsgrēks serveru telpā' });
    expect(unsaid.priority).toBe(1);
    expect(await routingOf(unsaid.id)).toMatchObject({ priorityTaken: true, rule: { priority: 1 } });
    const said = await file('ilze', { title: 'Ugunsgrēka mācības', impact: 3, urgency: 3 });
    expect(said.priority).toBe(5);
    expect(await routingOf(said.id)).toMatchObject({ priorityTaken: false, rule: { priority: 1 } });
  });

  it('gets the category of the rule, unless an agent said another or it has gone out of use', async () => {
    for (const code of ['printing', 'other'])
      await call('admin', 'post', '/reference-words', { list: 'category', code, nameLv: code, nameEn: code });
    const rule = await add({ wordsAny: ['printeris'], groupId: null, category: 'printing' });
    expect(await file('ilze', { title: 'Printeris klusē' })).toMatchObject({ category: 'printing' });
    const forCaller = { title: 'Printeris klusē', affectedUserId: demoId('person', 'ilze'), category: 'other' };
    expect(await file('elina', forCaller)).toMatchObject({ category: 'other' });
    const words = (await call<{ items: { id: string; code: string }[] }>('admin', 'get', '/reference-words')).body.items;
    await call('admin', 'patch', `/reference-words/${words.find(({ code }) => code === 'printing')!.id}`, { active: false });
    expect(await file('ilze', { title: 'Printeris klusē' })).toMatchObject({ category: null });
    expect((await list()).items.find(({ id }) => id === rule.body.id)?.faults).toEqual(['category-retired']);
    const refused = await call('admin', 'post', '/routing-rules', { title: 'Cita', active: true, category: 'printing' });
    expect([refused.status, refused.body.code]).toEqual([422, 'incidents.code-not-in-use']);
  });

  it('is answered once by the system: the response clock runs on, and the mail of receipt holds it', async () => {
    const answerId = await shared('Paroles', 'Labdien, {{requester.firstName}}! Paroli {{ticket.number}} varat nomainīt paši.');
    await add({ wordsAny: ['parole'], answerId });
    const ticket = await file('ilze', { title: 'Aizmirsu paroli' });
    const text = `Labdien, Ilze! Paroli ${ticket.number} varat nomainīt paši.`;
    const { items } = (
      await call<{ items: { kind: string; body: string; author: object }[] }>('ilze', 'get', `/tickets/${ticket.id}/comments`)
    ).body;
    expect(items).toMatchObject([{ kind: 'automatic', body: text, author: { id: null, name: 'Automātiska atbilde' } }]);
    const seen = (await call<SeenTicket>('elina', 'get', `/tickets/${ticket.id}`)).body;
    expect(seen.clocks.find(({ kind }) => kind === 'response')?.state).toBe('running');
    await eventually(async () => {
      const mails = (await call<{ items: { id: string; subject: string }[] }>('admin', 'get', '/mailbox')).body.items;
      const [receipt, ...more] = mails.filter(({ subject }) => subject.includes(ticket.number));
      expect(more).toEqual([]);
      expect((await call<{ text: string }>('admin', 'get', `/mailbox/${receipt!.id}`)).body.text).toContain(text);
    });
  });

  it('gets the watchers of the rule, in the name of nobody', async () => {
    await add({ watcherIds: [demoId('person', 'toms')], groupId: null });
    const ticket = await file('ilze', {});
    const { items } = (await call<{ items: { id: string }[] }>('elina', 'get', `/tickets/${ticket.id}/watchers`)).body;
    expect(JSON.stringify(items)).toContain(demoId('person', 'toms'));
  });
});

describe('The rules', () => {
  it('are refused where they want nothing, or name what is not there', async () => {
    const refusals = [
      { groupId: null },
      { impact: 1 },
      { wordsAll: ['un'] },
      { serviceIds: [randomUUID()] },
      { institutionIds: [randomUUID()] },
      { groupId: randomUUID() },
      { answerId: randomUUID() },
      { answerId: await shared('Ar vārdu', 'Ar cieņu, {{agent.name}}') },
      { watcherIds: [demoId('person', 'ilze')] },
    ];
    const codes = [];
    for (const more of refusals) codes.push((await add(more)).body.code);
    expect(codes.map((code) => code?.replace('routing.', ''))).toEqual([
      ...['outcome-needed', 'priority-needs-both', 'word-says-nothing', 'service-unknown', 'institution-unknown', 'group-unknown'],
      ...['answer-unknown', 'answer-needs-person', 'watcher-unknown'],
    ]);
  });

  it('are changed under their version, each change with before and after, and the ticket keeps the version that counted', async () => {
    const rule = (await add({ title: 'Tīkls', wordsAny: ['tīkls'] })).body;
    const ticket = await file('ilze', { title: 'Nav tīkla' });
    const next = termsOf({ title: 'Tīkls', wordsAny: ['tīkls', 'VPN'], groupId: FIRST });
    const changed = await call<Rule>('admin', 'put', `/routing-rules/${rule.id}`, next, '"1"');
    expect([changed.status, changed.body.version, changed.headers['etag']]).toEqual([200, 2, '"2"']);
    expect((await call('admin', 'put', `/routing-rules/${rule.id}`, next, '"1"')).status).toBe(412);
    expect((await file('ilze', { title: 'Nav tīkla' })).group?.id).toBe(FIRST);
    expect(await routingOf(ticket.id)).toMatchObject({ ruleVersion: 1 });
    const { items } = (
      await call<{ items: { text: string; changes: { label: string; from: string | null; to: string | null }[] }[] }>(
        ...(['rihards', 'get', `/routing-rules/${rule.id}/history`] as const),
      )
    ).body;
    expect(items.map(({ text }) => text)).toEqual(['Kārtula „Tīkls” izveidota', 'Kārtula „Tīkls” mainīta']);
    expect(items[1]?.changes).toMatchObject([
      { label: 'Kāds no vārdiem', from: 'tīkls', to: 'tīkls, VPN' },
      { label: 'Grupa', from: 'Tīkls un VPN', to: '1. līnija' },
    ]);
  });

  it('are moved under the version of the set, and a removed one leaves no gap', async () => {
    for (const title of ['a', 'b', 'c']) await add({ title });
    const { items, version } = await list();
    const moved = await call<{ items: Rule[] }>('admin', 'put', `/routing-rules/${items[2]!.id}/position`, { position: 1 }, `"${version}"`);
    expect(moved.body.items.map(({ title, position }) => `${position} ${title}`)).toEqual(['1 c', '2 a', '3 b']);
    const late = await call('admin', 'put', `/routing-rules/${items[0]!.id}/position`, { position: 1 }, `"${version}"`);
    expect(late.status).toBe(412);
    await call('admin', 'delete', `/routing-rules/${items[0]!.id}`);
    expect((await list()).items.map(({ title, position }) => `${position} ${title}`)).toEqual(['1 c', '2 b']);
  });

  it('say what of them cannot be done any more', async () => {
    const answerId = await shared('Drīz vairs nav', 'Sveiki!');
    await add({ answerId });
    await call('rihards', 'delete', `/answers/${answerId}`);
    expect((await list()).items[0]?.faults).toEqual(['answer-gone']);
    const ticket = await file('ilze', {});
    expect(await routingOf(ticket.id)).toMatchObject({ groupTaken: true, answered: false });
  });
});

describe('A try on past tickets', () => {
  async function ended(title: string, groupId: string): Promise<SeenTicket> {
    const ticket = await file('elina', { title, groupId, affectedUserId: demoId('person', 'ilze') });
    await call('elina', 'post', `/incidents/${ticket.id}/acceptance`);
    const answer = await call('elina', 'post', `/incidents/${ticket.id}/resolution`, { code: 'fixed', text: 'Novērsts.' });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return ticket;
  }

  async function trial(login: string, body: object): Promise<NonNullable<Trial['result']>> {
    const { id } = (await call<Trial>(login, 'post', '/routing-rule-trials', { days: 30, ...body })).body;
    let done: Trial | undefined;
    await eventually(async () => {
      done = (await call<Trial>(login, 'get', `/routing-rule-trials/${id}`)).body;
      expect(done.state).toBe('done');
    });
    return done!.result!;
  }

  it('tells how often each rule counts, what shadows it, and where tickets really ended', async () => {
    const differs = await ended('Žurnālraksts neveras', FIRST);
    await add({ title: 'Žurnāls', wordsAny: ['žurnālraksts'], groupId: NETWORK });
    await add({ title: 'Aizēnotā', wordsAny: ['žurnālraksti'], groupId: FIRST });
    await add({ title: 'Izslēgtā', active: false, groupId: FIRST });
    const draft = termsOf({ title: 'Melnraksts', wordsAny: ['telegrāfs'], groupId: FIRST });
    const { rules } = await trial('admin', { draft });
    expect(rules.map(({ title, first, holds }) => `${title} ${first}/${holds}`)).toEqual(['Žurnāls 1/1', 'Aizēnotā 0/1', 'Melnraksts 0/0']);
    expect(rules[0]).toMatchObject({ agreement: { numerator: 0, denominator: 1 }, differing: [{ ended: { id: FIRST } }] });
    // An administrator reads no tickets: he learns what kind of filing it was, not which.
    expect(rules[0]?.differing[0]).toMatchObject({ number: null, title: null });
    expect(rules[1]?.shadowedBy).toMatchObject([{ title: 'Žurnāls', tickets: 1 }]);
    expect(differs.number).toMatch(/^INC-/);
    const tried = await test.unitOfWork.run((tx) => tx.query(`select 1 from platform.event_log where type = 'routing.rules-tried'`));
    expect(tried).toHaveLength(1);
  });

  it('is its own for each person, and needs something to try', async () => {
    const none = await call('admin', 'post', '/routing-rule-trials', { days: 30 });
    expect([none.status, none.body.code]).toEqual([409, 'routing.nothing-to-try']);
    expect((await call('admin', 'get', `/routing-rule-trials/${randomUUID()}`)).status).toBe(404);
    expect((await call('rihards', 'get', '/routing-rule-trials/latest')).status).toBe(403);
  });
});
