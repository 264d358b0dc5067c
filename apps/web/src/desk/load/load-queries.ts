import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';
import { browserNow } from '../../shared/format/browser-clock';
import { inRiga } from '../../shared/format/riga-time';
import type { By, LoadSearch, RowsOf } from './load-search';

type Schemas = components['schemas'];
export type Load = Schemas['LoadResponse'];
export type HeatCell = Schemas['HeatCellResponse'];
export type Backlog = Schemas['BacklogResponse'];
export type Forecast = Schemas['ForecastResponse'];
export type Duty = Schemas['DutyResponse'];

/** The days, and whose load. */
export interface Wanted {
  from: string;
  to: string;
  groupId?: string;
  institutionId?: string;
}

const DAY_MS = 86_400_000;
const WEEKS = 8;

/** The weeks that end today. */
export function wantedOf({ weeks = WEEKS, group, institution }: LoadSearch): Wanted {
  const to = inRiga(browserNow()).date;
  const from = new Date(Date.parse(to) - (weeks * 7 - 1) * DAY_MS).toISOString().slice(0, 10);
  return { from, to, ...(group ? { groupId: group } : {}), ...(institution ? { institutionId: institution } : {}) };
}

const partOf = ({ groupId, institutionId }: Wanted): Omit<Wanted, 'from' | 'to'> => ({
  ...(groupId ? { groupId } : {}),
  ...(institutionId ? { institutionId } : {}),
});

export const loadQuery = (query: Wanted) =>
  queryOptions({
    queryKey: ['workload', query],
    queryFn: () => bodyOf(api.GET('/api/v1/workload', { params: { query } })),
    placeholderData: keepPreviousData,
  });

export const backlogQuery = (query: Wanted) =>
  queryOptions({
    queryKey: ['workload-backlog', query],
    queryFn: () => bodyOf(api.GET('/api/v1/workload/backlog', { params: { query } })),
    placeholderData: keepPreviousData,
  });

export const forecastQuery = (wanted: Wanted) =>
  queryOptions({
    queryKey: ['workload-forecast', partOf(wanted)],
    queryFn: () => bodyOf(api.GET('/api/v1/workload/forecast', { params: { query: partOf(wanted) } })),
    placeholderData: keepPreviousData,
  });

/** Refused to who reads an institution's figures alone: then nothing is shown of it. */
export const dutyQuery = ({ from, to, groupId }: Wanted) =>
  queryOptions({
    queryKey: ['workload-duty', from, to, groupId],
    queryFn: () => bodyOf(api.GET('/api/v1/workload/duty', { params: { query: { from, to, ...(groupId ? { groupId } : {}) } } })),
    placeholderData: keepPreviousData,
    retry: false,
  });

const KEY_OF: Readonly<Record<By, 'groupId' | 'serviceId' | 'institutionId'>> = {
  group: 'groupId',
  service: 'serviceId',
  institution: 'institutionId',
};
/** What has no group, service or institution is asked for by this id. */
export const NONE = '00000000-0000-0000-0000-000000000000';

/** The very rows that a figure counts, page by page. */
export const loadRowsQuery = (wanted: Wanted, { rows, weekday, hour, day, band, part, key }: RowsOf) =>
  infiniteQueryOptions({
    queryKey: ['workload-rows', wanted, rows, weekday, hour, day, band, part, key],
    queryFn: ({ pageParam }) => {
      const query = {
        ...wanted,
        ...(part && key ? { [KEY_OF[part]]: key } : {}),
        ...(day ? { from: day, to: day } : {}),
        ...(weekday ? { weekday } : {}),
        ...(hour === undefined ? {} : { hour }),
        ...(band ? { band } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
        what: rows,
      };
      return bodyOf(api.GET('/api/v1/workload/rows', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** Where the file of it all is. */
export function exportHref(wanted: Wanted, format: string): string {
  return `/api/v1/workload/export?${new URLSearchParams({ ...wanted, format }).toString()}`;
}
