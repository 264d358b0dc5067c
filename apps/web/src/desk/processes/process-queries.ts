import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];
export type ProcessSummary = Schemas['ProcessSummaryResponse'];
export type Process = Schemas['ProcessResponse'];
export type Board = Schemas['ProcessesResponse'];
export type Count = Schemas['ProcessCountResponse'];
export type Evidence = Schemas['EvidenceResponse'];
export type Condition = Schemas['ProcessConditionResponse'];
export type Todo = Schemas['ProcessTodoResponse'];
export type Conformance = Schemas['ConformanceResponse'];
export type Stage = ProcessSummary['stage'];

const MINUTE = 60_000;
const at = (id: string) => ({ params: { path: { id } } });

/** What the pages of processes read; a move invalidates all that begins with `processes`. */
export const processQueries = {
  board: () =>
    queryOptions({ queryKey: ['processes', 'board'], queryFn: () => bodyOf(api.GET('/api/v1/processes')), refetchInterval: MINUTE }),
  one: (id: string) =>
    queryOptions({ queryKey: ['processes', 'one', id], queryFn: () => bodyOf(api.GET('/api/v1/processes/{id}', at(id))) }),
  conformance: (id: string) =>
    queryOptions({
      queryKey: ['processes', 'conformance', id],
      queryFn: () => bodyOf(api.GET('/api/v1/processes/{id}/conformance', at(id))),
    }),
  count: (on: string) =>
    queryOptions({
      queryKey: ['processes', 'count', on],
      queryFn: () => bodyOf(api.GET('/api/v1/processes/count', { params: { query: { on } } })),
      placeholderData: keepPreviousData,
    }),
  practices: () =>
    queryOptions({
      queryKey: ['practices'],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/practices'))).items,
      staleTime: 60 * MINUTE,
    }),
};
