import { useEffect, useSyncExternalStore } from 'react';
import type { Ticket } from '../data/types';

/** What can be done with the open ticket from the keyboard, the palette or a button. */
export type TicketAction = 'accept' | 'assign' | 'hold' | 'resume' | 'resolve' | 'reopen' | 'cancel' | 'priority' | 'reply' | 'note';

/** The keys of actions; the queue opens the ticket first when it is not open yet. */
export const ticketActions: Record<string, TicketAction> = {
  a: 'accept',
  s: 'assign',
  h: 'hold',
  e: 'resolve',
  p: 'priority',
  r: 'reply',
  n: 'note',
};

interface Store {
  ticket: Ticket | null;
  wanted: { number: string; action: TicketAction } | null;
}

let store: Store = { ticket: null, wanted: null };
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function set(next: Partial<Store>): void {
  store = { ...store, ...next };
  listeners.forEach((listener) => listener());
}

/** Asks the pane of a ticket to do something, now or as soon as it is open. */
export function requestAction(number: string, action: TicketAction): void {
  set({ wanted: { number, action } });
}

/** The ticket that is open, for the palette. */
export const useCurrentTicket = (): Ticket | null => useSyncExternalStore(subscribe, () => store.ticket);

/** Makes a ticket the current one while its pane is on the page, and hands it the actions that were asked for. */
export function useActionsFor(ticket: Ticket | undefined, act: (action: TicketAction) => void): void {
  const wanted = useSyncExternalStore(subscribe, () => store.wanted);
  useEffect(() => {
    if (!ticket) return;
    set({ ticket });
    return () => set({ ticket: null });
  }, [ticket]);
  useEffect(() => {
    if (!ticket || wanted?.number !== ticket.number) return;
    set({ wanted: null });
    act(wanted.action);
  });
}

/** Whether the server lets the actor do it (DESIGN: buttons follow `abilities`). */
export function isAllowed(ticket: Ticket, action: TicketAction): boolean {
  const { abilities } = ticket;
  if (action === 'resolve') return abilities.resolve || abilities.acceptAndResolve;
  if (action === 'priority') return abilities.changePriority;
  if (action === 'reply') return abilities.replyPublic;
  if (action === 'note') return abilities.noteInternal;
  return abilities[action];
}
