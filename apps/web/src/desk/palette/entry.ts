import type { Icon } from '@tabler/icons-react';
import type { HoldReason } from '../data/types';
import type { MarkedText } from '../search/search-queries';

/** Groups in the order in which they stand: a command that is named comes before what is found meanwhile, so that Enter takes what was meant. */
export const entryGroups = [
  ...(['current', 'create', 'tickets', 'knownErrors', 'people', 'items', 'services'] as const),
  ...(['searches', 'go', 'everywhere'] as const),
] as const;
export type EntryGroup = (typeof entryGroups)[number];

/** A line of the palette. */
export interface Entry {
  id: string;
  group: EntryGroup;
  icon: Icon;
  title: string;
  /** What was looked for, as the search found it; otherwise the typed letters are marked. */
  marks?: MarkedText['marks'];
  detail?: string;
  keys?: string;
  state?: string;
  stateWord?: string;
  holdReason?: HoldReason | null;
  /** Where it leads, for a tab of its own; what only acts has none. */
  href?: string;
  run: () => void;
}
