import { type KeyboardEvent, useState } from 'react';

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 };
const DAY_MS = 86_400_000;

/** One of the year's days takes the focus; arrows lead from day to day, so that Tab need not pass all 365. */
export function useDayFocus(year: number, today: string) {
  const [wanted, set] = useState(today);
  const date = wanted.startsWith(`${year}-`) ? wanted : `${year}-01-01`;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    // From the day that has the focus, however it came to it.
    const from = (event.target as HTMLElement).dataset['date'] ?? date;
    const next = new Date(Date.parse(`${from}T00:00:00Z`) + step * DAY_MS).toISOString().slice(0, 10);
    if (!next.startsWith(`${year}-`)) return;
    set(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };
  return { date, set, onKeyDown };
}
