import { demoId } from '#identity';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';

/** A ticket as these tests read it. */
export interface SeenTicket {
  id: string;
  number: string;
  title: string;
  state: string;
  priority: number;
  version: number;
  holdReason: string | null;
  hold: { reason: string; question: string | null; until: string | null } | null;
  group: { id: string; name: string } | null;
  assignee: { id: string; name: string } | null;
  requester: { id: string; name: string };
  affectedUser: { id: string };
  institution: { id: string; name: string };
  source: string;
  submittedAt: string;
  dueAt: string | null;
  clocks: { kind: string; state: string; dueAt: string | null }[];
  abilities: Record<string, boolean>;
  warnings?: string[];
  resolution: { code: string; text: string; by: { name: string } | null } | null;
  reopenUntil: string | null;
  resolvedAt: string | null;
  closedAt: string | null;
  hopCount: number;
  reopenCount: number;
  duplicateOf: { id: string; number: string } | null;
  followUpOf: { id: string; number: string } | null;
  code?: string;
}

/** The product with the demonstration's people, and a few shortcuts. */
export class Desk {
  private constructor(
    readonly app: TestApp,
    readonly cast: Cast,
  ) {}

  static async open(): Promise<Desk> {
    return Desk.of(await startTestApp({ cast: true }));
  }

  static async of(app: TestApp): Promise<Desk> {
    return new Desk(app, await layCast(app));
  }

  as(login: string): Promise<ApiClient> {
    return this.cast.signIn(login);
  }

  /** Files an incident as `login` and answers it. */
  async file(login = 'ilze', more: object = {}): Promise<SeenTicket> {
    const body = { title: 'Nevar pieslēgties ar eID karti', description: 'Karšu lasītājs netiek atpazīts.', ...more };
    const answer = await (await this.as(login)).post<SeenTicket>('/incidents', body);
    if (answer.status !== 201) throw new Error(`not filed: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Does something to an incident; throws unless it succeeds. */
  async act(login: string, ticket: { id: string }, what: string, body: object = {}): Promise<SeenTicket> {
    const answer = await (await this.as(login)).post<SeenTicket>(`/incidents/${ticket.id}/${what}`, body);
    if (answer.status >= 300) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Tries something; the status and the code of the refusal. */
  async tries(login: string, ticket: { id: string }, what: string, body: object = {}): Promise<[number, string | undefined]> {
    const answer = await (await this.as(login)).post<SeenTicket>(`/incidents/${ticket.id}/${what}`, body);
    return [answer.status, answer.body.code];
  }

  async read(login: string, ticket: { id: string }): Promise<SeenTicket> {
    return (await (await this.as(login)).get<SeenTicket>(`/tickets/${ticket.id}`)).body;
  }

  /** An incident that elina has accepted. */
  async accepted(more: object = {}): Promise<SeenTicket> {
    return this.act('elina', await this.file('ilze', more), 'acceptance');
  }

  async resolved(): Promise<SeenTicket> {
    return this.act('elina', await this.file(), 'resolution', { code: 'fixed', text: 'Nomainīts lasītājs.', accept: true });
  }

  /** Types of the ticket's events, in order. */
  async events(ticket: { id: string }): Promise<string[]> {
    return (await this.eventRows(ticket)).map((row) => row.type);
  }

  async eventRows(ticket: { id: string }): Promise<{ type: string; payload: Record<string, unknown> }[]> {
    return this.app.unitOfWork.run((tx) =>
      tx.query<{ type: string; payload: Record<string, unknown> }>(
        `select type, payload from platform.event_log where subject_id = $1 and type not like 'sla.%' order by id`,
        [ticket.id],
      ),
    );
  }

  sql<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return this.app.unitOfWork.run((tx) => tx.query<Row>(sql, params));
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

export const person = (login: string): string => demoId('person', login);
export const group = (key: string): string => demoId('group', key);
export const service = (code: string): string => demoId('service', code);
