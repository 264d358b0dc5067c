import { randomUUID } from 'node:crypto';
import { sleep } from '../chance.mjs';
import { ACTIONS, wishFor } from './actions.mjs';

const FINAL = new Set(['closed', 'cancelled']);
const MOST_OPEN = 25;

/** What the clients did and what they were answered. */
export class History {
  constructor() {
    this.entries = [];
    this.tickets = new Map();
  }

  add(entry) {
    this.entries.push(entry);
    return entry;
  }
}

/**
 * One random client: a requester and an agent who file, work and answer, on tickets of their own and on those of others. Whatever it
 * sends carries an Idempotency-Key and is repeated until it is answered; now and then it is sent again after the answer, as by a doubled click.
 */
export class Driver {
  /** @param {{ name: string, chance: import('../chance.mjs').Chance, client: import('./patient-client.mjs').PatientClient, people: object, history: History, pauseMs: [number, number] }} given */
  constructor({ name, chance, client, people, history, pauseMs }) {
    Object.assign(this, { name, chance, client, history, pauseMs });
    this.requester = chance.one(people.requesters);
    this.agent = chance.one(people.agents);
    this.services = people.services.slice(0, 2);
    this.own = [];
    this.stopped = false;
    this.errors = [];
  }

  async run() {
    while (!this.stopped) {
      await this.step().catch((error) => this.errors.push(`${this.name}: ${error.message}`));
      await sleep(this.chance.whole(...this.pauseMs));
    }
  }

  async step() {
    const open = this.own.filter((ticket) => !FINAL.has(ticket.state));
    if (open.length === 0 || (open.length < MOST_OPEN && this.chance.happens(0.25))) return this.file();
    const foreign = this.chance.happens(0.2) ? this.chance.one([...this.history.tickets.values()]) : undefined;
    const ticket = foreign ?? this.chance.one(open);
    const name = wishFor(this.chance, ticket.state);
    // What the requester does is his alone: his last word is known.
    if (name && (ACTIONS[name].by === 'agent' || ticket.owner === this)) await this.act(ticket, name);
  }

  /** Files an incident; its title names it for good. */
  async file(more = {}, by = this.requester) {
    const title = `${this.name} ${randomUUID()}`;
    const body = {
      ...{ title, description: 'Pārbaude.', impact: this.chance.whole(1, 3), urgency: this.chance.whole(1, 3) },
      ...{ serviceId: this.chance.one(this.services), ...more },
    };
    const entry = await this.send({ what: 'file', path: '/incidents', by, body, title });
    if (entry.status !== 201) return undefined;
    const { id, state, version } = entry.body;
    const ticket = { id, title, state, version, owner: this };
    this.history.tickets.set(id, ticket);
    this.own.push(ticket);
    return ticket;
  }

  async act(ticket, name, more = {}) {
    const action = ACTIONS[name];
    const path = action.comment
      ? `/tickets/${ticket.id}/comments`
      : action.rating
        ? `/tickets/${ticket.id}/rating`
        : `/incidents/${ticket.id}/${action.path}`;
    const ifMatch = action.path && this.chance.happens(0.4) ? ticket.version : undefined;
    const by = action.by === 'agent' ? this.agent : this.requester;
    const entry = await this.send({ what: name, path, by, ticket, ifMatch, body: { ...action.body(this.chance), ...more } });
    if (entry.status < 300 && entry.body.state) Object.assign(ticket, { state: entry.body.state, version: entry.body.version });
    else if (!action.comment && !action.rating) await this.look(ticket);
    return entry;
  }

  async look(ticket) {
    const { status, body } = await this.client.send('GET', `/tickets/${ticket.id}`, { headers: this.agent.headers });
    if (status === 200) Object.assign(ticket, { state: body.state, version: body.version });
  }

  async send({ what, path, by, ticket, ifMatch, body, title }) {
    const key = randomUUID();
    const given = { headers: by.headers, body, key, ifMatch };
    const again = this.chance.happens(0.1) ? this.chance.one(['after', 'beside']) : undefined;
    const beside = again === 'beside' ? this.client.send('POST', path, given) : undefined;
    const answer = await this.client.send('POST', path, given);
    const second = again === 'after' ? await this.client.send('POST', path, given) : await beside;
    return this.history.add({
      what,
      path,
      key,
      actorId: by.id,
      ticketId: ticket?.id ?? answer.body.id,
      ifMatch,
      sent: body,
      title,
      ...answer,
      second,
      at: Date.now(),
    });
  }
}
