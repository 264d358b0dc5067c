import { datesFrom, mondayOf, plusDays } from './calendar-days';

export const calendarViews = ['week', 'lanes', 'month'] as const;
export type CalendarViewName = (typeof calendarViews)[number];

/** What the address of the calendar says. */
export interface CalendarSearch {
  show?: CalendarViewName;
  /** A date that is shown; today where left out. */
  day?: string;
  serviceId?: string;
  institutionId?: string;
  wished?: true;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function readChangeCalendarSearch(search: Record<string, unknown>): CalendarSearch {
  const show = calendarViews.find((one) => one === search['show']);
  const day = /^20\d\d-\d\d-\d\d$/.exec(text(search['day']) ?? '')?.[0];
  const [serviceId, institutionId] = [text(search['serviceId']), text(search['institutionId'])];
  return {
    ...(show ? { show } : {}),
    ...(day && !Number.isNaN(Date.parse(day)) ? { day } : {}),
    ...(serviceId ? { serviceId } : {}),
    ...(institutionId ? { institutionId } : {}),
    ...(search['wished'] === true ? { wished: true } : {}),
  };
}

/** The dates that a view shows around a day. */
export function datesShown(view: CalendarViewName, day: string): string[] {
  if (view === 'week') return datesFrom(mondayOf(day), 7);
  if (view === 'lanes') return datesFrom(mondayOf(day), 14);
  const first = mondayOf(`${day.slice(0, 7)}-01`);
  const next = plusDays(`${day.slice(0, 7)}-28`, 7).slice(0, 7);
  const weeks = Math.ceil((Date.parse(`${next}-01`) - Date.parse(first)) / (7 * 86_400_000));
  return datesFrom(first, weeks * 7);
}

/** The day that the arrows lead to. */
export function turned(view: CalendarViewName, day: string, way: 1 | -1): string {
  if (view === 'month') {
    const first = `${day.slice(0, 7)}-01`;
    return way === 1 ? `${plusDays(`${day.slice(0, 7)}-28`, 7).slice(0, 7)}-01` : `${plusDays(first, -1).slice(0, 7)}-01`;
  }
  return plusDays(mondayOf(day), (view === 'week' ? 7 : 14) * way);
}
