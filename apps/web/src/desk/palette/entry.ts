import type { Icon } from '@tabler/icons-react';
import type { HoldReason, TicketState } from '../data/types';

/** A line of the palette. */
export interface Entry {
  id: string;
  group: 'tickets' | 'current' | 'go';
  icon: Icon;
  title: string;
  detail?: string;
  keys?: string;
  state?: TicketState;
  holdReason?: HoldReason | null;
  run: () => void;
}
