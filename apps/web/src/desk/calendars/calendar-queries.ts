import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { Run, View } from './calendar-types';

const POLL_MS = 1000;
const at = (id: string) => ({ params: { path: { id } } });
const isUnderWay = (run: Run | undefined): boolean => run?.state === 'waiting' || run?.state === 'running';

/** What the calendars' page reads; everything about one calendar has `['calendar', id]` as the first words of its key. */
export const calendarQueries = {
  list: () => queryOptions({ queryKey: ['calendars'], queryFn: async () => (await bodyOf(api.GET('/api/v1/calendars'))).items }),
  detail: (id: string) =>
    queryOptions({
      queryKey: ['calendar', id, 'detail'],
      queryFn: () => bodyOf(api.GET('/api/v1/calendars/{id}', at(id))),
      enabled: id !== '',
    }),
  year: (id: string, year: number, view: View) =>
    queryOptions({
      queryKey: ['calendar', id, 'year', view, year],
      queryFn: () => {
        const query = { year, ...(view === 'draft' ? { version: 'draft' } : {}) };
        return bodyOf(api.GET('/api/v1/calendars/{id}/year', { params: { path: { id }, query } }));
      },
      placeholderData: keepPreviousData,
    }),
  comparison: (id: string) =>
    queryOptions({
      queryKey: ['calendar', id, 'comparison'],
      queryFn: () => bodyOf(api.GET('/api/v1/calendars/{id}/draft/comparison', at(id))),
    }),
  /** The replan that a version brought with it; asked for again while it is under way. */
  replan: (versionId: string, recent: boolean) =>
    queryOptions({
      queryKey: ['replan', versionId],
      queryFn: async () =>
        (await bodyOf(api.GET('/api/v1/sla-runs', { params: { query: { subject: versionId, kind: 'replan' } } }))).items[0] ?? null,
      refetchInterval: ({ state }) => (isUnderWay(state.data ?? undefined) || (recent && !state.data) ? POLL_MS : false),
    }),
};
