import { randomUUID } from 'node:crypto';
import { demoItemId, seedAssetsDemo } from '#assets';
import { demoId } from '#identity';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { ApiClient } from '../../support/client.js';
import {
  type Call,
  type ChangeRecordState,
  type Ids,
  NOW,
  type Owner,
  type Person,
  type ProblemRecordState,
  type RecordState,
} from './row.js';
import { changeFor } from './change-records.js';
import { problemFor } from './problem-records.js';

export interface Reply {
  readonly status: number;
  /** The body without what differs from call to call (the instance of a refusal). */
  readonly body: unknown;
  readonly etag: string | null;
}

const FILER: Readonly<Record<Owner, Person>> = { order: 'ilze', civil: 'janis', restricted: 'ilze' };

/** Tags of the demonstration. */
const ITEM: Readonly<Record<Owner, string>> = { order: 'IT-020000', civil: 'IT-020001', restricted: 'SRV-0001' };

/** What must be done to a new incident until it is in the state; each step by an agent of the first line. */
const STEPS: Readonly<Record<Exclude<RecordState, ChangeRecordState | ProblemRecordState>, readonly (readonly [string, object])[]>> = {
  new: [],
  in_progress: [['acceptance', {}]],
  on_hold: [
    ['acceptance', {}],
    ['hold', { reason: 'awaiting_vendor' }],
  ],
  security: [['security', { awareAt: NOW }]],
  notified: [
    ['security', { awareAt: NOW }],
    ['security/notification-sent', { at: NOW }],
  ],
  relaxed: [['priority', { impact: 3, urgency: 3, reason: 'new_information' }]],
  breached: [],
  void_requested: [],
  merged: [],
  parent: [],
  related: [],
  urgent: [['priority', { impact: 1, urgency: 1, reason: 'new_information' }]],
  resolved: [
    ['acceptance', {}],
    ['resolution', { code: 'fixed', text: 'Salabots.' }],
  ],
};

/** Everything that the matrix is played in: the product, its people signed in, and their records. */
export class World {
  private readonly clients = new Map<Person, Promise<ApiClient>>();
  private readonly readOnlyRecords = new Map<Owner, Promise<Ids>>();

  private constructor(
    readonly test: TestApp,
    private readonly cast: Cast,
  ) {}

  static async start(): Promise<World> {
    const test = await startTestApp({ cast: true });
    const world = new World(test, await layCast(test));
    await test.unitOfWork.run((tx) => seedAssetsDemo(tx));
    // Tomas, an agent of a group that is not user support, gets an account with elina's password.
    await world.database.query(
      `update identity.app_user set login = 'toms', password_hash = (select password_hash from identity.app_user where login = 'elina') where id = $1`,
      [demoId('person', 'toms')],
    );
    return world;
  }

  get database(): Database {
    return this.test.app.get(Database);
  }

  /** A person's client; with `anew`, in a session of its own. */
  async client(person: Person, { anew = false }: { anew?: boolean } = {}): Promise<ApiClient> {
    const password = this.cast.passwords.get(person === 'toms' ? 'elina' : person) ?? '';
    // A session of its own may be there to end the others.
    if (anew) this.clients.delete(person);
    const kept = this.clients.get(person);
    const client = kept ?? new ApiClient(this.test.url).signIn(person, password);
    if (!anew) this.clients.set(person, client);
    return client;
  }

  /** Calls a route as a person; `undefined` as nobody. */
  async call(client: ApiClient | undefined, route: string, { params = {}, query = '', body, file = false }: Call): Promise<Reply> {
    const [method = '', template = ''] = route.split(' ');
    const path = template.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? 'x');
    const payload = file
      ? { body: aFile() }
      : body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const headers = { ...client?.headers(), ...payload.headers };
    const response = await fetch(`${this.test.url}/api/v1${path}${query}`, {
      method,
      headers,
      // An answer that leads on to a page is the answer; the page is not served here.
      redirect: 'manual',
      ...(payload.body ? { body: payload.body } : {}),
    });
    return { status: response.status, body: await bodyOf(response), etag: response.headers.get('etag') };
  }

  /** A ticket of this owner that is only read: the same at each call, with a file of its own and one of staff. */
  async readOnly(owner: Owner): Promise<Ids> {
    const kept = this.readOnlyRecords.get(owner) ?? this.recordWithFiles(owner);
    this.readOnlyRecords.set(owner, kept);
    return kept;
  }

  /** A new ticket of this owner in the state; `other` and the files are those of the one that is only read. */
  async record(owner: Owner, state: RecordState): Promise<Ids> {
    const shared = await this.readOnly(owner);
    if (isChange(state)) {
      const people = {
        requester: await this.client(FILER[owner]),
        manager: await this.client('andris'),
        director: await this.client('dace'),
      };
      const change = await changeFor(people, state);
      if (owner === 'restricted') await this.restrict(change.id);
      return { ...shared, ticket: change.id, number: change.number, ...(change.concurrence ? { concurrence: change.concurrence } : {}) };
    }
    const agent = await this.client('elina');
    if (isProblem(state)) {
      const people = { agent, lead: await this.client('rihards'), director: await this.client('dace') };
      const problem = await problemFor(people, this.database, state, shared.other);
      if (owner === 'restricted') await this.restrict(problem.id);
      return { ...shared, ticket: problem.id, number: problem.number, change: problem.change };
    }
    const breached = state === 'breached' || state === 'void_requested';
    const partner = state === 'merged' || state === 'parent' || state === 'related' ? await this.file(owner) : undefined;
    const ticket = breached ? await this.fileLate(owner) : await this.file(owner);
    for (const [step, body] of STEPS[state]) await must(agent.post(`/incidents/${ticket.id}/${step}`, body));
    if (partner) await this.bringTogether(state, ticket.id, partner.id);
    const clock = await this.clockOf(ticket.id, breached ? 'response' : 'resolution');
    const wrong = { reason: 'wrong_registration', note: 'Bija P5.', priority: 5 };
    if (state === 'void_requested') await must(agent.post(`/tickets/${ticket.id}/clocks/${clock}/void-requests`, wrong));
    if (owner === 'restricted') await this.restrict(ticket.id);
    return { ...shared, ticket: ticket.id, number: ticket.number, clock, other: partner?.id ?? shared.other };
  }

  private async bringTogether(state: RecordState, ticket: string, partner: string): Promise<void> {
    const agent = await this.client('elina');
    if (state === 'merged') await must(agent.post(`/incidents/${ticket}/cancellation`, { reason: 'duplicate', duplicateOfId: partner }));
    else if (state === 'parent') await must(agent.post(`/tickets/${partner}/links`, { ticket, kind: 'child_of' }));
    else await must(agent.post(`/tickets/${ticket}/links`, { ticket: partner }));
  }

  private async recordWithFiles(owner: Owner): Promise<Ids> {
    const [ticket, other] = [await this.file(owner), await this.file(owner)];
    const file = await this.attach(await this.client(FILER[owner]), ticket.id, 'public');
    const staffFile = await this.attach(await this.client('elina'), ticket.id, 'internal');
    if (owner === 'restricted') for (const { id } of [ticket, other]) await this.restrict(id);
    return {
      ticket: ticket.id,
      number: ticket.number,
      file,
      staffFile,
      other: other.id,
      agent: demoId('person', 'liga'),
      group: demoId('group', 'network'),
      clock: await this.clockOf(ticket.id, 'resolution'),
      item: demoItemId(ITEM[owner]),
    };
  }

  /** A call of 50 minutes ago that nobody has answered within the quarter of an hour of a P1. */
  private async fileLate(owner: Owner): Promise<{ id: string; number: string }> {
    const submittedAt = new Date(Date.now() - 50 * 60_000).toISOString();
    const late = { impact: 1, urgency: 1, source: 'phone', submittedAt, submittedAtReason: 'Zvans naktī.' };
    const report = { title: 'Nedarbojas e-pasts', description: 'Kopš rīta.', affectedUserId: demoId('person', FILER[owner]), ...late };
    return must((await this.client('elina')).post<{ id: string; number: string }>('/incidents', report));
  }

  private async clockOf(ticketId: string, kind: string): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(`select id from sla.clock where ticket_id = $1 and kind = $2`, [
      ticketId,
      kind,
    ]);
    return row!.id;
  }

  /** Ids of nothing; what is not the record's own stays. */
  missing(ids: Ids): Ids {
    return {
      ...ids,
      item: randomUUID(),
      clock: randomUUID(),
      ticket: randomUUID(),
      number: 'INC-2099-999999',
      file: randomUUID(),
      staffFile: randomUUID(),
    };
  }

  /** What a refused call must leave as it is. */
  async trace(ids: Ids): Promise<unknown> {
    return this.database.query(
      `select version, state, group_id, updated_at, (select count(*) from tickets.comment c where c.ticket_id = t.id) as comments,
         (select count(*) from platform.event_log e where e.subject_id = t.id and e.type <> 'incidents.transition-refused') as events
       from tickets.ticket t where id = $1`,
      [ids.ticket],
    );
  }

  /** Makes a ticket restricted. Its assignee, where there is one, is somebody who does not play here: an assignee is named on it. */
  private async restrict(id: string): Promise<void> {
    await this.database.query(
      `update tickets.ticket set restricted = true, assignee_id = case when assignee_id is null then null else $2::uuid end where id = $1`,
      [id, demoId('person', 'liga')],
    );
  }

  private async file(owner: Owner): Promise<{ id: string; number: string }> {
    const filer = await this.client(FILER[owner]);
    const report = { title: 'Nedarbojas e-pasts', description: 'Kopš rīta.', serviceId: demoId('service', 'MAIL') };
    return must(filer.post<{ id: string; number: string }>('/incidents', report));
  }

  private async attach(client: ApiClient, ticketId: string, visibility: 'public' | 'internal'): Promise<string> {
    const form = aFile();
    form.append('visibility', visibility);
    const response = await fetch(`${this.test.url}/api/v1/tickets/${ticketId}/attachments`, {
      method: 'POST',
      headers: client.headers(),
      body: form,
    });
    if (!response.ok) throw new Error(`cannot attach: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { id: string }).id;
  }
}

function aFile(): FormData {
  const form = new FormData();
  form.append('file', new Blob(['kļūdas teksts\n'], { type: 'text/plain' }), 'kluda.txt');
  return form;
}

const isProblem = (state: RecordState): state is ProblemRecordState => state.startsWith('problem_');

const isChange = (state: RecordState): state is ChangeRecordState => state.startsWith('change_');

export async function must<Body>(call: Promise<{ status: number; body: Body }>): Promise<Body> {
  const { status, body } = await call;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return undefined;
  }
  const text = await response.text();
  if (!response.headers.get('content-type')?.includes('json')) return text;
  const body: unknown = JSON.parse(text);
  return typeof body === 'object' && body !== null && 'instance' in body ? { ...body, instance: undefined } : body;
}
