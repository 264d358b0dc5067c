import type { ChangeOutcome, FundingState } from '#changes';
import { formatInstant, type Instant, instant } from '#kernel';

const MINUTE = 60_000_000;
const DAY = 1440 * MINUTE;

/** A change of the demonstration, as `demo/changes.json` tells it; `plain`: in the words of whoever asks. */
export interface DemoChange {
  readonly title: string;
  readonly description: string;
  readonly requester: string;
  readonly author: string;
  readonly kind: 'standard' | 'normal' | 'emergency' | 'plain';
  readonly service?: string;
  readonly group?: string;
  readonly implementer?: string | null;
  readonly items?: readonly string[];
  readonly risk?: 'low' | 'medium' | 'high' | null;
  /** The window begins so many days from today at this hour (UTC); today: half an hour ago. */
  readonly days?: number;
  readonly hour?: number;
  readonly minutes?: number;
  readonly outage?: number;
  readonly until: 'draft' | 'assessing' | 'awaiting' | 'scheduled' | 'begun' | 'review' | 'closed' | 'rejected' | 'cancelled';
  readonly votes?: number;
  readonly reason?: string;
  readonly costOfNotDoing?: string;
  readonly legalBasis?: string;
  readonly cost?: number;
  readonly effort?: number;
  readonly funding?: FundingState;
  readonly rollback?: string;
  readonly outcome?: ChangeOutcome;
  readonly outcomeText?: string;
  readonly wishedInDays?: number;
}

/** When services are maintained, in hours of Riga, and a freeze that begins so many days from today (UTC). */
export interface WindowSeed {
  readonly freeze: { readonly days: number; readonly hour: number; readonly hours: number; readonly reason: string };
  readonly maintenance: readonly {
    readonly service: string;
    readonly weekdays: readonly number[];
    readonly from: string;
    readonly to: string;
  }[];
}

export interface ChangeSeed extends WindowSeed {
  readonly template: {
    readonly nameLv: string;
    readonly nameEn: string;
    readonly description: string;
    readonly steps: readonly { readonly text: string; readonly offsetMinutes: number; readonly who: string }[];
    readonly testPlan: string;
    readonly rollbackPlan: string;
    readonly rollbackNotNeeded: null;
    readonly rollbackMinutes: number;
    readonly maxRisk: 2 | 4;
    readonly minutes: number;
    readonly outageMinutes: number;
    readonly failureLimit: number;
    readonly service: string;
    readonly group: string;
    readonly orderNumber: string;
  };
  readonly changes: readonly DemoChange[];
}

const CALM = {
  ...{ experience: 'often', tested: 'like_production', parts: 'one', way_back: 'tried' },
  ...{ users: 'few', service: 'auxiliary', outage: 'none', data: 'untouched' },
};

/** Answers to the questions of risk that give each level. */
export const RISK_ANSWERS = {
  low: CALM,
  medium: { ...CALM, way_back: 'described', users: 'one_institution', outage: 'outside_hours', service: 'important' },
  high: { ...CALM, experience: 'sometimes', users: 'many_institutions', service: 'critical', outage: 'outside_hours', data: 'restorable' },
} as const;

const PLAN = [
  { text: 'Paziņojums lietotājiem', offsetMinutes: 0, who: '1. līnija' },
  { text: 'Kopija un kopijas pārbaude', offsetMinutes: 10, who: 'Serveri un datubāzes' },
  { text: 'Ieviešana', offsetMinutes: 30, who: null },
  { text: 'Pārbaude pēc saraksta; lēmums turpināt vai atgriezties', offsetMinutes: 60, who: null },
];

function windowOf({ days = 0, hour = 0, minutes = 60 }: DemoChange, now: Instant): { plannedFrom: Instant; plannedTo: Instant } {
  const from = days === 0 ? now - 30 * MINUTE : Math.floor(now / DAY) * DAY + days * DAY + hour * 60 * MINUTE;
  return { plannedFrom: instant(from), plannedTo: instant(from + minutes * MINUTE) };
}

/** The draft of a change of the demonstration. */
export function contentOf(
  change: DemoChange,
  now: Instant,
  itemId: (tag: string) => string,
  idOf: (kind: 'service' | 'group' | 'person', key: string) => string,
) {
  const { title, description, kind, wishedInDays } = change;
  if (kind === 'plain') {
    const wishedBy = wishedInDays === undefined ? undefined : formatInstant(instant(now + wishedInDays * DAY)).slice(0, 10);
    return { title, description, wishedBy };
  }
  return {
    ...{ title, description, kind, itemIds: (change.items ?? []).map(itemId), ...windowOf(change, now) },
    ...(change.service ? { serviceId: idOf('service', change.service) } : {}),
    ...(change.group ? { groupId: idOf('group', change.group) } : {}),
    ...(change.implementer ? { assigneeId: idOf('person', change.implementer) } : {}),
    ...{ reason: change.reason, costOfNotDoing: change.costOfNotDoing, legalBasis: change.legalBasis, outageMinutes: change.outage },
    ...{ costEuro: change.cost, effortHours: change.effort, funding: change.funding },
    ...(kind === 'standard'
      ? {}
      : { plan: PLAN, testPlan: 'Pārbaudīts testa vidē pēc saraksta, 18 no 18 punktiem.', rollbackPlan: change.rollback }),
  };
}
