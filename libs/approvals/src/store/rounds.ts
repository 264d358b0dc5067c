import { Injectable } from '@nestjs/common';
import { CalendarBook, type WorkingCalendar } from '#calendars';
import { Database, type Queryable, ts, type Tx } from '#platform';
import { ApprovalRound } from '../domain/approval-round.js';
import type { Approval, Round, Step } from '../domain/approval.js';

/** Whose days are working days (DOMAIN 4.2). */
const CALENDAR = 'lv-8x5';

type StepRow = Omit<Step, 'name' | 'approvals'> & { readonly roundId: string; readonly nameLv: string; readonly nameEn: string };

const ROUND = `id, ticket_id as "ticketId", number, purpose, content_hash as "contentHash", title, excluded_ids as "excludedIds", state,
  opened_at as "openedAt", ended_at as "endedAt", reason`;

const STEP = `id, round_id as "roundId", position, name_lv as "nameLv", name_en as "nameEn", rule, needed, state, due_at as "dueAt",
  remind_at as "remindAt", on_expiry as "onExpiry", escalate_to_ids as "escalateToIds", client_side as "clientSide", opened_at as "openedAt",
  ended_at as "endedAt", escalated_at as "escalatedAt"`;

const APPROVAL = `a.id, a.step_id as "stepId", a.approver_id as "approverId", a.state, a.decided_at as "decidedAt", a.reason, a.channel,
  a.delegated_from_id as "delegatedFromId", a.chain, a.escalated`;

export interface RoundPlace {
  readonly roundId: string;
  readonly ticketId: string;
}

/** Reads and writes rounds with their steps and approvals. */
@Injectable()
export class Rounds {
  private readonly finalBefore = new WeakMap<ApprovalRound, ReadonlySet<string>>();

  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarBook,
  ) {}

  /** All rounds of tickets, latest first. */
  async ofTickets(ticketIds: readonly string[], on: Queryable = this.database): Promise<Round[]> {
    const rows = await on.query<Round>(
      `select ${ROUND} from approvals.round where ticket_id = any($1::uuid[]) order by ticket_id, number desc`,
      [ticketIds],
    );
    return this.whole(on, rows);
  }

  /** Rounds by id, in no order. */
  async byIds(ids: readonly string[], on: Queryable = this.database): Promise<Round[]> {
    return this.whole(on, await on.query<Round>(`select ${ROUND} from approvals.round where id = any($1::uuid[])`, [ids]));
  }

  /** The ticket and round that an approval or a step belongs to; undefined where there is none. */
  async placeOf(what: 'approval' | 'step', id: string, on: Queryable = this.database): Promise<RoundPlace | undefined> {
    const where = what === 'step' ? 's.id = $1' : 's.id = (select a.step_id from approvals.approval a where a.id = $1)';
    const [row] = await on.query<RoundPlace>(
      `select r.id as "roundId", r.ticket_id as "ticketId" from approvals.step s join approvals.round r on r.id = s.round_id where ${where}`,
      [id],
    );
    return row;
  }

  /**
   * A round under lock, ended or not. The caller holds the ticket's lock already: whoever changes a ticket takes that first.
   */
  async lock(tx: Tx, roundId: string): Promise<ApprovalRound | undefined> {
    return this.locked(tx, await tx.query<Round>(`select ${ROUND} from approvals.round where id = $1 for update`, [roundId]));
  }

  /** The latest round of a ticket, likewise; undefined where it never had one. */
  async lockLatest(tx: Tx, ticketId: string): Promise<ApprovalRound | undefined> {
    return this.locked(
      tx,
      await tx.query<Round>(`select ${ROUND} from approvals.round where ticket_id = $1 order by number desc limit 1 for update`, [
        ticketId,
      ]),
    );
  }

  /** The calendar whose days are the working days of due times. */
  async calendar(tx: Tx): Promise<WorkingCalendar> {
    return this.calendars.byCode(CALENDAR, tx);
  }

  /** Writes what has changed and appends the round's events, in this transaction. What was decided before is not touched. */
  async save(tx: Tx, round: ApprovalRound): Promise<void> {
    await this.saveRound(tx, round.round);
    await this.saveSteps(tx, round.round);
    const final = this.finalBefore.get(round) ?? new Set();
    await this.saveApprovals(
      tx,
      round.round.steps.flatMap((step) => step.approvals).filter(({ id }) => !final.has(id)),
    );
    await tx.append(...round.events.splice(0));
  }

  private async locked(tx: Tx, rows: readonly Round[]): Promise<ApprovalRound | undefined> {
    const [round] = await this.whole(tx, rows);
    if (!round) return undefined;
    const locked = new ApprovalRound(round, await this.calendar(tx));
    const approvals = round.steps.flatMap((step) => step.approvals);
    this.finalBefore.set(locked, new Set(approvals.filter(({ state }) => state !== 'pending').map(({ id }) => id)));
    return locked;
  }

  private async saveRound(tx: Tx, round: Round): Promise<void> {
    const { id, ticketId, number, purpose, contentHash, title, excludedIds, state, openedAt, endedAt, reason } = round;
    await tx.execute(
      `insert into approvals.round (id, ticket_id, number, purpose, content_hash, title, excluded_ids, state, opened_at, ended_at, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (id) do update set state = excluded.state, ended_at = excluded.ended_at, reason = excluded.reason`,
      [id, ticketId, number, purpose, contentHash, title, excludedIds, state, ts(openedAt), ts(endedAt), reason],
    );
  }

  private async saveSteps(tx: Tx, { id: roundId, steps }: Round): Promise<void> {
    const rows = steps.map(({ approvals: _approvals, name, ...step }) => ({
      ...{ ...step, roundId, nameLv: name.lv, nameEn: name.en },
      ...{ dueAt: ts(step.dueAt), remindAt: ts(step.remindAt), openedAt: ts(step.openedAt) },
      ...{ endedAt: ts(step.endedAt), escalatedAt: ts(step.escalatedAt) },
    }));
    await tx.execute(
      `insert into approvals.step (id, round_id, position, name_lv, name_en, rule, needed, state, due_at, remind_at, on_expiry, escalate_to_ids,
         client_side, opened_at, ended_at, escalated_at)
       select id, "roundId", position, "nameLv", "nameEn", rule, needed, state, "dueAt", "remindAt", "onExpiry", "escalateToIds", "clientSide",
         "openedAt", "endedAt", "escalatedAt"
       from jsonb_to_recordset($1::jsonb) as s(id uuid, "roundId" uuid, position int, "nameLv" text, "nameEn" text, rule text, needed int, state text,
         "dueAt" timestamptz, "remindAt" timestamptz, "onExpiry" text, "escalateToIds" uuid[], "clientSide" boolean, "openedAt" timestamptz,
         "endedAt" timestamptz, "escalatedAt" timestamptz)
       on conflict (id) do update set state = excluded.state, due_at = excluded.due_at, remind_at = excluded.remind_at,
         opened_at = excluded.opened_at, ended_at = excluded.ended_at, escalated_at = excluded.escalated_at`,
      [JSON.stringify(rows)],
    );
  }

  private async saveApprovals(tx: Tx, approvals: readonly Approval[]): Promise<void> {
    const rows = approvals.map((approval) => ({ ...approval, decidedAt: ts(approval.decidedAt) }));
    await tx.execute(
      `insert into approvals.approval (id, step_id, approver_id, state, decided_at, reason, channel, delegated_from_id, chain, escalated)
       select id, "stepId", "approverId", state, "decidedAt", reason, channel, "delegatedFromId", chain, escalated
       from jsonb_to_recordset($1::jsonb) as a(id uuid, "stepId" uuid, "approverId" uuid, state text, "decidedAt" timestamptz, reason text,
         channel text, "delegatedFromId" uuid, chain int, escalated boolean)
       on conflict (id) do update set state = excluded.state, decided_at = excluded.decided_at, reason = excluded.reason, channel = excluded.channel`,
      [JSON.stringify(rows)],
    );
  }

  private async whole(on: Queryable, rounds: readonly Round[]): Promise<Round[]> {
    if (rounds.length === 0) return [];
    const ids = rounds.map(({ id }) => id);
    const steps = await on.query<StepRow>(
      `select ${STEP} from approvals.step where round_id = any($1::uuid[]) order by position, name_lv, id`,
      [ids],
    );
    const approvals = await on.query<Approval>(
      `select ${APPROVAL} from approvals.approval a join approvals.step s on s.id = a.step_id where s.round_id = any($1::uuid[])
       order by a.chain, a.id`,
      [ids],
    );
    return rounds.map((round) => ({
      ...round,
      steps: steps
        .filter(({ roundId }) => roundId === round.id)
        .map(({ nameLv, nameEn, roundId: _roundId, ...step }) => ({
          ...step,
          name: { lv: nameLv, en: nameEn },
          approvals: approvals.filter(({ stepId }) => stepId === step.id),
        })),
    }));
  }
}
