import { randomUUID } from 'node:crypto';
import { demoId } from '#identity';
import { ReceiveMail, SmtpListener, TakeMail } from '#inbound';
import { ReplyAddresses } from '#notifications';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { mail, type MailParts, proved } from '../../support/mail.js';

export const DESK = 'desk@desk.example';

/** What became of a mail. */
export interface Logged {
  readonly id: string;
  readonly fate: string;
  readonly why: string | null;
  readonly ticketId: string | null;
  readonly senderId: string | null;
}

interface TicketFound {
  readonly number: string;
  readonly requesterId: string;
  readonly source: string;
  readonly state: string;
  readonly title: string;
  readonly description: string;
}

export const person = (login: string): string => demoId('person', login);
export const domainOf = (address: string): string => address.slice(address.indexOf('@') + 1);

/** The product with the demonstration's people, which takes mail for `DESK`; refuses strangers and what is over 400 kB. */
export class MailDesk {
  private readonly addresses = new Map<string, string>();

  private constructor(
    readonly test: TestApp,
    readonly cast: Cast,
  ) {}

  static async open(): Promise<MailDesk> {
    const test = await startTestApp({
      cast: true,
      settings: {
        mailFrom: `Atbalsts <${DESK}>`,
        publicUrl: 'https://desk.example',
        smtpListen: '127.0.0.1:0',
        takesMail: true,
        mailAuthserv: 'relay.example',
        mailUnknown: 'refuse',
        mailMaxBytes: 400_000,
      },
    });
    const desk = new MailDesk(test, await layCast(test));
    const people = await desk.sql<{ login: string; email: string }>(
      `select login, email from identity.app_user where login is not null and email is not null`,
    );
    for (const { login, email } of people) desk.addresses.set(login, email);
    await test.app.get(SmtpListener).start();
    return desk;
  }

  close(): Promise<void> {
    return this.test.close();
  }

  get smtpPort(): number {
    return this.test.app.get(SmtpListener).port!;
  }

  sql<Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.test.app.get(Database).query<Row>(sql, values);
  }

  /** The address of one of the demonstration's people. */
  addressOf(login: string): string {
    const address = this.addresses.get(login);
    if (address === undefined) throw new Error(`${login} has no address`);
    return address;
  }

  /** A mail that the mail server before the desk vouches for. */
  from(login: string, parts: MailParts = {}): Buffer {
    const address = this.addressOf(login);
    return mail({ from: `${login} <${address}>`, ...parts, head: [proved(domainOf(address)), ...(parts.head ?? [])] });
  }

  /** Takes mails in and reads them; answers what became of each. */
  async take(...sources: readonly Buffer[]): Promise<Logged[]> {
    const keys: string[] = [];
    for (const source of sources) {
      const key = randomUUID();
      keys.push(key);
      await this.test.app.get(ReceiveMail).execute({ mailbox: 'test', key, source, envelopeFrom: null, envelopeTo: [] });
    }
    await this.readsWhatWaits();
    const rows = await this.sql<Logged & { key: string }>(
      `select id, fate, why, ticket_id as "ticketId", sender_id as "senderId", mailbox_key as key from inbound.mail where mailbox_key = any($1)`,
      [keys],
    );
    return keys.map((key) => rows.find((row) => row.key === key)!);
  }

  async takeOne(source: Buffer): Promise<Logged> {
    return (await this.take(source))[0]!;
  }

  async readsWhatWaits(): Promise<void> {
    await this.test.app.get(TakeMail).execute();
  }

  async ticketOf(id: string | null): Promise<TicketFound> {
    const [row] = await this.sql<TicketFound>(
      `select number, requester_id as "requesterId", source, state, title, description from tickets.ticket where id = $1`,
      [id],
    );
    return row!;
  }

  commentsOf(ticketId: string | null) {
    return this.sql<{ body: string; byStaff: boolean; authorId: string; visibility: string }>(
      `select body, by_staff as "byStaff", author_id as "authorId", visibility from tickets.comment where ticket_id = $1 order by at`,
      [ticketId],
    );
  }

  /** The signed address by which somebody answers a ticket. */
  async replyTo(ticketId: string | null, login: string): Promise<string> {
    const { number } = await this.ticketOf(ticketId);
    return this.replyAddress(number, login);
  }

  replyAddress(number: string, login: string): string {
    return this.test.app.get(ReplyAddresses).of(number, person(login)) ?? '';
  }
}
