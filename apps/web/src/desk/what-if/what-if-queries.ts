import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];

export type WhatIf = Schemas['WhatIfResponse'];
export type WhatIfDetail = Schemas['WhatIfDetailResponse'];
export type WhatIfResult = Schemas['WhatIfResultResponse'];
export type Compared = Pick<Schemas['WhatIfResultResponse'], 'asWas' | 'asWouldBe'>;
export type SharedFigure = Schemas['SharedFigureResponse'];
export type ChangedSide = Schemas['ChangedSideResponse'];
export type Asked = Schemas['AskedResponse'];
export type AskedTarget = Schemas['AskedTargetResponse'];
export type SlaRun = Schemas['SlaRunResponse'];
export type Policy = Schemas['PolicyResponse'];
export type PolicyTarget = Schemas['PolicyTargetResponse'];

/** Nothing more happens to such a run. */
export const isOver = ({ state }: Pick<SlaRun, 'state'>): boolean => state !== 'waiting' && state !== 'running';

const POLL_MS = 1_000;

export const whatIfsQuery = queryOptions({
  queryKey: ['what-ifs'],
  queryFn: async () => (await bodyOf(api.GET('/api/v1/what-if'))).items,
  refetchInterval: ({ state }) => (state.data?.some(({ run }) => !isOver(run)) ? POLL_MS : false),
});

export const whatIfQuery = (id: string) =>
  queryOptions({
    queryKey: ['what-if', id],
    queryFn: () => bodyOf(api.GET('/api/v1/what-if/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && !isOver(state.data.run) ? POLL_MS : false),
  });

export const policiesQuery = queryOptions({
  queryKey: ['what-if', 'policies'],
  queryFn: async () => (await bodyOf(api.GET('/api/v1/policies'))).items,
});

export const calendarsQuery = queryOptions({
  queryKey: ['what-if', 'calendars'],
  queryFn: async () => (await bodyOf(api.GET('/api/v1/calendars'))).items,
});

/** What the general policy promises every ticket of a priority; targets for one service or institution are not among them. */
export const generalTargetsQuery = (policy: Policy | undefined) =>
  queryOptions({
    queryKey: ['what-if', 'targets', policy?.id, policy?.inForce?.version],
    enabled: policy?.inForce != null,
    queryFn: async () => {
      const path = { id: policy?.id ?? '', version: policy?.inForce?.version ?? 0 };
      const { targets } = await bodyOf(api.GET('/api/v1/policies/{id}/versions/{version}', { params: { path } }));
      return targets.filter((one) => (one.kind === 'response' || one.kind === 'resolution') && !one.service && !one.institution);
    },
  });
