import { stableId } from '#identity';

/** The log's name in the product: origin of its tickets, part of every id that is made of it. */
export const ORIGIN = 'uci-498';

/** What stands for a label that the log does not give. */
const UNKNOWN = '?';

const id = (kind: string, label: string | null): string => stableId(ORIGIN, kind, label ?? UNKNOWN);

/** The ids that the log's labels have here: the same in every run, so that a second run meets what the first one made. */
export const logIds = {
  ticket: (number: string): string => id('case', number),
  institution: (location: string | null): string => id('location', location),
  caller: (caller: string | null): string => id('caller', caller),
  resolver: (resolver: string): string => id('resolver', resolver),
  group: (group: string | null): string => id('group', group),
  service: (category: string | null): string => id('category', category),
} as const;

/** The institution of those who work, since the log's locations are those of the callers. */
export const PROVIDER_ID = id('provider', 'support');
