import { DomainError, placesIn } from '#kernel';
import { type Topic, TOPICS, topicOf } from './topics.js';

/** Where a text stands in the list: by what it tells of, or among those that many mails share. */
export const TEXT_GROUPS = [...TOPICS, 'reports', 'refusals', 'digest', 'common'] as const;

export type TextGroup = Topic | 'reports' | 'refusals' | 'digest' | 'common';

/** Longest text, in characters. */
export const TEXT_LENGTH = 1_000;

/** What mails of one topic share stands under a word of its own. */
const SHARED: Readonly<Record<string, TextGroup>> = {
  approval: 'approvals',
  meeting: 'meetings',
  process: 'processes',
  announcement: 'announcements',
  survey: 'surveys',
  account: 'account',
  report: 'reports',
  refusal: 'refusals',
  digest: 'digest',
};

/** Places that a text may do without; what else the shipped one says must be said. */
const OPTIONAL: ReadonlySet<string> = new Set(['name']);

/** May the text be worded by an administrator? Those are the texts of notices and mails, not the errors of the module. */
export function isEditable(key: string): boolean {
  return (key.startsWith('notice.') || key.startsWith('mail.')) && key !== 'mail.not-found';
}

export function groupOf(key: string): TextGroup {
  const [, about = ''] = key.split('.');
  return topicOf(about) ?? SHARED[about] ?? 'common';
}

/** The shipped words of a text, in both languages. */
export interface ShippedText {
  readonly lv: string;
  readonly en: string;
}

/** The places that a text may leave open: those of the shipped one. */
export function placesOf({ lv, en }: ShippedText): string[] {
  return [...new Set([...placesIn(lv), ...placesIn(en)])];
}

/** Refuses (422) a text with a place that nothing fills, or without one that it must have, by its name. */
export function requireSoundText(shipped: ShippedText, locale: 'lv' | 'en', text: string): void {
  const known = placesOf(shipped);
  const written = placesIn(text);
  const unknown = written.find((name) => !known.includes(name));
  if (unknown !== undefined) throw refused('notifications.place-unknown', unknown, locale);
  const missing = placesIn(shipped[locale]).find((name) => !OPTIONAL.has(name) && !written.includes(name));
  if (missing !== undefined) throw refused('notifications.place-missing', missing, locale);
}

function refused(code: string, name: string, locale: string): DomainError {
  return new DomainError(code, { name: `{{${name}}}` }, 'invalid', [{ pointer: `/${locale}`, code }]);
}
