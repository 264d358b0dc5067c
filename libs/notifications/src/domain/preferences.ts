import type { WorkingCalendar } from '#calendars';
import { type Instant, instant } from '#kernel';
import { outsideQuietHours, type QuietHours } from './quiet-hours.js';
import { type Choice, type Topic, TOPIC_RULES, topicOf } from './topics.js';

/** By which ways somebody is told. */
export interface Ways {
  readonly bell: boolean;
  readonly mail: boolean;
}

/** What a person has decided about what he is told. */
export interface Preferences {
  /** Only topics about which he decided. */
  readonly ways: Readonly<Partial<Record<Topic, Ways>>>;
  /** His own hours in which no mail leaves to him; null where he has none. */
  readonly quiet: QuietHours | null;
  /** Breaches and major incidents come at once, be it quiet or not. */
  readonly urgentAtOnce: boolean;
  /** The hour of the day at which one mail brings all that was held back; null where each mail comes by itself. */
  readonly digestHour: number | null;
}

/** What holds for a person who never decided anything. */
export const UNDECIDED: Preferences = { ways: {}, quiet: null, urgentAtOnce: true, digestHour: null };

const HOUR = 3_600_000_000;

/** By which ways a person hears of a topic. */
export function waysOf(topic: Topic, { ways }: Pick<Preferences, 'ways'>): Ways {
  const rule = TOPIC_RULES[topic];
  const chosen = ways[topic] ?? rule.byDefault;
  const way = (choice: Choice, wanted: boolean): boolean => (choice === 'choosable' ? wanted : choice === 'always');
  return { bell: way(rule.bell, chosen.bell), mail: way(rule.mail, chosen.mail) };
}

/** The ways for a kind; one that nobody chooses about comes by whichever it has. */
export function waysOfKind(kind: string, preferences: Pick<Preferences, 'ways'>): Ways {
  const topic = topicOf(kind);
  return topic === undefined ? { bell: true, mail: true } : waysOf(topic, preferences);
}

/** Confirms what its reader has just done himself, or tells of his account: he is awake, or must be woken. */
const AT_ONCE: ReadonlySet<string> = new Set([...TOPIC_RULES.account.kinds, 'received', 'reopened', 'test', 'digest']);
const URGENT: ReadonlySet<string> = new Set(TOPIC_RULES.breaches.kinds);

export interface WaitingMail {
  readonly kind: string;
  /** A link of its own or a file goes with it, so it cannot become a line of another mail. */
  readonly single: boolean;
}

/** When a mail leaves, and whether as a line of the digest. */
export interface Departure {
  readonly at: Instant;
  readonly digest: boolean;
}

/** When a mail that is written now leaves to a person. */
export function departure(mail: WaitingMail, preferences: Preferences, now: Instant, calendar: WorkingCalendar): Departure {
  const { quiet, urgentAtOnce, digestHour } = preferences;
  if (AT_ONCE.has(mail.kind) || (urgentAtOnce && URGENT.has(mail.kind))) return { at: now, digest: false };
  if (digestHour !== null && !mail.single) return { at: nextDigest(now, digestHour, quiet, calendar), digest: true };
  return { at: quiet === null ? now : outsideQuietHours(now, quiet, calendar), digest: false };
}

/** The next time that the hour comes round, put off to the end of quiet hours where they hold it. */
export function nextDigest(now: Instant, hour: number, quiet: QuietHours | null, calendar: WorkingCalendar): Instant {
  const today = calendar.dayAt(now);
  const at = (day: { readonly from: Instant }): Instant => instant(day.from + hour * HOUR);
  const next = at(today) > now ? at(today) : at(calendar.dayAt(today.to));
  return quiet === null ? next : outsideQuietHours(next, quiet, calendar);
}
