import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

export type ApiClient = components['schemas']['ApiClientResponse'];
export type Directory = components['schemas']['DirectoryResponse'];
export type DirectorySync = components['schemas']['DirectorySyncResponse'];
export type StaffFactor = components['schemas']['StaffFactorResponse'];

const next = (page: { nextCursor: string | null }): string | undefined => page.nextCursor ?? undefined;
const START: string | undefined = undefined;

export const accessQueries = {
  clients: infiniteQueryOptions({
    queryKey: ['api-clients'],
    queryFn: ({ pageParam }) => bodyOf(api.GET('/api/v1/api-clients', { params: { query: pageParam ? { cursor: pageParam } : {} } })),
    initialPageParam: START,
    getNextPageParam: next,
  }),
  settings: queryOptions({ queryKey: ['sign-in-settings'], queryFn: () => bodyOf(api.GET('/api/v1/sign-in-settings')) }),
  sources: queryOptions({
    queryKey: ['sign-in-sources'],
    queryFn: () => bodyOf(api.GET('/api/v1/sign-in-sources')),
    // A reading that is under way is looked at until it is over.
    refetchInterval: ({ state }) => (state.data?.directories.some(({ syncs }) => syncs[0]?.state === 'running') ? 2_000 : false),
  }),
  factors: infiniteQueryOptions({
    queryKey: ['second-factors'],
    queryFn: ({ pageParam }) => bodyOf(api.GET('/api/v1/second-factors', { params: { query: pageParam ? { cursor: pageParam } : {} } })),
    initialPageParam: START,
    getNextPageParam: next,
  }),
};
