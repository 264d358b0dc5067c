import { Injectable } from '@nestjs/common';
import { type Actor, holds, IdentityFacts } from '#identity';
import { type Instant, notFound } from '#kernel';
import { Database, type Page, pageOf, readCursor } from '#platform';
import { TicketFacts } from '#tickets';
import { readsMail, requireLog, requireMailReader } from '../domain/mail-access.js';
import { isDecidable, type MailFate } from '../domain/mail-fate.js';

export interface MailQuery {
  readonly fates: readonly MailFate[];
  /** A sender's whole address. */
  readonly sender: string | undefined;
  readonly cursor: string | undefined;
  readonly limit: number;
}

export interface LoggedTicket {
  readonly id: string;
  readonly number: string;
}

/** A mail in the log. */
export interface LoggedMail {
  readonly id: string;
  readonly receivedAt: Instant;
  readonly mailbox: string;
  readonly from: string | null;
  readonly fromName: string;
  readonly subject: string;
  readonly size: number;
  readonly files: number;
  readonly fate: MailFate;
  readonly why: string | null;
  readonly detail: string | null;
  readonly sender: string | null;
  readonly senderId: string | null;
  /** Null where it became nothing of a ticket, or of one that the reader does not see. */
  readonly ticket: LoggedTicket | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly decisionReason: string | null;
  readonly mayDecide: boolean;
}

export interface LoggedFile {
  readonly name: string;
  readonly size: number;
  readonly state: string;
  readonly why: string | null;
}

/** A mail with what it says, as far as the reader may read that. */
export interface WholeMail extends LoggedMail {
  readonly words: string | null;
  readonly hasHtml: boolean;
  readonly fileList: readonly LoggedFile[];
}

type Row = Omit<LoggedMail, 'ticket' | 'sender' | 'decidedBy' | 'mayDecide'> & {
  readonly key: string;
  readonly ticketId: string | null;
  readonly decidedById: string | null;
};

const COLUMNS = `m.id, m.received_at as "receivedAt", m.received_at::text as key, m.mailbox, m.from_address as "from", m.from_name as "fromName", m.subject, m.size,
  (select count(*)::int from inbound.mail_file f where f.mail_id = m.id) as files, m.fate, m.why, m.detail, m.sender_id as "senderId",
  m.ticket_id as "ticketId", m.decided_by_id as "decidedById", m.decided_at as "decidedAt", m.decision_reason as "decisionReason"`;

/** What became of each mail that came in, newest first. */
@Injectable()
export class MailLog {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityFacts,
    private readonly tickets: TicketFacts,
  ) {}

  /** Throws `identity.right-missing`. */
  async page(actor: Actor, { fates, sender, cursor, limit }: MailQuery): Promise<Page<LoggedMail>> {
    requireLog(actor);
    const [at, id] = readCursor(cursor, 2) ?? [null, null];
    const params: unknown[] = [at, id, limit + 1];
    const conditions = ['($1::timestamptz is null or (m.received_at, m.id) < ($1::timestamptz, $2::uuid))'];
    if (sender !== undefined) conditions.push(`m.from_address = $${params.push(sender.trim().toLowerCase())}`);
    const newest = (more: string): string =>
      `select m.* from inbound.mail m where ${conditions.join(' and ')}${more} order by m.received_at desc, m.id desc limit $3`;
    // Of each fate the newest ones, by an index: those that wait are few among many.
    const found =
      fates.length === 0
        ? `(${newest('')}) m`
        : `unnest($${params.push(fates)}::text[]) as f(fate) cross join lateral (${newest(' and m.fate = f.fate')}) m`;
    const rows = await this.database.query<Row>(`select ${COLUMNS} from ${found} order by m.received_at desc, m.id desc limit $3`, params);
    const { items, nextCursor } = pageOf(rows, limit, (row) => [row.key, row.id]);
    return { items: await this.present(actor, items), nextCursor };
  }

  /** Throws `identity.right-missing`, `inbound.mail.not-found`. */
  async one(actor: Actor, id: string): Promise<WholeMail> {
    requireLog(actor);
    const [mail] = await this.present(actor, await this.rows(id));
    if (!mail) throw notFound('inbound.mail');
    const reads = readsMail(actor) && (await this.openTo(actor, id));
    const content = reads ? await this.content(id) : undefined;
    return {
      ...mail,
      words: content?.words ?? null,
      hasHtml: content?.html != null,
      fileList: reads
        ? await this.database.query<LoggedFile>(`select name, size, state, why from inbound.mail_file where mail_id = $1 order by ord`, [
            id,
          ])
        : [],
    };
  }

  /** The safe HTML of a mail. Throws `identity.right-missing`, `inbound.mail.not-found`. */
  async html(actor: Actor, id: string): Promise<string> {
    await this.requireOpen(actor, id);
    const content = await this.content(id);
    if (content?.html == null) throw notFound('inbound.mail');
    return content.html;
  }

  /** The mail as it came. Throws `identity.right-missing`, `inbound.mail.not-found`. */
  async source(actor: Actor, id: string): Promise<Buffer> {
    await this.requireOpen(actor, id);
    const [row] = await this.database.query<{ source: Buffer }>(`select source from inbound.mail_content where mail_id = $1`, [id]);
    if (!row) throw notFound('inbound.mail');
    return row.source;
  }

  /** How many wait for a person, up to 100. */
  async waiting(): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `select count(*)::int as n from (select 1 from inbound.mail where fate in ('parked', 'malformed') limit 100) w`,
    );
    return row?.n ?? 0;
  }

  private async requireOpen(actor: Actor, id: string): Promise<void> {
    requireMailReader(actor);
    if (!(await this.openTo(actor, id))) throw notFound('inbound.mail');
  }

  /** A mail about a ticket is as open as the ticket. */
  private async openTo(actor: Actor, id: string): Promise<boolean> {
    const [row] = await this.rows(id);
    if (!row) return false;
    return row.ticketId === null || (await this.tickets.visibleAmong(actor, [row.ticketId])).has(row.ticketId);
  }

  private rows(id: string): Promise<Row[]> {
    return this.database.query<Row>(`select ${COLUMNS} from inbound.mail m where m.id = $1`, [id]);
  }

  private async content(id: string): Promise<{ words: string; html: string | null } | undefined> {
    return (
      await this.database.query<{ words: string; html: string | null }>(`select words, html from inbound.mail_content where mail_id = $1`, [
        id,
      ])
    )[0];
  }

  /** Leaves out, for whoever reads mails and not the log, those of tickets that he does not see. */
  private async present(actor: Actor, rows: readonly Row[]): Promise<LoggedMail[]> {
    const ids = rows.flatMap(({ ticketId }) => ticketId ?? []);
    const visible = await this.tickets.visibleAmong(actor, ids);
    const tickets = await this.tickets.byIds([...visible]);
    const names = await this.identity.names(rows.flatMap(({ senderId, decidedById }) => [senderId, decidedById].flatMap((id) => id ?? [])));
    const shown = holds(actor, 'mail-log.read') ? rows : rows.filter(({ ticketId }) => ticketId === null || visible.has(ticketId));
    return shown.map(({ key: _key, ticketId, decidedById, ...row }) => {
      const ticket = ticketId === null ? undefined : tickets.get(ticketId);
      return {
        ...row,
        sender: (row.senderId && names.get(row.senderId)) ?? null,
        ticket: ticket ? { id: ticket.id, number: ticket.number } : null,
        decidedBy: (decidedById && names.get(decidedById)) ?? null,
        mayDecide: isDecidable(row.fate) && readsMail(actor) && (ticketId === null || visible.has(ticketId)),
      };
    });
  }
}
