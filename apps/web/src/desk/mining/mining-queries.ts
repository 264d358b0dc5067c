import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';
import type { Narrowed, Period } from './mining-search';

type Schemas = components['schemas'];
export type FlowAnswer = Schemas['FlowAnswerResponse'];
export type Flow = Schemas['FlowResponse'];
export type Move = Schemas['FlowMoveResponse'];
export type Activity = Schemas['FlowActivityResponse'];
export type EventLog = Schemas['EventLogResponse'];

/** Whose flow it is: a process of the desk, or a log that was taken in. */
export interface Source {
  readonly kind: 'process' | 'log';
  readonly id: string;
}

const SECOND = 1_000;

function readFlow({ kind, id }: Source, narrowed: Narrowed, period: Partial<Period>): Promise<FlowAnswer> {
  return kind === 'process'
    ? bodyOf(api.GET('/api/v1/processes/{id}/flow', { params: { path: { id }, query: { ...narrowed, ...period } } }))
    : bodyOf(api.GET('/api/v1/event-logs/{id}/flow', { params: { path: { id }, query: period } }));
}

const atWork = (state: string | undefined): boolean => state === 'waiting' || state === 'running';

export const miningQueries = {
  flow: (source: Source, narrowed: Narrowed, period: Partial<Period>) =>
    queryOptions({
      queryKey: ['mining', 'flow', source, narrowed, period],
      queryFn: () => readFlow(source, narrowed, period),
      staleTime: 60 * SECOND,
      refetchInterval: ({ state }) => (atWork(state.data?.run?.state) ? SECOND : false),
    }),
  cases: (id: string, narrowed: Narrowed, period: Partial<Period>, mark: string) =>
    infiniteQueryOptions({
      queryKey: ['mining', 'cases', id, narrowed, period, mark],
      queryFn: ({ pageParam }) => {
        const query = { ...narrowed, ...period, mark, ...(pageParam ? { cursor: pageParam } : {}) };
        return bodyOf(api.GET('/api/v1/processes/{id}/flow/cases', { params: { path: { id }, query } }));
      },
      initialPageParam: '',
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  logs: () =>
    infiniteQueryOptions({
      queryKey: ['mining', 'logs'],
      queryFn: ({ pageParam }) =>
        bodyOf(api.GET('/api/v1/event-logs', { params: { query: pageParam ? { cursor: pageParam, limit: 50 } : { limit: 50 } } })),
      initialPageParam: '',
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      refetchInterval: ({ state }) =>
        state.data?.pages.some((page) => page.items.some((log) => log.state === 'reading')) ? SECOND : false,
    }),
};

/** Begins to mine what is too much to wait for. */
export function beginRun({ kind, id }: Source, narrowed: Narrowed, period: Partial<Period>): Promise<FlowAnswer> {
  const path = { id };
  return kind === 'process'
    ? bodyOf(api.POST('/api/v1/processes/{id}/flow-runs', { params: { path }, body: { ...narrowed, ...period } }))
    : bodyOf(api.POST('/api/v1/event-logs/{id}/flow-runs', { params: { path }, body: period }));
}
