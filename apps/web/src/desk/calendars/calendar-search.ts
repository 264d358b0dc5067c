import type { View } from './calendar-types';

export type Tab = 'rules' | 'try' | 'publish' | 'versions';
const tabs: readonly string[] = ['rules', 'try', 'publish', 'versions'];

/** What the address says of the page: calendar, year, which rules, and the panel beside the year. */
export interface CalendarSearch {
  calendar?: string;
  year?: number;
  rules?: View;
  panel?: Tab;
}

export function readCalendarSearch(search: Record<string, unknown>): CalendarSearch {
  const { calendar, year, rules, panel } = search;
  const number = Number(year);
  return {
    ...(typeof calendar === 'string' ? { calendar } : {}),
    ...(Number.isInteger(number) && number >= 1970 && number <= 2199 ? { year: number } : {}),
    ...(rules === 'draft' ? { rules } : {}),
    ...(typeof panel === 'string' && tabs.includes(panel) ? { panel: panel as Tab } : {}),
  };
}
