import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Contact, IdentityFacts, type Locale } from '#identity';
import { instant, parseInstant, type RecordedEvent } from '#kernel';
import { ReactionRegistry, Texts, type Tx } from '#platform';
import { dayWords } from '../domain/compose-mail.js';
import type { ProcessMailKind } from '../domain/compose-process-mail.js';
import { MailWording } from '../reads/mail-wording.js';
import { Deliveries } from '../store/deliveries.js';
import { Notices } from '../store/notices.js';

/** Holders for the whole service are told; those for one institution are not. */
const NO_INSTITUTION = '00000000-0000-0000-0000-000000000000';

const MOVES: Readonly<Record<string, ProcessMailKind>> = {
  lapse: 'process-at-risk',
  suspend: 'process-suspended',
  restore: 'process-restored',
};

/** The owner of a process and the managers hear, by bell and by mail, that it is at risk, suspended, restored, or to be reviewed. */
@Injectable()
export class TellOfProcesses implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly identity: IdentityFacts,
    private readonly texts: Texts,
    private readonly wording: MailWording,
    private readonly notices: Notices,
    private readonly deliveries: Deliveries,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'notifications.tell-of-processes',
      on: ['processes.stage-changed', 'processes.review-due'],
      handle: (tx, event) => this.handle(tx, event),
    });
  }

  private async handle(tx: Tx, event: RecordedEvent): Promise<void> {
    const kind = kindOf(event);
    if (!kind) return;
    const { id, subject, payload } = event;
    const people = await this.identity.contacts(await this.toldOf(tx, payload['ownerId']), tx);
    const title = { lv: String(payload['nameLv'] ?? ''), en: String(payload['nameEn'] ?? '') };
    const page = `/reports/processes/${subject.id}`;
    const planned = [...people].map(([userId, { locale }]) => {
      const params = { title, page, why: this.why(locale, payload['cause']), until: dayOf(event, locale) };
      return { userId, kind, quiet: false, dedupeKey: `${id}`, params };
    });
    await this.notices.tell(tx, { eventId: id, subjectId: subject.id, ticketId: null }, planned);
    for (const [userId, contact] of people) await this.write(tx, event, kind, userId, contact, title[contact.locale]);
  }

  private async toldOf(tx: Tx, ownerId: unknown): Promise<string[]> {
    const managers = await this.identity.holdersOf('manager', NO_INSTITUTION, tx);
    return [...new Set([...(typeof ownerId === 'string' ? [ownerId] : []), ...managers])];
  }

  private async write(tx: Tx, event: RecordedEvent, kind: ProcessMailKind, userId: string, to: Contact, title: string): Promise<void> {
    const { email, name, locale } = to;
    if (email === null) return;
    const { id, subject, payload } = event;
    const url = this.wording.address(`/reports/processes/${subject.id}`);
    const matter = { locale, name, title, url, why: this.why(locale, payload['cause']), day: dayOf(event, locale) };
    await this.deliveries.write(tx, {
      ...(await this.wording.ofProcess(tx, kind, subject.id, matter)),
      ...{ kind, userId, ticketId: null, toAddress: email, locale, asksRating: false },
      dedupeKey: `${id}:${kind}:${userId}`,
    });
  }

  /** The conditions that failed, in words. */
  private why(locale: Locale, cause: unknown): string {
    const keys = typeof cause === 'string' ? cause.split(' ').filter(Boolean) : [];
    return keys.map((key) => this.texts.say(locale, `notifications.process.failed.${key}`)).join(', ');
  }
}

function kindOf({ type, payload }: RecordedEvent): ProcessMailKind | undefined {
  if (type === 'processes.review-due') return payload['overdue'] === true ? 'process-review-overdue' : 'process-review-due';
  return MOVES[String(payload['event'])];
}

/** The day that the news is about, in words: of a lapse the last one to put it right, of a review the one on which it is due. */
function dayOf({ payload: { dueOn, suspendsAt } }: RecordedEvent, locale: Locale): string {
  if (typeof dueOn === 'string') return dayWords(parseInstant(`${dueOn}T12:00:00Z`), locale);
  return typeof suspendsAt === 'number' ? dayWords(instant(suspendsAt), locale) : '';
}
