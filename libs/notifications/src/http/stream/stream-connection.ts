import { type Actor, holds } from '#identity';
import type { RecordedEvent } from '#kernel';
import type { TicketFact } from '#tickets';
import { frame, isTicketNews, noticeFor, type StreamMessage } from '../../domain/stream-message.js';

/** Where a connection's frames go; the controller gives it the socket. */
export interface StreamSink {
  write(text: string): void;
  end(): void;
}

/** The news of one batch of events, with the tickets that they are about. */
export interface StreamNews {
  readonly events: readonly RecordedEvent[];
  readonly tickets: ReadonlyMap<string, TicketFact>;
  /** What a ticket's history keeps from the person whose ticket it is, such as internal notes. */
  readonly forStaffOnly: (event: RecordedEvent) => boolean;
}

/** One open stream: whose it is, and what it is told. */
export class StreamConnection {
  /** The highest id told so far: ids may commit out of order, the browser's must not go back. */
  private lastId = 0;

  constructor(
    readonly sessionId: string,
    public actor: Actor,
    private readonly sink: StreamSink,
  ) {}

  /** Tells what of the news concerns this person: notices of his own, and tickets among `visible`. */
  tell(news: StreamNews, visible: ReadonlySet<string>): void {
    const staff = holds(this.actor, 'ticket.desk');
    let counted = false;
    for (const event of news.events) {
      const noticeId = noticeFor(event, this.actor.id);
      if (noticeId !== undefined) this.send({ event: 'notice', data: { id: noticeId } }, event.id);
      const ticket = isTicketNews(event) && visible.has(event.subject.id) ? news.tickets.get(event.subject.id) : undefined;
      if (!ticket || (!staff && news.forStaffOnly(event))) continue;
      const { id, number, version } = ticket;
      this.send({ event: 'ticket', data: { id, number, version, change: event.type } }, event.id);
      counted = true;
    }
    if (counted) this.send({ event: 'counts', data: {} });
  }

  /** Tells staff that somebody began or ceased to type on a ticket; who it is, the API says. */
  tellOfPresence(ticketId: string): void {
    this.send({ event: 'presence', data: { id: ticketId } });
  }

  resync(): void {
    this.send({ event: 'resync', data: {} });
  }

  /** A comment that keeps proxies from closing a silent connection. */
  heartbeat(): void {
    this.sink.write(':\n\n');
  }

  end(): void {
    this.sink.end();
  }

  private send(message: StreamMessage, id?: number): void {
    this.lastId = Math.max(this.lastId, id ?? 0);
    this.sink.write(frame(message, id === undefined ? undefined : this.lastId));
  }
}
