import { Injectable } from '@nestjs/common';
import { ActorReader, holds } from '#identity';
import type { FiledByRule } from '#incidents';
import type { Tx } from '#platform';
import { AnswerAutomatically } from '#replies';
import { letWatch } from '#tickets';
import type { Rule } from '../domain/rule.js';
import { AppliedRules } from '../store/applied-rules.js';

/** What a rule does with an incident that it routed, in the transaction of its filing: trace, first answer, watchers. */
@Injectable()
export class ApplyRule {
  constructor(
    private readonly applied: AppliedRules,
    private readonly answers: AnswerAutomatically,
    private readonly actors: ActorReader,
  ) {}

  async execute(tx: Tx, rule: Rule, { ticket, groupTaken, priorityTaken }: FiledByRule): Promise<void> {
    const commentId = rule.answerId === null ? null : await this.answers.execute(tx, ticket, rule.answerId);
    const { id: ruleId, version: ruleVersion, title, impact, urgency } = rule;
    await this.applied.add(tx, { ticketId: ticket.id, ruleId, ruleVersion, groupTaken, priorityTaken, commentId });
    await tx.append({
      type: 'routing.rule-applied',
      version: 1,
      subject: { type: 'ticket', id: ticket.id },
      actorId: null,
      payload: {
        ...{ ruleId, ruleVersion, title, groupTaken, priorityTaken, answerCommentId: commentId },
        groupId: rule.groupId,
        proposed: impact === null ? null : { impact, urgency },
      },
    });
    await this.letWatch(tx, rule, ticket.id);
  }

  /** To watch is to read: only who works at the desk still. */
  private async letWatch(tx: Tx, { watcherIds, updatedById }: Rule, ticketId: string): Promise<void> {
    for (const id of watcherIds) {
      const person = await this.actors.byId(id, tx);
      if (person && holds(person, 'ticket.desk')) await letWatch(tx, ticketId, id, updatedById, null);
    }
  }
}
