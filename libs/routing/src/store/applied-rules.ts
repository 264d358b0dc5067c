import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { Database, ts, type Tx } from '#platform';
import type { RuleTerms } from '../domain/rule.js';

export interface Application {
  readonly ticketId: string;
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly groupTaken: boolean;
  readonly priorityTaken: boolean;
  /** The first answer, where one was sent. */
  readonly commentId: string | null;
}

export interface AppliedRule extends Application {
  /** What the rule said then. */
  readonly terms: RuleTerms;
  readonly at: Instant;
}

/** How often a rule has counted lately is told up to this number. */
const COUNTED = 999;

/** Which ticket was routed by which rule. */
@Injectable()
export class AppliedRules {
  constructor(private readonly database: Database) {}

  async add(tx: Tx, { ticketId, ruleId, ruleVersion, groupTaken, priorityTaken, commentId }: Application): Promise<void> {
    await tx.execute(
      `insert into routing.applied (ticket_id, rule_id, rule_version, group_taken, priority_taken, comment_id, at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [ticketId, ruleId, ruleVersion, groupTaken, priorityTaken, commentId, ts(tx.now)],
      'routing.apply',
    );
  }

  async of(ticketId: string): Promise<AppliedRule | undefined> {
    const [row] = await this.database.query<AppliedRule>(
      `select a.ticket_id as "ticketId", a.rule_id as "ruleId", a.rule_version as "ruleVersion", a.group_taken as "groupTaken",
         a.priority_taken as "priorityTaken", a.comment_id as "commentId", a.at, v.terms
       from routing.applied a join routing.rule_version v on v.rule_id = a.rule_id and v.version = a.rule_version where a.ticket_id = $1`,
      [ticketId],
    );
    return row;
  }

  /** In how many tickets of the last so many days each rule counted, 999 at most. */
  async lately(days: number): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.query<{ id: string; count: number }>(
      `select r.id, (select count(*)::integer from (select 1 from routing.applied a
           where a.rule_id = r.id and a.at > now() - make_interval(days => $1) limit ${COUNTED}) c) as count
       from routing.rule r where r.removed_at is null`,
      [days],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}
