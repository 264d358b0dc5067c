import { Injectable } from '@nestjs/common';
import { type Actor, ActorReader, IdentityFacts } from '#identity';
import type { RecordedEvent } from '#kernel';
import { type Queryable, Settings } from '#platform';
import { automaticAnswer, findComment, type KindView, TicketClocks, TicketFacts, TicketKinds } from '#tickets';
import type { MailMatter } from '../domain/compose-mail.js';
import type { PlannedMail } from '../domain/mail.js';

/** What of an event a mail is gathered from. */
export type MailCause = Pick<RecordedEvent, 'type' | 'subject' | 'payload'>;

/** A mail's matter and where it goes. */
export interface AddressedMatter {
  readonly address: string;
  readonly matter: MailMatter;
}

/** Gathers what a mail is about, through the eyes of its recipient: what he may not see does not get into it. */
@Injectable()
export class MailMatters {
  constructor(
    private readonly settings: Settings,
    private readonly actors: ActorReader,
    private readonly identity: IdentityFacts,
    private readonly tickets: TicketFacts,
    private readonly kinds: TicketKinds,
    private readonly clocks: TicketClocks,
  ) {}

  /** Undefined where the recipient has left, has no address, or may not see the ticket. */
  async gather(on: Queryable, event: MailCause, mail: PlannedMail): Promise<AddressedMatter | undefined> {
    const contact = await this.identity.contact(mail.userId, on);
    const actor = contact?.email ? await this.actors.byId(mail.userId, on) : undefined;
    const seen = actor && (await this.tickets.seenBy(actor, event.subject.id, on));
    if (!contact?.email || !actor || !seen) return undefined;
    const { ticket, standing } = seen;
    const view = await this.kinds.of(ticket.type).view(on, actor, ticket, standing);
    const matter: MailMatter = {
      locale: contact.locale,
      name: contact.name,
      number: ticket.number,
      title: ticket.title,
      ticketUrl: `${this.settings.publicUrl}${mail.kind === 'mention' ? '/desk' : ''}/tickets/${ticket.number}`,
      quote: await this.quote(on, event, mail, view),
      ...(await this.promises(on, actor, ticket.id)),
      reopenUntil: view.reopenUntil,
      mergedInto: await this.mergedInto(on, actor, ticket.duplicateOfId),
      rateUrl: null,
    };
    return { address: contact.email, matter };
  }

  private async quote(on: Queryable, event: MailCause, { kind }: PlannedMail, view: KindView): Promise<string | null> {
    if (kind === 'resolved' || kind === 'rating' || event.type === 'incidents.resolved') return view.resolution?.text ?? null;
    if (kind === 'received') return (await automaticAnswer(on, event.subject.id)) ?? null;
    if (event.type === 'incidents.answer-awaited') return view.hold?.question ?? null;
    const { commentId } = event.payload;
    const comment =
      (kind === 'reply' || kind === 'question' || kind === 'watched') && typeof commentId === 'string'
        ? await findComment(on, commentId)
        : undefined;
    return comment?.visibility === 'public' ? comment.body : null;
  }

  /** The number of the ticket that his was merged with; null where there is none, or none that he may see. */
  private async mergedInto(on: Queryable, actor: Actor, id: string | null): Promise<string | null> {
    return id === null ? null : ((await this.tickets.seenBy(actor, id, on))?.ticket.number ?? null);
  }

  private async promises(on: Queryable, actor: Actor, ticketId: string): Promise<Pick<MailMatter, 'responseBy' | 'resolutionBy'>> {
    const clocks = (await this.clocks.summaries(on, [ticketId], actor.locale)).get(ticketId) ?? [];
    const running = (kind: string) => clocks.find((clock) => clock.kind === kind && clock.state === 'running')?.dueAt ?? null;
    return { responseBy: running('response'), resolutionBy: running('resolution') };
  }
}
