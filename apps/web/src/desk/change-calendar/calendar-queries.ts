import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];

export type ChangeCalendar = Schemas['ChangeCalendarResponse'];
export type CalendarChange = Schemas['CalendarChangeResponse'];
export type CalendarConflict = Schemas['CalendarConflictResponse'];
export type CalendarFreeze = Schemas['CalendarFreezeResponse'];

const MINUTE = 60_000;

interface Asked {
  from: string;
  to: string;
  serviceId?: string;
  institutionId?: string;
  wished?: boolean;
}

/** What the calendar of changes reads; with everything else of changes it is read anew when one of them changes. */
export const calendarQueries = {
  shown: (query: Asked) =>
    queryOptions({
      queryKey: ['changes', 'calendar', query],
      queryFn: () => bodyOf(api.GET('/api/v1/change-calendar', { params: { query } })),
      placeholderData: keepPreviousData,
      refetchInterval: MINUTE,
    }),
  freeSlot: (change: CalendarChange, from: string) =>
    queryOptions({
      queryKey: ['changes', 'free-slot', change.id, change.version, from],
      queryFn: () =>
        bodyOf(
          api.GET('/api/v1/changes/next-free-slot', { params: { query: { change: change.number, minutes: minutesOf(change), from } } }),
        ),
    }),
  feed: () => queryOptions({ queryKey: ['change-calendar-feed'], queryFn: () => bodyOf(api.GET('/api/v1/change-calendar/feed')) }),
  freezes: () =>
    queryOptions({ queryKey: ['changes', 'freezes'], queryFn: async () => (await bodyOf(api.GET('/api/v1/freeze-windows'))).items }),
  maintenance: () =>
    queryOptions({
      queryKey: ['changes', 'maintenance'],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/maintenance-windows'))).items,
    }),
};

export const minutesOf = ({ from, to }: { from: string; to: string }): number => Math.ceil((Date.parse(to) - Date.parse(from)) / MINUTE);
