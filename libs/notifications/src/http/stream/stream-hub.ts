import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { ActorReader, holds } from '#identity';
import { DomainError, type RecordedEvent } from '#kernel';
import { EventFeed, EventLog } from '#platform';
import { PRESENCE } from '#replies';
import { HistoryWords, TicketFacts } from '#tickets';
import { isTicketNews, PEOPLE_TOLD } from '../../domain/stream-message.js';
import { StreamConnection, type StreamNews } from './stream-connection.js';

export const HEARTBEAT_MS = 25_000;
/** One browser needs one stream; a few more for browsers that cannot share it among their tabs. */
const STREAMS_PER_SESSION = 6;
/** Ids before the last one seen that are told again, because a smaller id may have committed later. */
const OVERLAP = 100;
/** More than this many missed events are answered by "read everything anew". */
const CATCH_UP_LIMIT = 500;

/** All streams of this process, fed by the announcements of committed events. */
@Injectable()
export class StreamHub implements OnApplicationShutdown {
  private readonly log = new Logger(StreamHub.name);
  private readonly connections = new Set<StreamConnection>();
  private stopListening: (() => void) | undefined;
  private heart: NodeJS.Timeout | undefined;
  /** Batches one after another, so that each connection is told in order. */
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly feed: EventFeed,
    private readonly events: EventLog,
    private readonly tickets: TicketFacts,
    private readonly actors: ActorReader,
    private readonly words: HistoryWords,
  ) {}

  /**
   * Adds a connection; the answer takes it away. Throws `notifications.too-many-streams` (429) at the limit of its session.
   * `lastEventId` is what the browser saw last: what came since is told first.
   */
  open(connection: StreamConnection, lastEventId: number | undefined): () => void {
    const same = [...this.connections].filter(({ sessionId }) => sessionId === connection.sessionId);
    if (same.length >= STREAMS_PER_SESSION) throw new DomainError('notifications.too-many-streams', {}, 'too-many');
    this.connections.add(connection);
    this.start();
    if (lastEventId !== undefined) this.enqueue(() => this.catchUp(connection, lastEventId));
    return () => this.remove(connection);
  }

  private start(): void {
    this.stopListening ??= this.feed.listen({
      events: (ids) => this.enqueue(() => this.announce(ids)),
      gap: () => this.connections.forEach((connection) => connection.resync()),
      signal: (topic, id) => topic === PRESENCE && this.enqueue(() => this.tellOfPresence(id)),
    });
    this.heart ??= setInterval(() => this.enqueue(() => this.beat()), HEARTBEAT_MS).unref();
  }

  private remove(connection: StreamConnection): void {
    this.connections.delete(connection);
    if (this.connections.size > 0) return;
    clearInterval(this.heart);
    this.heart = undefined;
    this.stopListening?.();
    this.stopListening = undefined;
  }

  private enqueue(task: () => Promise<void>): void {
    this.work = this.work.then(task).catch((error: unknown) => {
      this.log.warn(`stream: ${String(error)}`);
      this.connections.forEach((connection) => connection.resync());
    });
  }

  private async announce(ids: readonly number[]): Promise<void> {
    if (this.connections.size === 0) return;
    const events = await this.events.byIds(ids);
    await this.endRevoked(events);
    await this.tell([...this.connections], events);
  }

  private async catchUp(connection: StreamConnection, lastEventId: number): Promise<void> {
    const events = await this.events.after(Math.max(0, lastEventId - OVERLAP), CATCH_UP_LIMIT + OVERLAP);
    if (events.length >= CATCH_UP_LIMIT + OVERLAP) connection.resync();
    else await this.tell([connection], events);
  }

  private async tell(connections: readonly StreamConnection[], events: readonly RecordedEvent[]): Promise<void> {
    const relevant = events.filter((event) => isTicketNews(event) || event.type === PEOPLE_TOLD);
    if (relevant.length === 0) return;
    const ids = [...new Set(relevant.filter(isTicketNews).map((event) => event.subject.id))];
    const news: StreamNews = {
      events: relevant,
      tickets: await this.tickets.byIds(ids),
      forStaffOnly: (event) => this.isForStaffOnly(event),
    };
    for (const connection of connections) connection.tell(news, await this.tickets.visibleAmong(connection.actor, ids));
  }

  /** Only staff is told who types, and only of tickets that it sees. */
  private async tellOfPresence(ticketId: string): Promise<void> {
    for (const connection of this.connections) {
      if (!holds(connection.actor, 'ticket.desk')) continue;
      if ((await this.tickets.visibleAmong(connection.actor, [ticketId])).has(ticketId)) connection.tellOfPresence(ticketId);
    }
  }

  private isForStaffOnly(event: RecordedEvent): boolean {
    const word = this.words.of(event.type);
    return word?.audience === 'staff' || word?.internal?.(event) === true;
  }

  /** Something happened to an account that has a stream open: its session may have ended, or its grants changed. */
  private async endRevoked(events: readonly RecordedEvent[]): Promise<void> {
    const touched = new Set(events.filter(({ subject }) => subject.type === 'user').map(({ subject }) => subject.id));
    if (touched.size === 0) return;
    for (const connection of this.connections) if (touched.has(connection.actor.id)) await this.renew(connection);
  }

  /** Keeps the connections alive, and ends those whose session has ended. */
  private async beat(): Promise<void> {
    for (const connection of this.connections) if (await this.renew(connection)) connection.heartbeat();
  }

  private async renew(connection: StreamConnection): Promise<boolean> {
    const actor = await this.actors.bySession(connection.sessionId, { touch: false });
    if (actor) connection.actor = actor;
    else {
      this.remove(connection);
      connection.end();
    }
    return actor !== undefined;
  }

  onApplicationShutdown(): void {
    for (const connection of [...this.connections]) {
      this.remove(connection);
      connection.end();
    }
  }
}
