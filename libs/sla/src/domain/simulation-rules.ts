import type { CalendarDefinition } from '#calendars';
import { decidingAgreement, type PolicyAgreement } from './agreement.js';
import { chooseTargets, type TargetRule } from './choose-targets.js';
import { type ClockKind, PROMISED_KINDS } from './ledger-entry.js';
import type { ClockFacts, PolicyTarget } from './tracked-clock.js';

/** Everything that decides which time a ticket is promised, written down at one moment; plain data, so that a run can keep it. */
export interface RuleBook {
  /** The policy of tickets for which no agreement names another. */
  readonly generalPolicyId: string;
  readonly agreements: readonly PolicyAgreement[];
  /** Targets of each policy, for promises to the requester. */
  readonly rules: Readonly<Record<string, readonly TargetRule[]>>;
  /** Calendars that no version says, by the id that the rules name them with. */
  readonly calendars: Readonly<Record<string, CalendarDefinition>>;
}

/** A target of the general policy to be tried instead of what it says. */
export interface TriedTarget {
  readonly priority: number;
  readonly kind: 'response' | 'resolution';
  readonly seconds: number;
  /** The calendar, and its version in force. */
  readonly calendarKey: string;
  readonly calendarId: string;
}

/** A rule book keeps promises to the requester alone. */
export function isPromised({ kind }: { readonly kind: ClockKind }): boolean {
  return PROMISED_KINDS.includes(kind);
}

/** What the book promises such a ticket. A ticket type is remembered with its rules: the same facts are asked for again and again. */
export function targetsBy(book: RuleBook): (facts: ClockFacts) => readonly PolicyTarget[] {
  const known = new Map<string, readonly PolicyTarget[]>();
  return (facts) => {
    const key = `${facts.ticketType} ${facts.priority} ${facts.serviceId} ${facts.institutionId}`;
    let targets = known.get(key);
    if (!targets) {
      const policyId = decidingAgreement(book.agreements, facts)?.policyId ?? book.generalPolicyId;
      targets = chooseTargets(book.rules[policyId] ?? [], facts);
      known.set(key, targets);
    }
    return targets;
  };
}

/** The book with one policy's rules replaced by those of its draft. */
export function withPolicy(book: RuleBook, policyId: string, rules: readonly TargetRule[]): RuleBook {
  return { ...book, rules: { ...book.rules, [policyId]: rules.filter(isPromised) } };
}

/**
 * The book with one calendar as its draft says, for all dates: the past is locked for real promises, and is what is tried here, so that the
 * draft's first date does not matter.
 */
export function withCalendar(book: RuleBook, calendarKey: string, draft: CalendarDefinition): RuleBook {
  const id = `draft ${calendarKey}`;
  const { validFrom: _, before: __, ...always } = draft;
  const onDraft = (rule: TargetRule): TargetRule => (rule.calendarKey === calendarKey ? { ...rule, calendarId: id } : rule);
  const rules = Object.fromEntries(Object.entries(book.rules).map(([policyId, own]) => [policyId, own.map(onDraft)]));
  return { ...book, rules, calendars: { ...book.calendars, [id]: always } };
}

/** The book with other general targets of its general policy; one that it lacks is added. Targets for one service or institution stay. */
export function withTargets(book: RuleBook, tried: readonly TriedTarget[]): RuleBook {
  const own = book.rules[book.generalPolicyId] ?? [];
  const changed = tried.reduce<readonly TargetRule[]>(withTarget, own);
  return withPolicy(book, book.generalPolicyId, changed);
}

function withTarget(rules: readonly TargetRule[], { priority, kind, seconds, calendarKey, calendarId }: TriedTarget): TargetRule[] {
  const isIt = (rule: TargetRule): boolean =>
    rule.ticketType === 'incident' && rule.priority === priority && rule.kind === kind && !rule.serviceId && !rule.institutionId;
  const terms = { seconds, calendarKey, calendarId };
  if (rules.some(isIt)) return rules.map((rule) => (isIt(rule) ? { ...rule, ...terms } : rule));
  const like = rules.find((rule) => rule.kind === kind && rule.ticketType === 'incident');
  return like ? [...rules, { ...like, ...terms, priority, serviceId: null, institutionId: null, partyId: null }] : [...rules];
}

/** The versions of calendars that a book's rules count on. */
export function calendarIdsOf({ rules, calendars }: RuleBook): string[] {
  const ids = Object.values(rules).flatMap((own) => own.map(({ calendarId }) => calendarId));
  return [...new Set(ids)].filter((id) => !(id in calendars));
}
