import { useState } from 'react';
import type { TicketSummary } from '../data/types';

/** So many tickets go into one request. */
export const SELECTED_AT_MOST = 100;

export interface Selection {
  /** The rows that are selected and still listed, in the order of the list. */
  rows: TicketSummary[];
  has: (id: string) => boolean;
  /** Selects a row or lets go of it; with `range` all rows from the last one on get its new state. */
  toggle: (id: string, range?: boolean) => void;
  /** All rows that are loaded, as far as one request reaches; none where all of them were. */
  toggleAll: () => void;
  /** How many of the loaded rows are selected. */
  state: 'none' | 'some' | 'all';
  set: (ids: readonly string[]) => void;
  clear: () => void;
}

/** Only incidents are worked on together; a change has a document of its own. */
export const isSelectable = (row: TicketSummary): boolean => row.type === 'incident';

/** What is selected in a list. Whatever else is listed, or no more, does not count. */
export function useSelection(all: readonly TicketSummary[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string | null>(null);
  const listed = all.filter(isSelectable);
  const rows = listed.filter((row) => chosen.has(row.id));
  const set = (ids: Iterable<string>): void => setChosen(new Set([...ids].slice(0, SELECTED_AT_MOST)));
  const toggle = (id: string, range = false): void => {
    const [from, to] = [listed.findIndex((row) => row.id === anchor), listed.findIndex((row) => row.id === id)];
    if (to < 0) return;
    const [first, last] = range && from >= 0 ? [Math.min(from, to), Math.max(from, to)] : [to, to];
    const ids = listed.slice(first, last + 1).map((row) => row.id);
    const kept = rows.map((row) => row.id);
    set(chosen.has(id) ? kept.filter((one) => !ids.includes(one)) : new Set([...kept, ...ids]));
    setAnchor(id);
  };
  const most = Math.min(listed.length, SELECTED_AT_MOST);
  const state = rows.length === 0 ? 'none' : rows.length >= most ? 'all' : 'some';
  return {
    rows,
    state,
    toggle,
    set,
    has: (id) => chosen.has(id),
    toggleAll: () => set(state === 'all' ? [] : listed.map((row) => row.id)),
    clear: () => set([]),
  };
}
