import { fieldRefused } from '#kernel';

/** What an administrator keeps lists of. */
export const REFERENCE_LISTS = ['hold_reason', 'resolution_code', 'category'] as const;

export type ReferenceList = (typeof REFERENCE_LISTS)[number];

export const REFERENCE_CODE = /^[a-z][a-z0-9_]{1,39}$/;

/** A word of a list. The code stands in tickets and events for ever; its names may change. */
export interface ReferenceFields {
  readonly list: ReferenceList;
  readonly code: string;
  readonly nameLv: string;
  readonly nameEn: string;
  readonly descriptionLv: string | null;
  readonly descriptionEn: string | null;
  /** Whether it can be chosen from now on. */
  readonly active: boolean;
  /** The rules speak of it: it can be renamed, and not taken out of use. */
  readonly builtIn: boolean;
  readonly position: number;
}

/** `no_answer`: the requester was asked and did not answer in ten working days; nobody says that by hand. */
const OF_SYSTEM: ReadonlySet<string> = new Set(['no_answer']);

export const isOfSystem = (code: string): boolean => OF_SYSTEM.has(code);

/** Vendors, changes and colleagues keep us waiting, not the customer: no policy may stop a clock for them (DOMAIN 4.3(3)). */
const OURS_TO_WAIT: ReadonlySet<string> = new Set(['awaiting_vendor', 'awaiting_change', 'awaiting_internal']);

/** Whether a policy may stop its clocks for this hold reason. */
export const mayPause = (list: ReferenceList, code: string): boolean => list === 'hold_reason' && !OURS_TO_WAIT.has(code);

/** Throws `incidents.code-built-in` where a word that rules speak of would go out of use. */
export function requireKeepable({ builtIn, active }: Pick<ReferenceFields, 'builtIn' | 'active'>): void {
  if (builtIn && !active) throw fieldRefused('incidents.code-built-in', 'active');
}
