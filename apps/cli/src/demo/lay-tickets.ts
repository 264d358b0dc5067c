import { randomUUID } from 'node:crypto';
import { importIncidents } from '#incidents';
import type { DomainEvent } from '#kernel';
import { appendEvents, type ReactionRegistry, type Tx } from '#platform';
import { importRatings } from '#ratings';
import type { ImportClocks, ImportRules, PastEvent } from '#sla';
import { insertComment } from '#tickets';
import type { Story } from './story.js';

/** What the stories are written with. */
export interface Pens {
  readonly reactions: ReactionRegistry;
  readonly clocks: ImportClocks;
  readonly rules: ImportRules;
}

/**
 * Writes stories as if the product had been there: rows, conversations, ratings, clocks folded from the events, and the events
 * themselves in the order in which they happened. Nobody is told of any of it.
 */
export async function layTickets(tx: Tx, stories: readonly Story[], { reactions, clocks, rules }: Pens): Promise<void> {
  await importIncidents(
    tx,
    stories.map(({ incident: { ticket, detail } }) => {
      const { number: _drawnWhenWritten, ...row } = ticket;
      return { ...row, ...detail, updatedAt: lastTouch(ticket.submittedAt, ticket.resolvedAt, ticket.closedAt) };
    }),
  );
  const said = await layComments(tx, stories);
  const replayed = stories.map((story) => clocks.replay(told(story), rules));
  await clocks.importClocks(tx, replayed, rules);
  const rated = await importRatings(tx, stories.flatMap(ratingsOf));
  const events = [...stories.flatMap((story) => told(story)), ...said, ...replayed.flatMap((clock) => clock.events), ...rated];
  await appendEvents(tx, inOrder(events), reactions, { imported: true });
}

const told = (story: Story): (DomainEvent & PastEvent)[] => story.incident.events as (DomainEvent & PastEvent)[];

const lastTouch = (
  ...instants: readonly (Story['incident']['ticket']['submittedAt'] | null)[]
): Story['incident']['ticket']['submittedAt'] => instants.filter((at) => at !== null).reduce((latest, at) => (at > latest ? at : latest));

async function layComments(tx: Tx, stories: readonly Story[]): Promise<DomainEvent[]> {
  const events: DomainEvent[] = [];
  for (const { incident, comments } of stories) {
    for (const comment of comments) {
      const id = randomUUID();
      await insertComment(tx, { ...comment, id, ticketId: incident.id });
      const { authorId, visibility, byStaff, at } = comment;
      const subject = { type: 'ticket', id: incident.id };
      events.push({
        type: 'tickets.comment-added',
        version: 1,
        subject,
        actorId: authorId,
        payload: { commentId: id, visibility, byStaff },
        at,
      });
    }
  }
  return events;
}

function ratingsOf({ incident: { ticket }, rating }: Story) {
  if (!rating) return [];
  const { id: ticketId, institutionId, serviceId, resolverGroupId, resolverId } = ticket;
  return [{ ...rating, ticketId, institutionId, serviceId, resolverGroupId, resolverId, channel: 'portal' as const }];
}

/** By instant; at one instant in the order given, so that what a clock says comes after what moved it. */
function inOrder(events: readonly DomainEvent[]): DomainEvent[] {
  return events
    .map((event, nth) => ({ event, nth }))
    .sort((a, b) => (a.event.at ?? 0) - (b.event.at ?? 0) || a.nth - b.nth)
    .map(({ event }) => event);
}
