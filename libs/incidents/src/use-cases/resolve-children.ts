import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError, notFound } from '#kernel';
import { Texts, UnitOfWork } from '#platform';
import { notAllowed, openChildren, type SeenTicket, TicketFacts, type TicketTarget } from '#tickets';
import { ReferenceWords } from '../reads/reference-words.js';
import { type ResolutionInput, ResolveIncident } from './resolve-incident.js';

/** What became of one child; the code of the refusal where it could not be resolved. */
export interface ChildOutcome {
  readonly ticket: { readonly id: string; readonly number: string };
  readonly done: boolean;
  readonly code: string | null;
  readonly detail: string | null;
}

/**
 * Resolves the open children of an incident with one text, each by the same rules and in a transaction of its own: one that cannot be resolved
 * keeps no other from it. What nobody has accepted is accepted in the same step. Doing it again finds only those that are still open.
 */
@Injectable()
export class ResolveChildren {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketFacts,
    private readonly resolve: ResolveIncident,
    private readonly texts: Texts,
    private readonly reference: ReferenceWords,
  ) {}

  /** Throws `tickets.not-found`, `tickets.not-allowed`, `tickets.no-children` (conflict), `incidents.code-not-in-use`. */
  async execute(actor: Actor, { key }: TicketTarget, input: Omit<ResolutionInput, 'accept'>): Promise<ChildOutcome[]> {
    const outcomes: ChildOutcome[] = [];
    const children = await this.childrenOf(actor, key);
    await this.reference.requireInUse('resolution_code', input.code, 'code');
    for (const { ticket } of children) outcomes.push(await this.one(actor, ticket, input));
    return outcomes;
  }

  private async one(
    actor: Actor,
    { id, number, state }: SeenTicket['ticket'],
    input: Omit<ResolutionInput, 'accept'>,
  ): Promise<ChildOutcome> {
    const accept = state === 'new' || state === 'assigned';
    const refused = await this.resolve.execute(actor, { key: id, ifMatch: undefined }, { ...input, accept }).then(() => undefined, refusal);
    const detail = refused ? this.texts.sayOr(actor.locale, refused.code, refused.params, refused.code) : null;
    return { ticket: { id, number }, done: refused === undefined, code: refused?.code ?? null, detail };
  }

  private async childrenOf(actor: Actor, key: string): Promise<SeenTicket[]> {
    return this.unitOfWork.run(async (tx) => {
      const seen = await this.tickets.seenBy(actor, key, tx);
      if (!seen || seen.ticket.type !== 'incident') throw notFound('tickets');
      if (!seen.standing.works) throw notAllowed('resolve');
      const children = await openChildren(tx, actor, seen.ticket.id);
      if (children.length === 0) throw new DomainError('tickets.no-children', {}, 'conflict');
      return children;
    });
  }
}

/** What the rules refuse is told of the child; anything else went wrong with all of them. */
function refusal(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  throw error;
}
