import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MeetingNews, type MeetingNewsView } from '#changes';
import { type Contact, IdentityFacts } from '#identity';
import { formatInstant, type Instant, parseInstant, type RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import type { MeetingMailKind } from '../domain/compose-meeting-mail.js';
import { MailWording } from '../reads/mail-wording.js';
import { Deliveries } from '../store/deliveries.js';
import { Notices } from '../store/notices.js';

const TOLD: Readonly<Record<string, MeetingMailKind>> = {
  'changes.meeting-called': 'meeting-called',
  'changes.meeting-joined': 'meeting-called',
  'changes.meeting-moved': 'meeting-moved',
  'changes.meeting-cancelled': 'meeting-cancelled',
};

interface Told {
  readonly eventId: number;
  readonly kind: MeetingMailKind;
  readonly meetingId: string;
  readonly meeting: MeetingNewsView;
  readonly earlier: Instant | null;
}

/** Members of the CAB are told by the bell and by mail that a meeting was called, moved or cancelled; whoever did it knows. */
@Injectable()
export class TellMeetingMembers implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly news: MeetingNews,
    private readonly identity: IdentityFacts,
    private readonly wording: MailWording,
    private readonly notices: Notices,
    private readonly deliveries: Deliveries,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'notifications.tell-meeting-members',
      on: Object.keys(TOLD),
      handle: (tx, event) => this.handle(tx, event),
    });
  }

  private async handle(tx: Tx, { id, type, subject, actorId, payload, imported }: RecordedEvent): Promise<void> {
    const kind = TOLD[type];
    const meeting = kind && !imported ? await this.news.of(tx, subject.id) : undefined;
    if (!kind || !meeting) return;
    const memberIds = (payload['memberIds'] as readonly string[]).filter((userId) => userId !== actorId);
    const earlier = typeof payload['earlierStartsAt'] === 'string' ? parseInstant(payload['earlierStartsAt']) : null;
    const told = { eventId: id, kind, meetingId: subject.id, meeting, earlier: earlier === meeting.startsAt ? null : earlier };
    const params = { title: { lv: meeting.title, en: meeting.title }, when: formatInstant(meeting.startsAt), page: this.page(told) };
    const planned = memberIds.map((userId) => ({ userId, kind, quiet: false, dedupeKey: `${kind}:${id}`, params }));
    await this.notices.tell(tx, { eventId: id, subjectId: subject.id, ticketId: null }, planned);
    for (const [userId, contact] of await this.identity.contacts(memberIds, tx)) await this.write(tx, told, userId, contact);
  }

  private page({ meetingId }: Pick<Told, 'meetingId'>): string {
    return `/desk/meetings/${meetingId}`;
  }

  private async write(tx: Tx, told: Told, userId: string, { email, name, locale }: Contact): Promise<void> {
    if (email === null) return;
    const { kind, meetingId, meeting, earlier, eventId } = told;
    const matter = { ...meeting, locale, name, earlier, url: this.wording.address(this.page(told)) };
    await this.deliveries.write(tx, {
      ...(await this.wording.ofMeeting(tx, kind, meetingId, matter)),
      ...{ kind, userId, ticketId: null, toAddress: email, locale, asksRating: false },
      dedupeKey: `${kind}:${eventId}:${userId}`,
    });
  }
}
