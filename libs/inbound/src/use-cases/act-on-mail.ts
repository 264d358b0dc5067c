import { Injectable } from '@nestjs/common';
import { type Actor, ActorReader, PeopleByMail } from '#identity';
import { ReportIncident } from '#incidents';
import { notFound } from '#kernel';
import { WriteRefusal } from '#notifications';
import { Texts, type Tx } from '#platform';
import { AddComment } from '#tickets';
import type { Verdict } from '../domain/judge-mail.js';
import type { ParsedMail } from '../domain/parsed-mail.js';
import { titleOf } from '../domain/mail-title.js';
import type { Settled } from '../store/mails.js';

/** A mail that has been read. */
export interface ReadableMail {
  readonly id: string;
  readonly parsed: ParsedMail;
  /** Markdown. */
  readonly words: string;
}

/** Does what was decided about a mail, in the transaction in which the mail is settled. */
@Injectable()
export class ActOnMail {
  constructor(
    private readonly actors: ActorReader,
    private readonly people: PeopleByMail,
    private readonly addComment: AddComment,
    private readonly report: ReportIncident,
    private readonly refusal: WriteRefusal,
    private readonly texts: Texts,
  ) {}

  /** Throws what the rules of tickets refuse. */
  async execute(tx: Tx, mail: ReadableMail, verdict: Verdict): Promise<Settled> {
    switch (verdict.act) {
      case 'reply':
        return this.reply(tx, mail, verdict);
      case 'create':
        return this.create(tx, mail, verdict.userId, verdict.why);
      case 'create-person':
        return this.create(tx, mail, await this.newPerson(tx, mail.parsed, verdict.institutionId), verdict.why);
      case 'refuse':
        return this.refuse(tx, mail, verdict);
      case 'park':
        return { fate: 'parked', why: verdict.why, ticketId: verdict.ticketId ?? null };
    }
  }

  private async reply(tx: Tx, { words }: ReadableMail, verdict: Extract<Verdict, { act: 'reply' }>): Promise<Settled> {
    const actor = await this.actor(tx, verdict.userId);
    const body = words || this.texts.say(actor.locale, 'inbound.no-text');
    const added = await this.addComment.within(tx, actor, verdict.ticketId, { body, visibility: 'public' });
    return added.followUp
      ? { fate: 'created', why: 'follow_up', senderId: actor.id, ticketId: added.followUp.id }
      : { fate: 'replied', why: verdict.why, senderId: actor.id, ticketId: added.ticketId, commentId: added.commentId };
  }

  private async create(tx: Tx, { parsed, words }: ReadableMail, userId: string, why: Settled['why']): Promise<Settled> {
    const actor = await this.actor(tx, userId);
    const text = words || this.texts.say(actor.locale, 'inbound.no-text');
    const description = why === 'sender_unproven' ? `${this.texts.say(actor.locale, 'inbound.sender-unproven')}\n\n${text}` : text;
    const title = titleOf(parsed.subject) ?? this.texts.say(actor.locale, 'inbound.no-subject');
    const ticket = await this.report.within(tx, actor, { title, description }, 'email');
    return { fate: 'created', why, senderId: actor.id, ticketId: ticket.id };
  }

  private async newPerson(tx: Tx, { from, fromName }: ParsedMail, institutionId: string): Promise<string> {
    const address = from ?? '';
    const name = fromName.length > 1 && !fromName.includes('@') ? fromName.slice(0, 100) : address;
    return this.people.add(tx, { name, address, institutionId, locale: 'lv' });
  }

  private async refuse(tx: Tx, { id, parsed }: ReadableMail, { answer, why }: Extract<Verdict, { act: 'refuse' }>): Promise<Settled> {
    if (answer && parsed.from !== null) await this.refusal.execute(tx, { mailId: id, address: parsed.from, subject: parsed.subject });
    return { fate: 'refused', why };
  }

  private async actor(tx: Tx, userId: string): Promise<Actor> {
    const actor = await this.actors.byId(userId, tx);
    if (!actor) throw notFound('identity.user');
    return actor;
  }
}
