import { Injectable, type OnModuleInit } from '@nestjs/common';
import { parseInstant, type TimedEvent } from '#kernel';
import { ReactionRegistry, Texts, type Tx } from '#platform';
import { type Announcement, announcementEvent } from '../domain/announcement.js';
import { AnnouncementStore } from '../store/announcement-store.js';

/** What is told when a change has come to its end, by the text of it. */
const ENDED: Readonly<Record<string, string>> = {
  'changes.finished': 'changes.planned-work-over',
  'changes.cancelled': 'changes.planned-work-called-off',
  'changes.rejected': 'changes.planned-work-called-off',
};

/** Within the step of a change that is announced: the announcement moves with it, and ends when it does. */
@Injectable()
export class FollowAnnouncedChange implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly announcements: AnnouncementStore,
    private readonly texts: Texts,
  ) {}

  onModuleInit(): void {
    const on = ['changes.rescheduled', ...Object.keys(ENDED)];
    this.reactions.within({ name: 'changes.follow-announced-change', on, handle: (tx, event) => this.handle(tx, event) });
  }

  private async handle(tx: Tx, event: TimedEvent): Promise<void> {
    const open = (await this.announcements.behind(tx, event.subject.id)).filter(({ endedAt }) => endedAt === null);
    for (const announcement of open) await this.follow(tx, event, announcement);
  }

  private async follow(tx: Tx, { type, actorId, payload }: TimedEvent, announcement: Announcement): Promise<void> {
    const { id } = announcement;
    const ended = ENDED[type];
    if (ended !== undefined) {
      await this.announcements.end(tx, id, { lv: this.texts.say('lv', ended), en: this.texts.say('en', ended) });
      await tx.append(announcementEvent('announcement-ended', id, actorId, { incidentId: null }));
      return;
    }
    const { from, to } = payload;
    if (typeof from !== 'string' || typeof to !== 'string') return;
    await this.announcements.change(tx, id, { ...announcement, startsAt: parseInstant(from), expectedEndAt: parseInstant(to) });
    await tx.append(announcementEvent('announcement-changed', id, actorId, { fields: ['startsAt', 'expectedEndAt'] }));
  }
}
