import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { type Instant, notFound } from '#kernel';
import { Database, type Queryable, ts, type Tx } from '#platform';
import {
  insertTicketSql,
  lockTicket,
  lockTicketForSystem,
  type NewTicket,
  Params,
  saveTicket,
  TicketFacts,
  type TicketRecord,
  type TicketStanding,
  type TicketTarget,
} from '#tickets';
import { Change } from '../domain/change.js';
import { type ChangeDetail, newChangeDetail } from '../domain/change-detail.js';

const FIELDS = Object.keys(newChangeDetail('normal')) as (keyof ChangeDetail)[];

const NUMERIC: ReadonlySet<string> = new Set(['costEuro', 'effortHours']);
const JSON_FIELDS: ReadonlySet<string> = new Set(['plan', 'riskAnswers', 'overriddenFreezes']);
const INSTANTS = /(At|From|To)$/;

const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The columns of `changes.change c`, named as `ChangeDetail` names them. */
export const CHANGE_COLUMNS = FIELDS.map((field) => `c.${snake(field)}${NUMERIC.has(field) ? '::float8' : ''} as "${field}"`).join(', ');

function stored(field: keyof ChangeDetail, value: unknown): unknown {
  if (value === null) return null;
  if (JSON_FIELDS.has(field)) return JSON.stringify(value);
  return INSTANTS.test(field) ? ts(value as Instant) : value;
}

/** A change under lock, with what the actor is to it. */
export interface LockedChange {
  readonly change: Change;
  readonly standing: TicketStanding;
}

interface Parts {
  readonly detail: ChangeDetail;
  readonly serviceIds: readonly string[];
  readonly itemIds: readonly string[];
}

/** Reads and writes changes: their detail rows here, the shared row through `#tickets`. */
@Injectable()
export class ChangeStore {
  private readonly before = new WeakMap<Change, { readonly ticket: TicketRecord; readonly parts: Parts }>();

  constructor(
    private readonly database: Database,
    private readonly tickets: TicketFacts,
  ) {}

  /**
   * Locks a change that the actor may see, by id or number (`key`), and holds `ifMatch` against its version.
   * Throws `tickets.not-found` where there is none, or none for him; `platform.version-mismatch` (412).
   */
  async lock(tx: Tx, actor: Actor, target: TicketTarget): Promise<LockedChange> {
    const { ticket, standing } = await lockTicket(tx, actor, 'change', target);
    return { change: await this.wake(tx, ticket), standing };
  }

  /** Locks a change for the system itself; undefined where there is none. */
  async lockForSystem(tx: Tx, id: string): Promise<Change | undefined> {
    const ticket = await lockTicketForSystem(tx, 'change', id);
    return ticket && this.wake(tx, ticket);
  }

  /** A change for reading, about a ticket that was read already. Throws `tickets.not-found`. */
  async of(ticket: TicketRecord, on: Queryable = this.database): Promise<Change> {
    const { detail, serviceIds, itemIds } = await this.parts(on, ticket.id);
    return new Change(ticket, detail, serviceIds, itemIds);
  }

  /** Inserts ticket and change in one statement. Answers the number. */
  async add(tx: Tx, ticket: NewTicket, detail: ChangeDetail, serviceIds: readonly string[]): Promise<string> {
    const params = new Params();
    const insert = insertTicketSql(ticket, params);
    const values = FIELDS.map((field) => `${params.add(stored(field, detail[field]))}${castOf(field)}`);
    const services = params.add(serviceIds);
    const [row] = await tx.query<{ number: string }>(
      `with filed as (${insert}), detailed as (
         insert into changes.change (ticket_id, ${FIELDS.map(snake).join(', ')}) select id, ${values.join(', ')} from filed returning ticket_id
       ), touched as (
         insert into changes.affected_service (change_id, service_id)
         select d.ticket_id, s from detailed d, unnest(${services}::uuid[]) s
       ) select number from filed`,
      params.values,
    );
    return row!.number;
  }

  /** Writes what has changed and appends the change's events, in this transaction. Devices are linked by whoever edits. */
  async save(tx: Tx, change: Change): Promise<TicketRecord> {
    const before = this.before.get(change);
    if (!before) throw new Error('a change is saved that was not locked');
    const ticket = await saveTicket(tx, change.ticket, before.ticket, tx.now);
    await this.saveDetail(tx, change, before.parts.detail);
    await this.saveServices(tx, change, before.parts.serviceIds);
    // What follows within this transaction may lock and save it again.
    Object.assign(change.ticket, ticket);
    await tx.append(...change.events.splice(0));
    return ticket;
  }

  private async saveDetail(tx: Tx, { id, detail }: Change, before: ChangeDetail): Promise<void> {
    const changed = FIELDS.filter((field) => JSON.stringify(detail[field]) !== JSON.stringify(before[field]));
    if (changed.length === 0) return;
    const params = new Params([id]);
    const set = changed.map((field) => `${snake(field)} = ${params.add(stored(field, detail[field]))}`);
    await tx.execute(`update changes.change set ${set.join(', ')} where ticket_id = $1`, params.values);
  }

  private async saveServices(tx: Tx, { id, serviceIds }: Change, before: readonly string[]): Promise<void> {
    if (JSON.stringify([...serviceIds].sort()) === JSON.stringify([...before].sort())) return;
    await tx.execute(`delete from changes.affected_service where change_id = $1 and service_id <> all($2::uuid[])`, [id, serviceIds]);
    await tx.execute(
      `insert into changes.affected_service (change_id, service_id) select $1, s from unnest($2::uuid[]) s on conflict do nothing`,
      [id, serviceIds],
    );
  }

  /** The ticket's lock covers the detail: nobody writes it without. */
  private async wake(tx: Tx, ticket: TicketRecord): Promise<Change> {
    const parts = await this.parts(tx, ticket.id);
    const change = new Change({ ...ticket }, { ...parts.detail }, parts.serviceIds, parts.itemIds);
    this.before.set(change, { ticket, parts });
    return change;
  }

  private async parts(on: Queryable, id: string): Promise<Parts> {
    const [row] = await on.query<ChangeDetail & { serviceIds: string[] }>(
      `select ${CHANGE_COLUMNS}, array(select s.service_id from changes.affected_service s where s.change_id = c.ticket_id order by 1) as "serviceIds"
       from changes.change c where c.ticket_id = $1`,
      [id],
    );
    if (!row) throw notFound('tickets');
    const { serviceIds, ...detail } = row;
    return { detail, serviceIds, itemIds: (await this.tickets.itemsOf([id], on)).map(({ itemId }) => itemId).sort() };
  }
}

function castOf(field: string): string {
  if (JSON_FIELDS.has(field)) return '::jsonb';
  if (INSTANTS.test(field)) return '::timestamptz';
  if (NUMERIC.has(field)) return '::numeric';
  return CASTS[field] ?? (field.endsWith('Id') ? '::uuid' : '::text');
}

const CASTS: Readonly<Record<string, string>> = {
  rollbackMinutes: '::integer',
  outageMinutes: '::integer',
  likelihood: '::smallint',
  riskImpact: '::smallint',
  reviewObjectivesMet: '::boolean',
  itemsUpdated: '::boolean',
  wishedBy: '::date',
};
