import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { fieldRefused } from '#kernel';
import type { Tx } from '#platform';
import { addLink, TicketFacts, type TicketTarget } from '#tickets';
import { ProblemWork } from './problem-work.js';

/** States of a change that is still to be carried out. */
const TO_COME: ReadonlySet<string> = new Set(['draft', 'assessing', 'awaiting_authorisation', 'scheduled', 'implementing']);

/** A change is on its way that is to resolve the problem: one that was raised from it, or one that was there already. */
@Injectable()
export class LinkChange {
  constructor(
    private readonly work: ProblemWork,
    private readonly tickets: TicketFacts,
  ) {}

  /** Names a change that is there already. Throws `problems.change-unknown` (422) where there is none that may still do it. */
  async execute(actor: Actor, target: TicketTarget, changeKey: string): Promise<string> {
    return this.work.run(actor, target, 'raise_change', async (problem, tx) => {
      const change = (await this.tickets.seenBy(actor, changeKey, tx))?.ticket;
      if (change?.type !== 'change' || !TO_COME.has(change.state)) throw fieldRefused('problems.change-unknown', 'change');
      problem.raiseChange({ by: actor.id, at: tx.now }, change.id);
      if (await addLink(tx, problem.id, 'resolved_by', change.id, actor.id)) await tell(tx, actor, problem.id, change.id);
    });
  }

  /** A change was raised from the problem in this transaction, which has linked the two. */
  async raised(tx: Tx, actor: Actor, problemId: string, changeId: string): Promise<void> {
    await this.work.within(tx, actor, { key: problemId, ifMatch: undefined }, 'raise_change', (problem) =>
      problem.raiseChange({ by: actor.id, at: tx.now }, changeId),
    );
  }
}

async function tell(tx: Tx, actor: Actor, problemId: string, changeId: string): Promise<void> {
  const subject = { type: 'ticket', id: problemId };
  const payload = { kind: 'resolved_by', targetId: changeId };
  await tx.append({ type: 'tickets.linked', version: 1, subject, actorId: actor.id, payload });
}
