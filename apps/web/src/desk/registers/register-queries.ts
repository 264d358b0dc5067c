import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';
import type { ControlState, EquipmentSearch } from './registers-search';

type Schemas = components['schemas'];
export type Recommendation = Schemas['RecommendationResponse'];
export type RecommendationSummary = Schemas['RecommendationSummaryResponse'];
export type RecommendationYear = Schemas['RecommendationYearResponse'];
export type Control = Schemas['ControlSummaryResponse'];
export type ControlBody = Schemas['ControlRequest'];
export type Coverage = Schemas['UpdateCoverageResponse'];
export type EquipmentCount = Schemas['EquipmentCountResponse'];
export type AgentStatus = Schemas['AgentStatusResponse'];

type RecommendationQuery = Record<string, string | number | string[] | undefined>;

const nextPage = { initialPageParam: '', getNextPageParam: (last: { nextCursor: string | null }) => last.nextCursor ?? undefined };
const at = (id: string) => ({ params: { path: { id } } });
const after = (cursor: string) => (cursor ? { cursor } : {});

/** What the pages of the registers read; a change invalidates all that begins with `registers`. */
export const registerQueries = {
  figures: () =>
    queryOptions({
      queryKey: ['registers', 'figures'],
      queryFn: () => bodyOf(api.GET('/api/v1/audit-recommendations/figures')),
    }),
  recommendations: (query: RecommendationQuery) =>
    infiniteQueryOptions({
      queryKey: ['registers', 'recommendations', query],
      queryFn: ({ pageParam }) =>
        bodyOf(api.GET('/api/v1/audit-recommendations', { params: { query: { ...query, ...after(pageParam) } as never } })),
      ...nextPage,
      placeholderData: keepPreviousData,
    }),
  recommendation: (id: string) =>
    queryOptions({
      queryKey: ['registers', 'recommendation', id],
      queryFn: () => bodyOf(api.GET('/api/v1/audit-recommendations/{id}', at(id))),
    }),
  controls: (state: ControlState | undefined) =>
    infiniteQueryOptions({
      queryKey: ['registers', 'controls', state ?? 'in force'],
      queryFn: ({ pageParam }) =>
        bodyOf(api.GET('/api/v1/control-elements', { params: { query: { ...(state ? { state } : {}), ...after(pageParam) } as never } })),
      ...nextPage,
      placeholderData: keepPreviousData,
    }),
  control: (id: string) =>
    queryOptions({ queryKey: ['registers', 'control', id], queryFn: () => bodyOf(api.GET('/api/v1/control-elements/{id}', at(id))) }),
  equipment: (on: string | undefined) =>
    queryOptions({
      queryKey: ['registers', 'equipment', on ?? 'now'],
      queryFn: () => bodyOf(api.GET('/api/v1/equipment-count', { params: { query: on ? { on } : {} } })),
      placeholderData: keepPreviousData,
    }),
  coverage: (on: string | undefined) =>
    queryOptions({
      queryKey: ['registers', 'coverage', on ?? 'now'],
      queryFn: () => bodyOf(api.GET('/api/v1/update-coverage', { params: { query: on ? { on } : {} } })),
      placeholderData: keepPreviousData,
    }),
  coverageRows: ({ on, outcome }: Pick<EquipmentSearch, 'on' | 'outcome'>) =>
    infiniteQueryOptions({
      queryKey: ['registers', 'coverage rows', on, outcome],
      queryFn: ({ pageParam }) => {
        const query = { ...(on ? { on } : {}), ...(outcome ? { outcome } : {}), ...after(pageParam) };
        return bodyOf(api.GET('/api/v1/update-coverage/rows', { params: { query: query as never } }));
      },
      ...nextPage,
      placeholderData: keepPreviousData,
    }),
  equipmentRows: ({ on, class: code }: Pick<EquipmentSearch, 'on' | 'class'>) =>
    infiniteQueryOptions({
      queryKey: ['registers', 'equipment rows', on, code],
      queryFn: ({ pageParam }) => {
        const query = { ...(on ? { on } : {}), ...(code ? { class: code } : {}), ...after(pageParam) };
        return bodyOf(api.GET('/api/v1/equipment-count/rows', { params: { query: query as never } }));
      },
      ...nextPage,
      placeholderData: keepPreviousData,
    }),
};
