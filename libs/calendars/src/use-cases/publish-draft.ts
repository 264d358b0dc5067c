import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Instant } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import { type CalendarContent, type CalendarIdentity, compose } from '../domain/calendar-content.js';
import { FieldFaults } from '../domain/field-faults.js';
import { localDate } from '../domain/local-day.js';
import { WorkingCalendar } from '../domain/working-calendar.js';
import { CalendarDraftStore, type KeptDraft } from '../store/calendar-draft-store.js';
import { addVersion, composeAll, type KeptVersion, versionsOf } from '../store/calendar-versions.js';

/** A version that has just been published. */
export interface Published {
  readonly versionId: string;
  readonly version: number;
}

/** Makes a draft the version in force: the work of a second person (DOMAIN 9, "SLA, catalogue set-up": A drafts, MG approves). */
@Injectable()
export class PublishDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: CalendarDraftStore,
  ) {}

  /**
   * Publishes what the draft says. Throws `calendars.own-draft` (forbidden) to whoever has saved it, 422 where it is not complete or its
   * first date has passed, 412 where `ifMatch` names another state of it than the one that was read.
   */
  async execute(actorId: string, calendarId: string, ifMatch?: string): Promise<Published> {
    return this.unitOfWork.run(async (tx) => {
      const identity = await this.store.lock(tx, calendarId);
      const draft = await this.store.require(tx, calendarId);
      requireVersion(ifMatch, draft.version);
      if (draft.authorIds.includes(actorId)) throw new DomainError('calendars.own-draft', {}, 'forbidden');
      const versions = await versionsOf(tx, calendarId);
      requireComplete(identity, draft.content, versions, tx.now);
      return this.publish(tx, { actorId, calendarId, identity, draft, last: versions.at(-1) });
    });
  }

  private async publish(tx: Tx, { actorId, calendarId, identity, draft, last }: Publication): Promise<Published> {
    const published = { versionId: randomUUID(), version: (last?.version ?? 0) + 1 };
    const { content, authorIds } = draft;
    await addVersion(tx, {
      id: published.versionId,
      calendarId,
      version: published.version,
      timezone: identity.timezone,
      content,
      draftedBy: authorIds,
      publishedBy: actorId,
    });
    await this.store.remove(tx, calendarId);
    await tx.append({
      type: 'calendars.version-published',
      version: 1,
      subject: { type: 'calendar', id: calendarId },
      actorId,
      payload: {
        calendarId,
        code: identity.code,
        versionId: published.versionId,
        previousVersionId: last?.id ?? null,
        version: published.version,
        validFrom: content.validFrom,
      },
    });
    return published;
  }
}

interface Publication {
  readonly actorId: string;
  readonly calendarId: string;
  readonly identity: CalendarIdentity;
  readonly draft: KeptDraft;
  readonly last: KeptVersion | undefined;
}

/** A calendar that is in force must hold working time, say what it rests on, and leave the past alone. */
function requireComplete(identity: CalendarIdentity, content: CalendarContent, versions: readonly KeptVersion[], now: Instant): void {
  const faults = new FieldFaults();
  if (content.source === '') faults.add('/source', 'calendars.source-missing');
  if (content.validFrom !== null && content.validFrom < localDate(identity.timezone, now))
    faults.add('/validFrom', 'calendars.valid-from-past');
  try {
    new WorkingCalendar(compose(identity, content, composeAll(versions))).next(now);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    faults.add('/weekly', 'calendars.idle-for-years');
  }
  faults.refuse();
}
