import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';

export interface MatchQuestion {
  priority: number;
  serviceId: string | null;
  institutionId: string | null;
  groupId: string | null;
  versionId: string | null;
}

const at = (id: string) => ({ params: { path: { id } } });
const given = (question: MatchQuestion) => Object.fromEntries(Object.entries(question).filter(([, value]) => value !== null));

/** What the page of policies and agreements reads. */
export const policyQueries = {
  policies: () => queryOptions({ queryKey: ['policies'], queryFn: async () => (await bodyOf(api.GET('/api/v1/policies'))).items }),
  version: (id: string, version: number) =>
    queryOptions({
      queryKey: ['policies', id, 'version', version],
      queryFn: () => bodyOf(api.GET('/api/v1/policies/{id}/versions/{version}', { params: { path: { id, version } } })),
      staleTime: Infinity,
    }),
  draft: (id: string) =>
    queryOptions({ queryKey: ['policies', id, 'draft'], queryFn: () => bodyOf(api.GET('/api/v1/policies/{id}/draft', at(id))) }),
  comparison: (id: string) =>
    queryOptions({
      queryKey: ['policies', id, 'comparison'],
      queryFn: () => bodyOf(api.GET('/api/v1/policies/{id}/draft/comparison', at(id))),
    }),
  match: (question: MatchQuestion) =>
    queryOptions({
      queryKey: ['policies', 'match', question],
      queryFn: () =>
        bodyOf(
          api.GET('/api/v1/policies/match', {
            params: { query: { ticketType: 'incident', ...given(question), priority: question.priority } },
          }),
        ),
    }),
  agreements: () => queryOptions({ queryKey: ['agreements'], queryFn: async () => (await bodyOf(api.GET('/api/v1/agreements'))).items }),
  agreement: (id: string) =>
    queryOptions({ queryKey: ['agreements', id], queryFn: () => bodyOf(api.GET('/api/v1/agreements/{id}', at(id))) }),
  calendars: () =>
    queryOptions({ queryKey: ['calendars'], queryFn: async () => (await bodyOf(api.GET('/api/v1/calendars'))).items, staleTime: 600_000 }),
};
