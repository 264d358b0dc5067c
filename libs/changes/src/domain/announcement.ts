import { DomainError, type DomainEvent, type FieldError, type Instant, type Json, plusSeconds } from '#kernel';
import { textWarnings } from '#tickets';
import type { ChangeState } from './change-lifecycle.js';

/** A disruption is nobody's plan; planned work has a window. */
export const ANNOUNCEMENT_KINDS = ['disruption', 'planned_work'] as const;

export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];

export type Phase = 'before' | 'during' | 'after';

/** How long before its beginning planned work is announced, and how long after its end institutions are told how it ended. */
export const SHOWN_BEFORE_SECONDS = 14 * 86_400;
export const SHOWN_AFTER_SECONDS = 86_400;

/** States of a change whose work institutions may be told of in words of its own. */
export const ANNOUNCED_STATES: ReadonlySet<string> = new Set<ChangeState>(['scheduled', 'implementing']);

/** A text in both languages: an announcement that is not complete in both is not made. */
export interface Bilingual {
  readonly lv: string;
  readonly en: string;
}

/** What institutions are told. Its texts are its own: nothing of the incident or change behind it is shown to them. */
export interface AnnouncementTerms {
  readonly title: Bilingual;
  readonly text: Bilingual;
  readonly serviceIds: readonly string[];
  /** The institutions told; where none is named, all that subscribe to one of the services. */
  readonly institutionIds: readonly string[];
  readonly startsAt: Instant;
  readonly expectedEndAt: Instant | null;
}

export interface Announcement extends AnnouncementTerms {
  readonly id: string;
  readonly kind: AnnouncementKind;
  readonly incidentId: string | null;
  readonly changeId: string | null;
  readonly endedAt: Instant | null;
  /** What came of it. */
  readonly after: Bilingual | null;
  readonly createdById: string;
  readonly createdAt: Instant;
  /** The ETag. */
  readonly revision: number;
}

interface Timed {
  readonly kind: AnnouncementKind;
  readonly startsAt: Instant;
  readonly expectedEndAt: Instant | null;
  readonly endedAt: Instant | null;
}

/** When it is over: work at the end of its window, if nobody has ended it before; a disruption when somebody says so. */
export function endOf({ kind, expectedEndAt, endedAt }: Timed): Instant | null {
  return endedAt ?? (kind === 'planned_work' ? expectedEndAt : null);
}

export function phaseOf(timed: Timed, now: Instant): Phase {
  const end = endOf(timed);
  if (end !== null && end <= now) return 'after';
  return timed.startsAt > now ? 'before' : 'during';
}

/** Is it near enough to be shown to institutions? */
export function isShown(timed: Timed, now: Instant): boolean {
  const end = endOf(timed);
  if (end !== null && end <= now) return plusSeconds(end, SHOWN_AFTER_SECONDS) > now;
  return timed.startsAt <= plusSeconds(now, SHOWN_BEFORE_SECONDS);
}

/** Throws `changes.announcement-refused` (422) with each field at fault. */
export function requireSoundAnnouncement(terms: AnnouncementTerms, kind: AnnouncementKind): void {
  const fault = (pointer: string, code: string, when: boolean): FieldError[] => (when ? [{ pointer, code }] : []);
  const faults = [
    ...fault('/serviceIds', 'changes.announcement-for-nobody', terms.serviceIds.length + terms.institutionIds.length === 0),
    ...fault('/expectedEndAt', 'changes.announcement-ends-early', terms.expectedEndAt !== null && terms.expectedEndAt <= terms.startsAt),
    ...fault('/expectedEndAt', 'changes.announcement-end-missing', kind === 'planned_work' && terms.expectedEndAt === null),
    ...personalCodes({ title: terms.title, text: terms.text }),
  ];
  if (faults.length > 0) throw new DomainError('changes.announcement-refused', { count: faults.length }, 'invalid', faults);
}

/** What goes to whole institutions must name nobody. Throws `changes.announcement-refused` (422). */
export function requireNobodyNamed(texts: Readonly<Record<string, Bilingual>>): void {
  const faults = personalCodes(texts);
  if (faults.length > 0) throw new DomainError('changes.announcement-refused', { count: faults.length }, 'invalid', faults);
}

function personalCodes(texts: Readonly<Record<string, Bilingual>>): FieldError[] {
  return Object.entries(texts).flatMap(([name, { lv, en }]) =>
    Object.entries({ Lv: lv, En: en }).flatMap(([language, text]) =>
      textWarnings(text).length > 0 ? [{ pointer: `/${name}${language}`, code: 'changes.announcement-personal-code' }] : [],
    ),
  );
}

/** Throws `changes.announcement-ended` (409). */
export function requireNotEnded({ endedAt }: Pick<Announcement, 'endedAt'>): void {
  if (endedAt !== null) throw new DomainError('changes.announcement-ended', {}, 'conflict');
}

/** An event of an announcement: ids and facts, no text of it. */
export function announcementEvent(
  type: 'announced' | 'announcement-changed' | 'announcement-updated' | 'announcement-ended' | 'also-affected' | 'no-longer-affected',
  announcementId: string,
  actorId: string | null,
  payload: { readonly [key: string]: Json },
): DomainEvent {
  return { type: `changes.${type}`, version: 1, subject: { type: 'announcement', id: announcementId }, actorId, payload };
}
