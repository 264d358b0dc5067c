import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { fieldRefused } from '#kernel';
import type { Tx } from '#platform';
import { addLink, removeLink, TicketFacts, type TicketRecord, type TicketTarget } from '#tickets';
import type { Problem } from '../domain/problem.js';
import { ProblemWork } from './problem-work.js';

/** Says that an incident comes from a problem, or that it does not after all. After a resolution a new one brings the problem back. */
@Injectable()
export class LinkIncident {
  constructor(
    private readonly work: ProblemWork,
    private readonly tickets: TicketFacts,
  ) {}

  /** Throws `problems.incident-unknown` (422), `problems.over` (409). Linking what is linked changes nothing. */
  async execute(actor: Actor, target: TicketTarget, incidentKey: string): Promise<string> {
    return this.work.run(actor, target, 'link_incident', (problem, tx) => this.link(tx, actor, problem, incidentKey));
  }

  /** Links within the transaction of whatever else is done to the problem, which its caller saves. */
  async link(tx: Tx, actor: Actor, problem: Problem, incidentKey: string): Promise<void> {
    const incident = await this.incident(tx, actor, incidentKey);
    if (await addLink(tx, incident.id, 'caused_by', problem.id, actor.id)) {
      problem.linkIncident({ by: actor.id, at: tx.now }, incident);
      await tell(tx, actor, 'named-as-cause', incident.id, problem.id);
    }
  }

  /** Throws `problems.incident-unknown` where it is not linked. */
  async undo(actor: Actor, target: TicketTarget, incidentKey: string): Promise<string> {
    return this.work.run(actor, target, 'link_incident', async (problem, tx) => {
      const incident = await this.incident(tx, actor, incidentKey);
      if (!(await removeLink(tx, incident.id, 'caused_by', problem.id))) throw fieldRefused('problems.incident-unknown', 'incident');
      problem.unlinkIncident({ by: actor.id, at: tx.now }, incident.id);
      await tell(tx, actor, 'no-cause-after-all', incident.id, problem.id);
    });
  }

  /** An incident that the actor works with; one that he does not see answers as if it did not exist. */
  private async incident(tx: Tx, actor: Actor, key: string): Promise<TicketRecord> {
    const seen = await this.tickets.seenBy(actor, key, tx);
    if (!seen?.standing.staff || seen.ticket.type !== 'incident') throw fieldRefused('problems.incident-unknown', 'incident');
    return seen.ticket;
  }
}

/** The incident's own history tells of it too. */
async function tell(tx: Tx, actor: Actor, what: string, incidentId: string, problemId: string): Promise<void> {
  const subject = { type: 'ticket', id: incidentId };
  await tx.append({ type: `problems.${what}`, version: 1, subject, actorId: actor.id, payload: { problemId } });
}
