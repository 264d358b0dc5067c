import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { notFound } from '#kernel';
import { Database, type Page, pageOf, readCursor } from '#platform';
import { type Names, type TicketFact, TicketFacts, TicketNames } from '#tickets';
import type { Approval, Round, Step } from '../domain/approval.js';
import { LONGEST_CHAIN } from '../domain/approval-words.js';
import { type Tally, tallyOf } from '../domain/step-rule.js';
import { ApprovalSubjects, type SubjectFacts } from '../ports/approval-subjects.js';
import { Rounds } from '../store/rounds.js';

/** What waits for the reader, what he has answered and still waits for others, and what is over. */
export const INBOX_VIEWS = ['pending', 'waiting', 'decided'] as const;

export type InboxView = (typeof INBOX_VIEWS)[number];

/** An approval as its approver sees it. */
export interface ApprovalCard {
  readonly approval: Approval;
  readonly step: Step;
  readonly round: Round;
  readonly tally: Tally;
  readonly ticket: TicketFact;
  readonly facts: SubjectFacts | null;
  /** He may answer now. */
  readonly decide: boolean;
  readonly delegate: boolean;
  readonly names: Names;
}

export interface InboxCounts {
  readonly pending: number;
  readonly waiting: number;
}

interface FoundRow {
  readonly id: string;
  readonly roundId: string;
  readonly key: string;
}

/** Which approvals are in a view, and by which instant they are ordered: what is due first, what ended last. */
const VIEWS: Readonly<Record<InboxView, { readonly where: string; readonly by: string; readonly order: 'asc' | 'desc' }>> = {
  pending: { where: `a.state = 'pending' and s.state = 'open'`, by: 's.due_at', order: 'asc' },
  waiting: {
    where: `r.state = 'open' and (a.state in ('approved', 'rejected', 'delegated') or (a.state = 'pending' and s.state = 'waiting'))`,
    by: 's.due_at',
    order: 'asc',
  },
  decided: { where: `r.state <> 'open'`, by: 'r.ended_at', order: 'desc' },
};

const SOURCE = `approvals.approval a join approvals.step s on s.id = a.step_id join approvals.round r on r.id = s.round_id`;

/** The approvals of one person. */
@Injectable()
export class ApprovalInbox {
  constructor(
    private readonly database: Database,
    private readonly rounds: Rounds,
    private readonly tickets: TicketFacts,
    private readonly names: TicketNames,
    private readonly subjects: ApprovalSubjects,
  ) {}

  async page(actor: Actor, view: InboxView, cursor: string | undefined, limit: number): Promise<Page<ApprovalCard>> {
    const { where, by, order } = VIEWS[view];
    const after = readCursor(cursor, 2);
    const rows = await this.database.query<FoundRow>(
      `select a.id, r.id as "roundId", ${by}::text as key from ${SOURCE}
       where a.approver_id = $1 and ${where}
         and ($2::timestamptz is null or (${by}, a.id) ${order === 'asc' ? '>' : '<'} ($2::timestamptz, $3::uuid))
       order by ${by} ${order}, a.id ${order} limit $4`,
      [actor.id, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, ({ key, id }) => [key, id]);
    return { items: await this.cards(actor, page.items), nextCursor: page.nextCursor };
  }

  /** One approval of the reader's own. Throws `approvals.not-found`. */
  async one(actor: Actor, approvalId: string): Promise<ApprovalCard> {
    const rows = await this.database.query<FoundRow>(
      `select a.id, r.id as "roundId", '' as key from ${SOURCE} where a.id = $1 and a.approver_id = $2`,
      [approvalId, actor.id],
    );
    const [card] = await this.cards(actor, rows);
    if (!card) throw notFound('approvals');
    return card;
  }

  async counts(actor: Actor): Promise<InboxCounts> {
    const [row] = await this.database.query<InboxCounts>(
      `select count(*) filter (where ${VIEWS.pending.where})::int as pending, count(*) filter (where ${VIEWS.waiting.where})::int as waiting
       from ${SOURCE} where a.approver_id = $1 and r.state = 'open'`,
      [actor.id],
    );
    return row!;
  }

  private async cards(actor: Actor, rows: readonly FoundRow[]): Promise<ApprovalCard[]> {
    const rounds = new Map((await this.rounds.byIds([...new Set(rows.map(({ roundId }) => roundId))])).map((round) => [round.id, round]));
    const tickets = await this.tickets.byIds([...new Set([...rounds.values()].map(({ ticketId }) => ticketId))]);
    const facts = await this.subjects.facts(this.database, actor, [...tickets.values()]);
    const people = [...rounds.values()].flatMap(({ steps }) => steps.flatMap(({ approvals }) => approvals.map((a) => a.approverId)));
    const names = await this.names.find(actor.locale, {
      people: [...people, ...[...tickets.values()].map(({ requesterId }) => requesterId)],
    });
    return rows.flatMap(({ id, roundId }) => {
      const round = rounds.get(roundId);
      const step = round?.steps.find(({ approvals }) => approvals.some((approval) => approval.id === id));
      const approval = step?.approvals.find((found) => found.id === id);
      const ticket = round && tickets.get(round.ticketId);
      if (!round || !step || !approval || !ticket) return [];
      const decide = approval.state === 'pending' && step.state === 'open';
      const delegate = decide && approval.chain < LONGEST_CHAIN;
      return [{ ...{ approval, step, round, ticket, decide, delegate, names }, tally: tallyOf(step), facts: facts.get(ticket.id) ?? null }];
    });
  }
}
