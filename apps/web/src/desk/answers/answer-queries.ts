import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components, paths } from '../../shared/api-schema';

type Schemas = components['schemas'];
export type Answer = Schemas['AnswerResponse'];
export type AnswerBody = Schemas['AnswerRequest'];
export type AnswerScope = Answer['scope'];
export type TicketAnswer = Schemas['TicketAnswerResponse'];
export type AnswersSearch = Pick<NonNullable<paths['/api/v1/answers']['get']['parameters']['query']>, 'q' | 'scope'>;

/** Answers kept ready: the list of those who keep them, and what is offered on a ticket. */
export const answerQueries = {
  list: (search: AnswersSearch) =>
    infiniteQueryOptions({
      queryKey: ['answers', search],
      queryFn: ({ pageParam, signal }) =>
        bodyOf(api.GET('/api/v1/answers', { params: { query: { ...search, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  /** Filled with what the ticket says; the key names its version, since a new service or person makes other words. */
  onTicket: (ticket: { id: string; version: number }, q: string, resolutionCode?: string) =>
    queryOptions({
      queryKey: ['answers', 'of', ticket.id, ticket.version, q, resolutionCode ?? null],
      queryFn: ({ signal }) =>
        bodyOf(
          api.GET('/api/v1/tickets/{id}/answers', {
            params: { path: { id: ticket.id }, query: { ...(q ? { q } : {}), ...(resolutionCode ? { resolutionCode } : {}) } },
            signal,
          }),
        ),
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  colleagues: (ticketId: string, q: string) =>
    queryOptions({
      queryKey: ['colleagues', ticketId, q],
      queryFn: async ({ signal }) =>
        (await bodyOf(api.GET('/api/v1/tickets/{id}/colleagues', { params: { path: { id: ticketId }, query: { q } }, signal }))).items,
      placeholderData: keepPreviousData,
      staleTime: 60_000,
    }),
  presence: (ticketId: string) =>
    queryOptions({
      queryKey: ['presence', ticketId],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/tickets/{id}/presence', { params: { path: { id: ticketId } } }))).items,
      // The stream tells who comes and goes; who vanished with his browser is noticed by asking, as long as somebody is shown.
      refetchInterval: ({ state }) => ((state.data?.length ?? 0) > 0 ? 10_000 : false),
    }),
};
