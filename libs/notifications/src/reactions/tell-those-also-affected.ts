import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AnnouncementNews } from '#changes';
import { type Contact, IdentityFacts } from '#identity';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { MailWording } from '../reads/mail-wording.js';
import { Deliveries } from '../store/deliveries.js';
import { Notices } from '../store/notices.js';

/** One piece of news of an announced disruption goes to everybody who has it too: a notice and a mail, once for each person. */
@Injectable()
export class TellThoseAlsoAffected implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly news: AnnouncementNews,
    private readonly identity: IdentityFacts,
    private readonly wording: MailWording,
    private readonly notices: Notices,
    private readonly deliveries: Deliveries,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'notifications.tell-those-also-affected',
      on: ['changes.announcement-updated', 'changes.announcement-ended'],
      handle: (tx, event) => this.handle(tx, event),
    });
  }

  private async handle(tx: Tx, { id, subject, payload, actorId }: RecordedEvent): Promise<void> {
    const updateId = typeof payload['updateId'] === 'string' ? payload['updateId'] : null;
    const news = await this.news.of(tx, subject.id, updateId);
    if (!news) return;
    const kind = updateId === null ? 'announcement-over' : 'announcement-news';
    const key = `announcement:${subject.id}:${updateId ?? 'ending'}`;
    const people = [...(await this.identity.contacts(news.userIds, tx))].filter(([userId]) => userId !== actorId);
    const planned = people.map(([userId, { locale }]) => ({
      ...({ userId, kind, quiet: false, dedupeKey: key } as const),
      params: { title: { ...news.title }, text: news.text[locale] },
    }));
    await this.notices.tell(tx, { eventId: id, subjectId: subject.id, ticketId: null }, planned);
    for (const [userId, contact] of people) await this.write(tx, { kind, key, userId, announcementId: subject.id }, contact, news);
  }

  private async write(
    tx: Tx,
    {
      kind,
      key,
      userId,
      announcementId,
    }: { kind: 'announcement-news' | 'announcement-over'; key: string; userId: string; announcementId: string },
    { email, name, locale }: Contact,
    { title, text }: { title: Record<Contact['locale'], string>; text: Record<Contact['locale'], string> },
  ): Promise<void> {
    if (email === null) return;
    const matter = { locale, name, title: title[locale], text: text[locale], url: this.wording.address('/') };
    await this.deliveries.write(tx, {
      ...(await this.wording.ofAnnouncement(tx, kind, announcementId, matter)),
      ...{ kind, userId, ticketId: null, toAddress: email, locale, asksRating: false },
      dedupeKey: `${key}:${userId}`,
    });
  }
}
