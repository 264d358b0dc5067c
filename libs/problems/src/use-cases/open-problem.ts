import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { fieldRefused } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import { addLink, type Level, type NewTicket, priorityOf, type TicketRecord } from '#tickets';
import { newProblemDetail } from '../domain/problem-detail.js';
import type { ProblemOrigin } from '../domain/problem-words.js';
import { ProblemStore } from '../store/problem-store.js';
import { LinkIncident } from './link-incident.js';
import { ProblemReferences } from './problem-references.js';

export interface NewProblem {
  readonly title: string;
  readonly description: string;
  readonly origin: ProblemOrigin;
  /** The trend or the reason; needed where no incident is named. */
  readonly originText?: string | undefined;
  /** Ids or numbers of the incidents that come from it. */
  readonly incidents?: readonly string[] | undefined;
  readonly serviceId?: string | undefined;
  readonly groupId?: string | undefined;
  readonly impact?: Level | undefined;
  readonly urgency?: Level | undefined;
  readonly itemIds?: readonly string[] | undefined;
}

/** Where nobody says how bad it is: one person, can wait. */
const RANK: Level = 3;

/** Opens a problem from incidents, from a trend or with a reason (DOMAIN 3.3). */
@Injectable()
export class OpenProblem {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly problems: ProblemStore,
    private readonly references: ProblemReferences,
    private readonly linking: LinkIncident,
  ) {}

  /** Answers the id. Throws `identity.right-missing`, and with kind `invalid` what is wrong with a field. */
  async execute(actor: Actor, wanted: NewProblem): Promise<string> {
    requireRight(actor, 'problem.work');
    return this.unitOfWork.run(async (tx) => (await this.write(tx, actor, wanted)).id);
  }

  /** A problem that follows a finished one. */
  async followUp(tx: Tx, actor: Actor, finished: TicketRecord, text: string): Promise<{ readonly id: string; readonly number: string }> {
    const { title, groupId, serviceId } = finished;
    const rest = { ...(groupId === null ? {} : { groupId }), ...(serviceId === null ? {} : { serviceId }) };
    const opened = await this.write(tx, actor, { title, description: text, origin: 'reason', originText: finished.number, ...rest });
    await addLink(tx, opened.id, 'follow_up', finished.id, actor.id);
    return opened;
  }

  private async write(tx: Tx, actor: Actor, wanted: NewProblem): Promise<{ readonly id: string; readonly number: string }> {
    const incidents = [...new Set(wanted.incidents ?? [])];
    requireGround(wanted, incidents);
    await this.references.requireService(tx, wanted.serviceId);
    const groupId = wanted.groupId ?? (await this.references.groupFor(tx, actor, wanted.serviceId ?? null));
    if (groupId === null) throw fieldRefused('problems.group-needed', 'groupId');
    await this.references.requireOwner(tx, groupId, null);
    const ticket = newTicket(tx, actor, wanted, groupId);
    const { origin, originText = null } = wanted;
    const number = await this.problems.add(tx, ticket, newProblemDetail(origin, originText));
    const { id, institutionId, serviceId } = ticket;
    const payload = { origin, institutionId, serviceId, groupId, incidents: incidents.length };
    await tx.append({ type: 'problems.opened', version: 1, subject: { type: 'ticket', id }, actorId: actor.id, payload });
    await this.references.addItems(tx, actor, id, wanted.itemIds ?? []);
    await this.linkAll(tx, actor, id, incidents);
    return { id, number };
  }

  private async linkAll(tx: Tx, actor: Actor, id: string, incidents: readonly string[]): Promise<void> {
    if (incidents.length === 0) return;
    const problem = await this.problems.lockForSystem(tx, id);
    if (!problem) return;
    for (const key of incidents) await this.linking.link(tx, actor, problem, key);
    await this.problems.save(tx, problem);
  }
}

/** The guard of DOMAIN 3.3: a linked incident, a trend or a reason. */
function requireGround({ origin, originText }: NewProblem, incidents: readonly string[]): void {
  if (origin === 'incidents' && incidents.length === 0) throw fieldRefused('problems.incident-needed', 'incidents');
  if (origin !== 'incidents' && !originText) throw fieldRefused('problems.ground-needed', 'originText');
}

function newTicket(tx: Tx, actor: Actor, wanted: NewProblem, groupId: string): NewTicket {
  const { title, description, impact = RANK, urgency = RANK } = wanted;
  return {
    ...{ id: randomUUID(), type: 'problem', prefix: 'PRB', state: 'new', title, description, groupId },
    ...{ serviceId: wanted.serviceId ?? null, assigneeId: null, impact, urgency, priority: priorityOf(impact, urgency) },
    ...{ requesterId: actor.id, affectedUserId: actor.id, createdById: actor.id, institutionId: actor.institutionId },
    ...{ restricted: false, source: 'api', submittedAt: tx.now, createdAt: tx.now },
  };
}
