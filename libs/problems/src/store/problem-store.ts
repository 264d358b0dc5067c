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
  type TicketRecord,
  type TicketStanding,
  type TicketTarget,
} from '#tickets';
import type { Fix } from '../domain/fix.js';
import { newProblemDetail, type ProblemDetail } from '../domain/problem-detail.js';
import { Problem } from '../domain/problem.js';

const FIELDS = Object.keys(newProblemDetail('reason', '')) as (keyof ProblemDetail)[];
const INSTANTS: ReadonlySet<string> = new Set(['knownSince', 'riskAcceptedAt', 'verifyFrom']);

const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const COLUMNS = FIELDS.map((field) => `p.${snake(field)} as "${field}"`).join(', ');

const stored = (field: string, value: unknown): unknown => (INSTANTS.has(field) ? ts(value as Instant | null) : value);

function castOf(field: string): string {
  if (INSTANTS.has(field)) return '::timestamptz';
  if (field === 'recurrences') return '::integer';
  return field.endsWith('Id') ? '::uuid' : '::text';
}

/** A problem under lock, with what the actor is to it. */
export interface LockedProblem {
  readonly problem: Problem;
  readonly standing: TicketStanding;
}

interface Parts {
  readonly detail: ProblemDetail;
  readonly fixes: readonly Fix[];
}

/** Reads and writes problems: their own rows here, the shared row through `#tickets`. The ticket's lock covers all of them. */
@Injectable()
export class ProblemStore {
  private readonly before = new WeakMap<Problem, { readonly ticket: TicketRecord; readonly parts: Parts }>();

  constructor(private readonly database: Database) {}

  /**
   * Locks a problem that the actor may see, by id or number (`key`), and holds `ifMatch` against its version.
   * Throws `tickets.not-found` where there is none, or none for him; `platform.version-mismatch` (412).
   */
  async lock(tx: Tx, actor: Actor, target: TicketTarget): Promise<LockedProblem> {
    const { ticket, standing } = await lockTicket(tx, actor, 'problem', target);
    return { problem: await this.wake(tx, ticket), standing };
  }

  /** Locks a problem for the system itself; undefined where there is none. */
  async lockForSystem(tx: Tx, id: string): Promise<Problem | undefined> {
    const ticket = await lockTicketForSystem(tx, 'problem', id);
    return ticket && this.wake(tx, ticket);
  }

  /** A problem for reading, about a ticket that was read already. Throws `tickets.not-found`. */
  async of(ticket: TicketRecord, on: Queryable = this.database): Promise<Problem> {
    const { detail, fixes } = await this.parts(on, ticket.id);
    return new Problem(ticket, detail, [...fixes]);
  }

  /** Problems that this change is to resolve. */
  async resolvedBy(changeId: string, on: Queryable = this.database): Promise<string[]> {
    const rows = await on.query<{ id: string }>(`select problem_id as id from problems.fix where change_id = $1 order by 1`, [changeId]);
    return rows.map(({ id }) => id);
  }

  /** Inserts ticket and problem in one statement. Answers the number. */
  async add(tx: Tx, ticket: NewTicket, detail: ProblemDetail): Promise<string> {
    const params = new Params();
    const insert = insertTicketSql(ticket, params);
    const values = FIELDS.map((field) => `${params.add(stored(field, detail[field]))}${castOf(field)}`);
    const [row] = await tx.query<{ number: string }>(
      `with filed as (${insert}), detailed as (
         insert into problems.problem (ticket_id, ${FIELDS.map(snake).join(', ')}) select id, ${values.join(', ')} from filed
       ) select number from filed`,
      params.values,
    );
    return row!.number;
  }

  /** Writes what has changed and appends the problem's events, in this transaction. */
  async save(tx: Tx, problem: Problem): Promise<TicketRecord> {
    const before = this.before.get(problem);
    if (!before) throw new Error('a problem is saved that was not locked');
    const ticket = await saveTicket(tx, problem.ticket, before.ticket, tx.now);
    await this.saveDetail(tx, problem, before.parts.detail);
    await this.saveFixes(tx, problem, before.parts.fixes);
    // What follows within this transaction may lock and save it again.
    Object.assign(problem.ticket, ticket);
    await tx.append(...problem.events.splice(0));
    return ticket;
  }

  private async saveDetail(tx: Tx, { id, detail }: Problem, before: ProblemDetail): Promise<void> {
    const changed = FIELDS.filter((field) => detail[field] !== before[field]);
    if (changed.length === 0) return;
    const params = new Params([id]);
    const set = changed.map((field) => `${snake(field)} = ${params.add(stored(field, detail[field]))}`);
    await tx.execute(`update problems.problem set ${set.join(', ')} where ticket_id = $1`, params.values);
  }

  private async saveFixes(tx: Tx, { id, fixes }: Problem, before: readonly Fix[]): Promise<void> {
    if (JSON.stringify(fixes) === JSON.stringify(before)) return;
    const rows = fixes.map(({ changeId, raisedAt, outcome, endedAt, reviewedAt, spentAt }) => ({
      ...{
        change_id: changeId,
        outcome,
        raised_at: ts(raisedAt),
        ended_at: ts(endedAt),
        reviewed_at: ts(reviewedAt),
        spent_at: ts(spentAt),
      },
    }));
    await tx.execute(
      `insert into problems.fix (problem_id, change_id, raised_at, outcome, ended_at, reviewed_at, spent_at)
       select $1, change_id, raised_at, outcome, ended_at, reviewed_at, spent_at from jsonb_to_recordset($2::jsonb)
         as r(change_id uuid, raised_at timestamptz, outcome text, ended_at timestamptz, reviewed_at timestamptz, spent_at timestamptz)
       on conflict (problem_id, change_id) do update set outcome = excluded.outcome, ended_at = excluded.ended_at,
         reviewed_at = excluded.reviewed_at, spent_at = excluded.spent_at`,
      [id, JSON.stringify(rows)],
    );
  }

  private async wake(tx: Tx, ticket: TicketRecord): Promise<Problem> {
    const parts = await this.parts(tx, ticket.id);
    const problem = new Problem(
      { ...ticket },
      { ...parts.detail },
      parts.fixes.map((fix) => ({ ...fix })),
    );
    this.before.set(problem, { ticket, parts });
    return problem;
  }

  private async parts(on: Queryable, id: string): Promise<Parts> {
    const [detail] = await on.query<ProblemDetail>(`select ${COLUMNS} from problems.problem p where p.ticket_id = $1`, [id]);
    if (!detail) throw notFound('tickets');
    const fixes = await on.query<Fix>(
      `select change_id as "changeId", raised_at as "raisedAt", outcome, ended_at as "endedAt", reviewed_at as "reviewedAt",
         spent_at as "spentAt" from problems.fix where problem_id = $1 order by raised_at, change_id`,
      [id],
    );
    return { detail, fixes };
  }
}
