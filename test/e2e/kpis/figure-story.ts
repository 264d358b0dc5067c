import { randomUUID } from 'node:crypto';
import { demoId } from '#identity';
import { type DomainEvent, formatInstant, type Json, parseInstant } from '#kernel';
import { appendEvents, Database, ReactionRegistry, Relay } from '#platform';
import type { TestApp } from '../../support/app.js';

type Payload = { readonly [key: string]: Json | undefined };

export const ORDER = demoId('institution', 'order');
export const CIVIL = demoId('institution', 'civil');
export const FIRST_LINE = demoId('group', 'first-line');
export const NETWORK = demoId('group', 'network');

export interface TicketOptions {
  readonly institutionId?: string;
  readonly groupId?: string;
  readonly priority?: number;
}

/** The events of one ticket, told at their own instants by the wall clock of Riga in winter, unless they say an offset. */
export class TicketStory {
  readonly id = randomUUID();
  private readonly clocks = new Map<string, string>();
  readonly events: DomainEvent[] = [];

  constructor(private readonly options: TicketOptions = {}) {}

  add(at: string, type: string, payload: Payload = {}): this {
    this.events.push({ type, version: 1, subject: { type: 'ticket', id: this.id }, actorId: null, at: instantOf(at), payload });
    return this;
  }

  submitted(at: string): this {
    const { institutionId = ORDER, groupId = FIRST_LINE, priority = 3 } = this.options;
    return this.add(at, 'incidents.submitted', {
      institutionId,
      serviceId: null,
      groupId,
      priority,
      source: 'portal',
      submittedAt: formatInstant(instantOf(at)),
    });
  }

  clock(at: string, what: string, more: Payload = {}, kind = 'resolution', cycle = 1): this {
    const name = `${kind}-${cycle}`;
    const clockId = this.clocks.get(name) ?? randomUUID();
    this.clocks.set(name, clockId);
    const { institutionId = ORDER, groupId = FIRST_LINE, priority = 3 } = this.options;
    return this.add(at, `sla.clock-${what}`, { clockId, kind, cycle, institutionId, serviceId: null, groupId, priority, ...more });
  }

  decided(at: string, outcome: 'met' | 'breached', outcomeAt = at): this {
    return this.clock(at, 'decided', { outcome, at: formatInstant(instantOf(outcomeAt)) });
  }

  met(at: string): this {
    return this.clock(at, 'stopped').decided(at, 'met');
  }

  resolved(at: string): this {
    return this.add(at, 'incidents.resolved', {
      code: 'fixed',
      groupId: this.options.groupId ?? FIRST_LINE,
      assigneeId: demoId('person', 'elina'),
    });
  }

  rated(at: string, raterId: string, value: 1 | 2 | 3, cycle = 1): this {
    const { institutionId = ORDER, groupId = FIRST_LINE } = this.options;
    return this.add(at, 'ratings.rated', {
      ratingId: randomUUID(),
      value,
      cycle,
      raterId,
      channel: 'portal',
      institutionId,
      serviceId: null,
      groupId,
      resolverId: demoId('person', 'elina'),
      first: true,
    });
  }
}

function instantOf(at: string): ReturnType<typeof parseInstant> {
  return parseInstant(/[Z+]/.test(at.slice(11)) ? at : `${at}+02:00`);
}

/** Writes the stories into the event log, one transaction a ticket: what follows them in the workers is planned, but no clock starts. */
export async function tell(test: TestApp, ...stories: readonly TicketStory[]): Promise<void> {
  const reactions = test.app.get(ReactionRegistry);
  for (const story of stories) await test.unitOfWork.run((tx) => appendEvents(tx, story.events, reactions, { imported: false }));
}

/** Events as if they had been recorded when they happened: what follows them is not planned. */
export async function recordedThen(test: TestApp, ...stories: readonly TicketStory[]): Promise<void> {
  for (const { type, subject, at, payload } of stories.flatMap((story) => story.events)) {
    await test.app.get(Database).query(
      `insert into platform.event_log (at, recorded_at, type, version, subject_type, subject_id, payload)
       values (to_timestamp($1::float8 / 1e6), to_timestamp($1::float8 / 1e6), $2, 1, $3, $4, $5)`,
      [at, type, subject.type, subject.id, JSON.stringify(payload)],
    );
  }
}

/** Does what the workers would: every reaction of the figures that is still to come, so many at a time, in a random order. */
export async function reactAll(test: TestApp, parallel = 1, reaction = 'kpis.refresh-facts'): Promise<number> {
  const relay = test.app.get(Relay);
  const rows = await test.app
    .get(Database)
    .query<{ event_id: number }>(`select event_id from platform.pending_reaction where reaction = $1 order by random()`, [reaction]);
  const queue = rows.map((row) => row.event_id);
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      for (let id = queue.pop(); id !== undefined; id = queue.pop()) await relay.react(id, reaction);
    }),
  );
  return rows.length;
}

/** A figure as the API answers it. */
export interface FigureBody {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly display: string;
  readonly status: string | null;
  readonly spread?: { readonly median: number | null; readonly p90: number | null; readonly mean: number | null };
  readonly extra: Record<string, number | null>;
}

export interface KpiBody {
  readonly code: string;
  readonly definitionVersion: number;
  readonly target: number | null;
  readonly overall: FigureBody;
  readonly rows: readonly (FigureBody & { readonly key: string | null; readonly name: string })[];
  readonly trend: readonly { readonly period: string; readonly figure: FigureBody }[];
}

interface BothBody extends FigureBody {
  readonly key: string | null;
  readonly name: string;
  readonly agreed: FigureBody;
}

export interface ReportBody {
  readonly frozen: boolean;
  readonly agreed: FigureBody;
  readonly counts: Record<string, number>;
  readonly restatements: readonly {
    readonly number: number;
    readonly cause: string;
    readonly reason: string;
    readonly person: string | null;
    readonly before: FigureBody;
    readonly after: FigureBody;
  }[];
  readonly freezeAt: string;
  readonly overall: FigureBody;
  readonly byKind: readonly BothBody[];
  readonly rows: readonly BothBody[];
  readonly openBreached: number;
  readonly pausedUndecided: number;
  readonly excluded: number;
}

export interface RowsBody {
  readonly items: readonly {
    readonly id: string;
    readonly at: string;
    readonly clock: { readonly outcome: string; readonly waitedSeconds?: number | null } | null;
    readonly rating: string | null;
  }[];
  readonly nextCursor: string | null;
}
