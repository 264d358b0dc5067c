import { Injectable } from '@nestjs/common';
import { ActorReader, holds, PeopleByMail } from '#identity';
import { instant } from '#kernel';
import { ReplyAddresses } from '#notifications';
import { Settings, type Tx } from '#platform';
import { type TicketFact, TicketFacts } from '#tickets';
import type { ClaimedPerson, MailFacts, NamedThread } from '../domain/judge-mail.js';
import { domainOf, foldAddress, type ParsedMail } from '../domain/parsed-mail.js';
import { senderProof } from '../domain/sender-proof.js';
import { Mails } from '../store/mails.js';
import { KnownDomains } from '../store/known-domains.js';

/** The tickets that a mail names. */
export type NamedThreads = Pick<MailFacts, 'addressed' | 'answered'>;

const HOUR = 3_600_000_000;

/** Finds which tickets a mail names by something that only its addressee was sent. */
@Injectable()
export class FindThreads {
  constructor(
    private readonly replies: ReplyAddresses,
    private readonly tickets: TicketFacts,
    private readonly actors: ActorReader,
  ) {}

  async of(tx: Tx, mail: ParsedMail, envelopeTo: readonly string[]): Promise<NamedThreads> {
    const recipients = [...envelopeTo.flatMap((address) => foldAddress(address) ?? []), ...mail.recipients];
    return { addressed: await this.addressed(tx, recipients), answered: await this.answered(tx, mail.answers) };
  }

  private async addressed(tx: Tx, recipients: readonly string[]): Promise<NamedThread | undefined> {
    const named = this.replies.find(recipients);
    const ticket = named && (await this.tickets.byNumber(named.number, tx));
    if (!named || !ticket) return undefined;
    const personIds = personsOf(ticket);
    const userId = this.replies.holderOf(named, [...personIds, ...(await this.tickets.watcherIds(ticket.id, tx))]);
    return userId === undefined ? undefined : this.thread(tx, ticket, userId);
  }

  private async answered(tx: Tx, answers: readonly string[]): Promise<NamedThread | undefined> {
    const sent = await this.replies.answered(answers, tx);
    const ticket = sent?.ticketId && sent.userId ? await this.tickets.byId(sent.ticketId, tx) : undefined;
    return sent?.userId && ticket ? this.thread(tx, ticket, sent.userId) : undefined;
  }

  /** Whoever follows a ticket may answer too, unless he works here: what he says would be said as staff. */
  private async thread(tx: Tx, ticket: TicketFact, userId: string): Promise<NamedThread> {
    const personIds = personsOf(ticket);
    const watches = !personIds.includes(userId) && (await this.tickets.watcherIds(ticket.id, tx)).includes(userId);
    const actor = watches ? await this.actors.byId(userId, tx) : undefined;
    return { ticketId: ticket.id, userId, personIds: actor && !holds(actor, 'ticket.desk') ? [...personIds, userId] : personIds };
  }
}

const personsOf = ({ requesterId, affectedUserId }: TicketFact): string[] => [...new Set([requesterId, affectedUserId])];

/** Gathers what a mail that a person wrote is judged by. */
@Injectable()
export class GatherFacts {
  constructor(
    private readonly settings: Settings,
    private readonly people: PeopleByMail,
    private readonly actors: ActorReader,
    private readonly domains: KnownDomains,
    private readonly mails: Mails,
  ) {}

  async of(tx: Tx, mail: ParsedMail, threads: NamedThreads): Promise<MailFacts> {
    const { from } = mail;
    const ticketId = (threads.addressed ?? threads.answered)?.ticketId ?? null;
    const recent = await this.mails.recent(tx, { from, ticketId, since: instant(tx.now - HOUR) });
    return {
      ...threads,
      proof: senderProof(mail, this.settings.mailAuthserv),
      hasSender: from !== null,
      claimed: from === null ? [] : await this.claimed(tx, from),
      domainInstitutionId: from === null ? undefined : await this.domains.institutionOf(tx, domainOf(from)),
      recentOfSender: recent.ofSender,
      recentOfTicket: recent.ofTicket,
    };
  }

  private async claimed(tx: Tx, from: string): Promise<ClaimedPerson[]> {
    const found: ClaimedPerson[] = [];
    for (const id of await this.people.find(from, tx)) {
      const actor = await this.actors.byId(id, tx);
      if (actor) found.push({ id, staff: holds(actor, 'ticket.desk') });
    }
    return found;
  }
}
