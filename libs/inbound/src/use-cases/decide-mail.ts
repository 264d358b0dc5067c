import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { ReportIncident } from '#incidents';
import { DomainError, notFound } from '#kernel';
import { Texts, type Tx, UnitOfWork } from '#platform';
import { AddComment, TicketFacts } from '#tickets';
import { requireMailReader } from '../domain/mail-access.js';
import { isDecidable } from '../domain/mail-fate.js';
import { titleOf } from '../domain/mail-title.js';
import { MailFiles } from '../store/mail-files.js';
import { Mails, type WaitingMail } from '../store/mails.js';

/** For whom a ticket is made of a mail. */
export interface TicketOfMail {
  readonly requesterId: string;
  readonly title?: string | undefined;
  readonly serviceId?: string | undefined;
}

export interface DecidedTicket {
  readonly id: string;
  readonly number: string;
}

/** The lock and the rules that every decision about a mail begins with. */
@Injectable()
export class DecidableMails {
  constructor(
    private readonly mails: Mails,
    private readonly tickets: TicketFacts,
  ) {}

  /** Throws `identity.right-missing`, `inbound.mail.not-found`, `inbound.already-decided`. */
  async lock(tx: Tx, actor: Actor, id: string): Promise<WaitingMail> {
    requireMailReader(actor);
    const mail = await this.mails.lock(tx, id);
    if (!mail) throw notFound('inbound.mail');
    const { ticketId, fate } = mail;
    if (ticketId !== null && !(await this.tickets.visibleAmong(actor, [ticketId], tx)).has(ticketId)) throw notFound('inbound.mail');
    if (!isDecidable(fate)) throw new DomainError('inbound.already-decided', { fate }, 'conflict');
    return mail;
  }
}

/** An agent makes a ticket of a mail, for the person whom he has recognised. */
@Injectable()
export class MakeTicketOfMail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decidable: DecidableMails,
    private readonly mails: Mails,
    private readonly files: MailFiles,
    private readonly report: ReportIncident,
    private readonly texts: Texts,
  ) {}

  /** Throws what the lock and the rules of tickets refuse. */
  async execute(actor: Actor, id: string, { requesterId, title, serviceId }: TicketOfMail): Promise<DecidedTicket> {
    return this.unitOfWork.run(async (tx) => {
      const mail = await this.decidable.lock(tx, actor, id);
      const named = title ?? titleOf(mail.subject) ?? this.texts.say(actor.locale, 'inbound.no-subject');
      const description = mail.words || this.texts.say(actor.locale, 'inbound.no-text');
      const ticket = await this.report.within(tx, actor, { title: named, description, affectedUserId: requesterId, serviceId }, 'email');
      await this.mails.decide(tx, id, { fate: 'created', ticketId: ticket.id, byId: actor.id, reason: null, commentId: null });
      await this.files.fall(tx, id);
      await tx.append(decided(id, actor, { became: 'ticket', ticketId: ticket.id }));
      return { id: ticket.id, number: ticket.number };
    });
  }
}

/** An agent files a mail with a ticket as a note: what it says is known there, and nobody has said it in another's name. */
@Injectable()
export class AddMailToTicket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decidable: DecidableMails,
    private readonly mails: Mails,
    private readonly files: MailFiles,
    private readonly addComment: AddComment,
    private readonly texts: Texts,
  ) {}

  /** Throws what the lock and the rules of comments refuse. */
  async execute(actor: Actor, id: string, key: string): Promise<{ readonly ticketId: string }> {
    return this.unitOfWork.run(async (tx) => {
      const mail = await this.decidable.lock(tx, actor, id);
      const text = mail.words || this.texts.say(actor.locale, 'inbound.no-text');
      const body = `${this.texts.say(actor.locale, 'inbound.note-from-mail', { from: mail.from ?? '?' })}\n\n${text}`;
      const { ticketId, commentId } = await this.addComment.within(tx, actor, key, { body, visibility: 'internal' });
      await this.mails.decide(tx, id, { fate: 'replied', ticketId, byId: actor.id, reason: null, commentId });
      await this.files.fall(tx, id);
      await tx.append(decided(id, actor, { became: 'note', ticketId }));
      return { ticketId };
    });
  }
}

/** An agent sets a mail aside, with the reason. It stays in the log, and its bytes with it. */
@Injectable()
export class DiscardMail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decidable: DecidableMails,
    private readonly mails: Mails,
  ) {}

  async execute(actor: Actor, id: string, reason: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.decidable.lock(tx, actor, id);
      await this.mails.decide(tx, id, { fate: 'discarded', ticketId: null, byId: actor.id, reason, commentId: null });
      await tx.append(decided(id, actor, { became: 'nothing', reason }));
    });
  }
}

function decided(id: string, actor: Actor, payload: Readonly<Record<string, string>>) {
  return { type: 'inbound.mail-decided', version: 1, subject: { type: 'mail', id }, actorId: actor.id, payload };
}
