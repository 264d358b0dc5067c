import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

export type Jobs = components['schemas']['JobsResponse'];
export type RecurringJob = components['schemas']['RecurringJobResponse'];
export type SystemState = components['schemas']['SystemResponse'];

const REREAD_MS = 10_000;

export const operationsQueries = {
  jobs: queryOptions({ queryKey: ['operations', 'jobs'], queryFn: () => bodyOf(api.GET('/api/v1/jobs')), refetchInterval: REREAD_MS }),
  system: queryOptions({
    queryKey: ['operations', 'system'],
    queryFn: () => bodyOf(api.GET('/api/v1/system')),
    refetchInterval: REREAD_MS,
  }),
};
