import { Injectable } from '@nestjs/common';
import { ActorReader, type Contact, IdentityFacts } from '#identity';
import type { Tx } from '#platform';
import { type TicketFact, TicketFacts } from '#tickets';
import { askers, type PlannedNotice } from '../domain/notice.js';
import { TOPIC_RULES, topicOf } from '../domain/topics.js';
import { MailWording } from '../reads/mail-wording.js';
import { NoticeWording } from '../reads/notice-wording.js';
import { Deliveries } from '../store/deliveries.js';

/** Where people decide what they are told. */
export const SETTINGS_PATH = '/profile#notices';

/** Writes notices as mails to those who want them so; kinds that have mails of their own are written elsewhere. */
@Injectable()
export class WriteNoticeMails {
  constructor(
    private readonly identity: IdentityFacts,
    private readonly actors: ActorReader,
    private readonly tickets: TicketFacts,
    private readonly noticeWording: NoticeWording,
    private readonly wording: MailWording,
    private readonly deliveries: Deliveries,
  ) {}

  /** `planned` are notices whose readers want mails of their kind. Whoever may not see the ticket, has left or has no address gets none. */
  async execute(tx: Tx, subjectId: string, ticketId: string | null, planned: readonly PlannedNotice[]): Promise<void> {
    if (planned.length === 0) return;
    const ticket = ticketId === null ? undefined : await this.tickets.byId(ticketId, tx);
    const people = planned.map(({ userId }) => userId);
    const contacts = await this.identity.contacts(people, tx);
    const words = await this.noticeWording.now(tx, planned);
    for (const notice of planned) {
      const contact = contacts.get(notice.userId);
      if (!contact?.email || (ticketId !== null && !(await this.sees(tx, notice.userId, ticketId)))) continue;
      await this.write(tx, subjectId, notice, { ...contact, email: contact.email }, ticket, words(contact.locale, notice, ticket ?? null));
    }
  }

  private async sees(tx: Tx, userId: string, ticketId: string): Promise<boolean> {
    const actor = await this.actors.byId(userId, tx);
    return actor !== undefined && (await this.tickets.visibleAmong(actor, [ticketId], tx)).has(ticketId);
  }

  private async write(
    tx: Tx,
    subjectId: string,
    { userId, kind, dedupeKey, params }: PlannedNotice,
    { email, name, locale }: Contact & { readonly email: string },
    ticket: TicketFact | undefined,
    words: string,
  ): Promise<void> {
    const page = typeof params['page'] === 'string' ? params['page'] : ticket ? ticketPage(ticket, userId, kind) : null;
    const url = page === null ? null : this.wording.address(page);
    await this.deliveries.write(tx, {
      ...(await this.wording.ofNotice(tx, subjectId, { locale, name, words, url, settingsUrl: this.wording.address(SETTINGS_PATH) })),
      ...{ kind, userId, ticketId: ticket?.id ?? null, toAddress: email, locale, asksRating: false },
      dedupeKey: `notice:${kind}:${dedupeKey}:${userId}`,
    });
  }
}

/** Whoever asked for help opens it in the portal, everybody else at the desk. */
function ticketPage(ticket: TicketFact, userId: string, kind: string): string {
  const topic = topicOf(kind);
  const own = askers(ticket).includes(userId) && !(topic && TOPIC_RULES[topic].desk);
  return own ? `/tickets/${ticket.number}` : `/desk/tickets/${ticket.number}`;
}
