import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';
import type { PeopleSearch } from './admin-search';

type Schemas = components['schemas'];
export type PersonRow = Schemas['PersonRowResponse'];
export type RegisteredPerson = Schemas['RegisteredPersonResponse'];
export type Grant = Schemas['GrantResponse'];
export type Role = Grant['role'];
export type GrantRequest = Schemas['GrantRequestResponse'];
export type RegisteredGroup = Schemas['RegisteredGroupResponse'];
export type Institution = Schemas['RegisteredInstitutionResponse'];
export type Unit = Schemas['UnitResponse'];
export type ServiceRow = Schemas['ServiceRowResponse'];
export type RegisteredService = Schemas['RegisteredServiceResponse'];
export type Subscription = Schemas['SubscriptionResponse'];
export type ChangeEntry = Schemas['ChangeEntryResponse'];

const nextPage = { initialPageParam: '', getNextPageParam: (last: { nextCursor: string | null }) => last.nextCursor ?? undefined };
const at = (id: string) => ({ params: { path: { id } } });
const after = (cursor: string) => (cursor ? { cursor } : {});

const histories = {
  people: (id: string) => bodyOf(api.GET('/api/v1/organisation/people/{id}/history', at(id))),
  groups: (id: string) => bodyOf(api.GET('/api/v1/organisation/groups/{id}/history', at(id))),
  institutions: (id: string) => bodyOf(api.GET('/api/v1/organisation/institutions/{id}/history', at(id))),
  services: (id: string) => bodyOf(api.GET('/api/v1/catalogue/services/{id}/history', at(id))),
  contact: () => bodyOf(api.GET('/api/v1/desk-contact/history')),
  rules: (id: string) => bodyOf(api.GET('/api/v1/routing-rules/{id}/history', at(id))),
  reference: (id: string) => bodyOf(api.GET('/api/v1/reference-words/{id}/history', at(id))),
  texts: (key: string) => bodyOf(api.GET('/api/v1/notice-texts/{key}/history', { params: { path: { key } } })),
};

export type HistoryKind = keyof typeof histories;

/** What the pages of the administration read; a change invalidates all that begins with `admin`. */
export const adminQueries = {
  people: (search: PeopleSearch) =>
    infiniteQueryOptions({
      queryKey: ['admin', 'people', search],
      queryFn: ({ pageParam, signal }) =>
        bodyOf(api.GET('/api/v1/organisation/people', { params: { query: { ...search, ...after(pageParam) } }, signal })),
      ...nextPage,
      placeholderData: keepPreviousData,
    }),
  person: (id: string) =>
    queryOptions({ queryKey: ['admin', 'person', id], queryFn: () => bodyOf(api.GET('/api/v1/organisation/people/{id}', at(id))) }),
  requests: (state: 'pending' | 'decided') =>
    infiniteQueryOptions({
      queryKey: ['admin', 'requests', state],
      queryFn: ({ pageParam }) =>
        bodyOf(api.GET('/api/v1/organisation/grant-requests', { params: { query: { state, ...after(pageParam) } } })),
      ...nextPage,
    }),
  groups: () => queryOptions({ queryKey: ['admin', 'groups'], queryFn: () => bodyOf(api.GET('/api/v1/organisation/groups')) }),
  group: (id: string) =>
    queryOptions({ queryKey: ['admin', 'group', id], queryFn: () => bodyOf(api.GET('/api/v1/organisation/groups/{id}', at(id))) }),
  institutions: (q: string | undefined) =>
    infiniteQueryOptions({
      queryKey: ['admin', 'institutions', q ?? ''],
      queryFn: ({ pageParam, signal }) =>
        bodyOf(api.GET('/api/v1/organisation/institutions', { params: { query: { ...(q ? { q } : {}), ...after(pageParam) } }, signal })),
      ...nextPage,
      placeholderData: keepPreviousData,
    }),
  institution: (id: string) =>
    queryOptions({
      queryKey: ['admin', 'institution', id],
      queryFn: () => bodyOf(api.GET('/api/v1/organisation/institutions/{id}', at(id))),
    }),
  units: (institutionId: string) =>
    queryOptions({
      queryKey: ['admin', 'units', institutionId],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/organisation/institutions/{id}/units', at(institutionId)))).items,
      enabled: institutionId !== '',
    }),
  services: () =>
    queryOptions({
      queryKey: ['admin', 'services'],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/catalogue/services'))).items,
    }),
  service: (id: string) =>
    queryOptions({ queryKey: ['admin', 'service', id], queryFn: () => bodyOf(api.GET('/api/v1/catalogue/services/{id}', at(id))) }),
  subscriptions: (id: string) =>
    queryOptions({
      queryKey: ['admin', 'subscriptions', id],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/catalogue/services/{id}/subscriptions', at(id)))).items,
    }),
  contact: () => queryOptions({ queryKey: ['admin', 'contact'], queryFn: () => bodyOf(api.GET('/api/v1/desk-contact')) }),
  hours: () => queryOptions({ queryKey: ['admin', 'hours'], queryFn: () => bodyOf(api.GET('/api/v1/desk-hours')) }),
  history: (kind: HistoryKind, id: string) =>
    queryOptions({ queryKey: ['admin', 'history', kind, id], queryFn: async () => (await histories[kind](id)).items }),
};
