import { randomUUID } from 'node:crypto';
import { demoId } from '#identity';
import { type DomainEvent, type Instant, type Json, parseInstant } from '#kernel';
import { ImportFacts } from '#kpis';
import { appendEvents, Database, ReactionRegistry } from '#platform';
import { ImportClocks } from '#sla';
import type { TestApp } from '../../support/app.js';
import { FIRST_LINE, ORDER } from './figure-story.js';

type Payload = { readonly [key: string]: Json | undefined };

interface Opening {
  readonly priority: number;
  readonly groupId?: string;
  /** Without a clock: nothing was promised. */
  readonly clockless?: boolean;
}

/** A ticket of the past with real clocks: its events are told at their instants, its ledgers are folded by the engine. */
export class PastTicket {
  readonly id = randomUUID();
  readonly events: (DomainEvent & { readonly at: Instant })[] = [];

  constructor(
    at: string,
    readonly opening: Opening,
  ) {
    const { priority, groupId = FIRST_LINE } = opening;
    this.add(at, 'submitted', { institutionId: ORDER, serviceId: null, groupId, priority, source: 'portal' });
  }

  add(at: string, type: string, payload: Payload = {}): this {
    const subject = { type: 'ticket', id: this.id };
    this.events.push({ type: `incidents.${type}`, version: 1, subject, actorId: demoId('person', 'elina'), at: parseInstant(at), payload });
    return this;
  }

  accepted(at: string): this {
    return this.add(at, 'accepted', { groupId: this.opening.groupId ?? FIRST_LINE, assigneeId: demoId('person', 'elina') });
  }

  assigned(at: string, groupId: string): this {
    return this.add(at, 'assigned', { groupId, assigneeId: null, hop: true });
  }

  held(at: string, reason: string): this {
    return this.add(at, 'put-on-hold', { reason, until: null });
  }

  resumed(at: string): this {
    return this.add(at, 'resumed', { cause: 'reply' });
  }

  priority(at: string, priority: number, requesterAsked = false): this {
    return this.add(at, 'priority-changed', { to: { priority }, reasonCode: 'new_information', requesterAsked });
  }

  resolved(at: string): this {
    return this.add(at, 'resolved', { code: 'fixed', assigneeId: demoId('person', 'elina') });
  }
}

/** Lays past tickets with their clocks, ledgers and events into the database, and brings the figures up to date. */
export async function layPast(test: TestApp, ...tickets: readonly PastTicket[]): Promise<void> {
  const importer = test.app.get(ImportClocks);
  const rules = await importer.rules();
  for (const ticket of tickets) {
    await insertTicket(test.app.get(Database), ticket);
    const replayed = ticket.opening.clockless ? null : importer.replay(ticket.events, rules);
    const events = [...ticket.events, ...(replayed?.events ?? [])].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
    await test.unitOfWork.run(async (tx) => {
      if (replayed) await importer.importClocks(tx, [replayed], rules);
      await appendEvents(tx, events, test.app.get(ReactionRegistry), { imported: true });
    });
  }
  await test.app.get(ImportFacts).execute();
}

async function insertTicket(database: Database, { id, opening }: PastTicket): Promise<void> {
  await database.query(
    `insert into tickets.ticket (id, number, type, title, description, requester_id, affected_user_id, created_by_id, institution_id, group_id,
       impact, urgency, priority, state, source, submitted_at, updated_at, resolved_at)
     values ($1, tickets.next_number('INC', 2025), 'incident', '=Nedrukā', 'Neko.', $2, $2, $2, $3, $4, 2, 2, $5, 'resolved', 'portal', now(), now(), now())`,
    [id, demoId('person', 'elina'), ORDER, opening.groupId ?? FIRST_LINE, opening.priority],
  );
}
