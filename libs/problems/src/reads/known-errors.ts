import { Injectable } from '@nestjs/common';
import { CatalogueFacts } from '#catalogue';
import { type Actor, holds } from '#identity';
import { notFound } from '#kernel';
import { Database } from '#platform';
import { type Named, sharedWords, type TicketFact, TicketFacts, TicketNames } from '#tickets';

/** The latest so many are looked through: more are never open at once, and one that nobody removes for years is none to offer. */
const LOOKED_AT = 500;
const OFFERED = 5;
/** Words in common that make an offer: one where the service is the same, two where it is not said or another. */
const WORDS_OF_SAME_SERVICE = 1;
const WORDS_OF_OTHER = 2;

/** A known error as it is offered. */
export interface KnownErrorView {
  /** The problem behind it; null for whoever only meets it. */
  readonly problem: { readonly id: string; readonly number: string } | null;
  readonly title: string;
  /** What to do until it is resolved, in the words meant for the reader. */
  readonly workaround: string;
  readonly rootCause: string | null;
  readonly service: Named | null;
}

export interface KnownErrorQuestion {
  readonly q?: string | undefined;
  readonly serviceId?: string | undefined;
}

interface Row {
  readonly id: string;
  readonly rootCause: string;
  readonly workaround: string;
  readonly publicTitle: string | null;
  readonly publicText: string | null;
}

interface Candidate extends Omit<KnownErrorView, 'service'> {
  readonly serviceId: string | null;
  readonly words: string;
}

/** Known errors that sound like what is being typed or answered. Staff reads cause and workaround; others what was written for them. */
@Injectable()
export class KnownErrors {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketFacts,
    private readonly catalogue: CatalogueFacts,
    private readonly names: TicketNames,
  ) {}

  /** The likeliest first; none where nothing is said yet. */
  async like(actor: Actor, { q = '', serviceId }: KnownErrorQuestion): Promise<KnownErrorView[]> {
    if (q.trim() === '' && serviceId === undefined) return [];
    return this.likest(actor, (one) => likeness(one, q, serviceId));
  }

  /** Those that have a word of a search in common; the more of them, the earlier. */
  async naming(actor: Actor, q: string): Promise<KnownErrorView[]> {
    return this.likest(actor, ({ words }) => sharedWords(q, words));
  }

  private async likest(actor: Actor, likenessOf: (one: Candidate) => number): Promise<KnownErrorView[]> {
    const found = (await this.candidates(actor))
      .map((one) => ({ ...one, likeness: likenessOf(one) }))
      .filter(({ likeness }) => likeness > 0)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, OFFERED);
    const names = await this.names.find(actor.locale, { services: found.map((one) => one.serviceId) });
    return found.map(({ problem, title, workaround, rootCause, serviceId: id }) => ({
      ...{ problem, title, workaround, rootCause, service: names.orNull(id) },
    }));
  }

  /** Those that sound like a ticket which the actor works with. Throws `tickets.not-found`. */
  async likeTicket(actor: Actor, key: string): Promise<KnownErrorView[]> {
    const seen = await this.tickets.seenBy(actor, key);
    // A problem is there for staff alone, whoever is its requester.
    if (!seen || (seen.ticket.type === 'problem' && !seen.standing.staff)) throw notFound('tickets');
    const { title, description, serviceId, type } = seen.ticket;
    if (type !== 'incident' || !seen.standing.staff) return [];
    return this.like(actor, { q: `${title} ${description}`, serviceId: serviceId ?? undefined });
  }

  private async candidates(actor: Actor): Promise<Candidate[]> {
    const rows = await this.database.query<Row>(
      `select ticket_id as id, root_cause as "rootCause", workaround, public_title as "publicTitle", public_text as "publicText"
       from problems.problem where known_since is not null order by known_since desc limit ${LOOKED_AT}`,
    );
    const facts = await this.tickets.byIds(rows.map(({ id }) => id));
    return holds(actor, 'ticket.desk') ? this.forStaff(actor, rows, facts) : this.forOthers(actor, rows, facts);
  }

  private async forStaff(actor: Actor, rows: readonly Row[], facts: ReadonlyMap<string, TicketFact>): Promise<Candidate[]> {
    const seen = await this.tickets.visibleAmong(
      actor,
      rows.map(({ id }) => id),
    );
    return rows.flatMap(({ id, rootCause, workaround, publicTitle }) => {
      const fact = facts.get(id);
      if (!fact || !seen.has(id)) return [];
      const { number, title, serviceId } = fact;
      return [{ problem: { id, number }, title, workaround, rootCause, serviceId, words: `${title} ${publicTitle ?? ''}` }];
    });
  }

  /** What was written for users, of the services that their institution subscribes to and of what belongs to no service. */
  private async forOthers(actor: Actor, rows: readonly Row[], facts: ReadonlyMap<string, TicketFact>): Promise<Candidate[]> {
    const subscribed = await this.catalogue.subscribedServices(actor.institutionId);
    return rows.flatMap(({ id, publicTitle, publicText }) => {
      const fact = facts.get(id);
      if (!fact || fact.restricted || publicTitle === null || publicText === null) return [];
      const { serviceId } = fact;
      if (serviceId !== null && !subscribed.has(serviceId)) return [];
      const words = `${publicTitle} ${publicText}`;
      return [{ problem: null, title: publicTitle, workaround: publicText, rootCause: null, serviceId, words }];
    });
  }
}

/** Words in common, where they are enough; one more where the service is the same. */
function likeness({ words, serviceId }: Candidate, q: string, asked: string | undefined): number {
  const same = asked !== undefined && asked === serviceId;
  const common = sharedWords(q, words);
  if (common < (same ? WORDS_OF_SAME_SERVICE : WORDS_OF_OTHER)) return 0;
  return common + Number(same);
}
