import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Database } from '../database/database.js';
import type { Tx } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { Jobs } from '../jobs/jobs.js';
import { EventFeed } from './event-feed.js';
import { EventLog } from './event-log.js';
import { ReactionRegistry } from './reaction-registry.js';

const BATCH = 500;
/** A job that was lost (Redis flushed, worker killed) is made anew after this. */
const RELAY_AGAIN_AFTER_SECONDS = 30;

interface Pending {
  event_id: number;
  reaction: string;
  relays: number;
}

/**
 * Turns pending reactions into jobs, one each. PostgreSQL keeps what is pending; a job only says "do it now", and doing it deletes
 * the pending row in the transaction of its own work, so that a job delivered twice finds nothing to do.
 */
@Injectable()
export class Relay {
  private readonly log = new Logger(Relay.name);
  private running: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventLog,
    private readonly reactions: ReactionRegistry,
    private readonly jobs: Jobs,
    private readonly feed: EventFeed,
  ) {}

  /** Defines the jobs of the relay; called once by the worker process. */
  define(registry: JobRegistry): void {
    registry.define<{ eventId: number; reaction: string }>({
      name: 'platform.react',
      queue: 'reactions',
      run: ({ eventId, reaction }) => this.react(eventId, reaction),
    });
    registry.define({ name: 'platform.relay', queue: 'timers', run: () => this.sweep() });
  }

  /** Wakes at each announcement; the scheduled sweep finds what no announcement told of. */
  start(): () => void {
    const wake = (): void => void this.sweep().catch((error: unknown) => this.log.warn(String(error)));
    return this.feed.listen({ events: wake, gap: wake });
  }

  /** Hands all pending reactions to the queue; a call during a call makes it look once more. */
  async sweep(): Promise<void> {
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.drain().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async drain(): Promise<void> {
    do {
      this.again = false;
      while ((await this.hand()) === BATCH);
    } while (this.again);
  }

  private async hand(): Promise<number> {
    const rows = await this.database.query<Pending>(
      `update platform.pending_reaction p set relayed_at = clock_timestamp(), relays = relays + 1
       from (select event_id, reaction from platform.pending_reaction
             where relayed_at is null or relayed_at < clock_timestamp() - make_interval(secs => $2 * (1 + failures))
             order by event_id limit $1 for update skip locked) due
       where p.event_id = due.event_id and p.reaction = due.reaction
       returning p.event_id, p.reaction, p.relays`,
      [BATCH, RELAY_AGAIN_AFTER_SECONDS],
    );
    if (rows.length > 0) {
      rows.sort((a, b) => a.event_id - b.event_id);
      await this.jobs.addMany(
        'platform.react',
        rows.map((row) => ({
          data: { eventId: row.event_id, reaction: row.reaction },
          jobId: `${row.event_id}-${row.reaction}-${row.relays}`,
        })),
      );
    }
    return rows.length;
  }

  /** Does one reaction to one event, once: the pending row is deleted in the transaction of the work itself. */
  async react(eventId: number, name: string): Promise<void> {
    const reaction = this.reactions.afterNamed(name);
    if (!reaction) throw new DomainError('platform.unknown-reaction', { name });
    try {
      await this.unitOfWork.run(async (tx: Tx) => {
        const taken = await tx.query(`delete from platform.pending_reaction where event_id = $1 and reaction = $2 returning event_id`, [
          eventId,
          name,
        ]);
        if (taken.length === 0) return;
        const [event] = await this.events.byIds([eventId], tx);
        if (event) await reaction.handle(tx, event);
      });
    } catch (error) {
      await this.database.query(
        `update platform.pending_reaction set failures = failures + 1, last_error = left($3, 1000) where event_id = $1 and reaction = $2`,
        [eventId, name, String(error)],
      );
      throw error;
    }
  }
}
