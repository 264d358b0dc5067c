import { useEffect, useSyncExternalStore } from 'react';
import type { Ticket } from '../data/types';

/** What can be done with the open ticket from the keyboard, the palette or a button. */
export type TicketAction =
  | 'accept'
  | 'assign'
  | 'hold'
  | 'resume'
  | 'resolve'
  | 'reopen'
  | 'cancel'
  | 'priority'
  | 'service'
  | 'category'
  | 'security'
  | 'major'
  | 'merge'
  | 'unmerge'
  | 'aside'
  | 'reply'
  | 'note';

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

type Act = (action: TicketAction) => void;

let current: Ticket | null = null;
let actOnCurrent: Act = () => undefined;
let wanted: { number: string; action: TicketAction } | null = null;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function setCurrent(ticket: Ticket | null): void {
  current = ticket;
  listeners.forEach((listener) => listener());
}

/** Asks the pane of a ticket to do something: at once where it is open (what is typed next must not be lost), else when it opens. */
export function requestAction(number: string, action: TicketAction): void {
  if (current?.number === number) actOnCurrent(action);
  else wanted = { number, action };
}

/** The ticket that is open, for the palette. */
export const useCurrentTicket = (): Ticket | null => useSyncExternalStore(subscribe, () => current);

/** Makes a ticket the current one while its pane is on the page, and hands it the action that was asked for before. */
export function useActionsFor(ticket: Ticket, act: Act): void {
  useEffect(() => {
    actOnCurrent = act;
  });
  useEffect(() => {
    setCurrent(ticket);
    return () => setCurrent(null);
  }, [ticket]);
  useEffect(() => {
    if (wanted?.number !== ticket.number) return;
    const { action } = wanted;
    wanted = null;
    actOnCurrent(action);
  }, [ticket.number]);
}

/** Whether the server lets the actor do it (DESIGN: buttons follow `abilities`). */
export function isAllowed(ticket: Ticket, action: TicketAction): boolean {
  const { abilities } = ticket;
  if (action === 'resolve') return abilities.resolve || abilities.acceptAndResolve;
  if (action === 'priority') return abilities.changePriority;
  if (action === 'service') return abilities.changeService;
  if (action === 'category') return abilities.categorise;
  if (action === 'security') return abilities.declareSecurity && !ticket.security?.finalReportSentAt;
  if (action === 'major') return abilities.decideMajor && ticket.major !== 'none';
  if (action === 'merge') return abilities.cancel && abilities.noteInternal;
  if (action === 'aside') return abilities.putAside;
  if (action === 'reply') return abilities.replyPublic;
  if (action === 'note') return abilities.noteInternal;
  return abilities[action];
}
