import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];
export type Meeting = Schemas['MeetingResponse'];
export type AgendaItem = Schemas['MeetingAgendaItemResponse'];
export type MeetingSummary = Schemas['MeetingSummaryResponse'];
export type NewMeeting = Schemas['CallMeetingRequest'];
export type MeetingEdit = Schemas['EditMeetingRequest'];

/** While it sits, what members decide elsewhere is asked for so often. */
const LIVE_MS = 5_000;

export const meetingsQuery = infiniteQueryOptions({
  queryKey: ['meetings'],
  queryFn: ({ pageParam }) => bodyOf(api.GET('/api/v1/cab-meetings', { params: { query: pageParam ? { cursor: pageParam } : {} } })),
  initialPageParam: '',
  getNextPageParam: (last) => last.nextCursor ?? undefined,
});

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: ['meeting', id],
    queryFn: () => bodyOf(api.GET('/api/v1/cab-meetings/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'open' ? LIVE_MS : false),
  });

export const candidatesQuery = queryOptions({
  queryKey: ['meeting-candidates'],
  queryFn: () => bodyOf(api.GET('/api/v1/cab-meetings/candidates')),
});

export function useCalling() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewMeeting) => bodyOf(api.POST('/api/v1/cab-meetings', { body })),
    onSettled: () => client.invalidateQueries({ queryKey: ['meetings'] }),
  });
}

function useKeeping<Input>(id: string, mutationFn: (input: Input) => Promise<Meeting>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (meeting) => client.setQueryData(['meeting', id], meeting),
    onSettled: () => client.invalidateQueries({ queryKey: ['meetings'] }),
  });
}

/** Writes part of a meeting; what is not named stays. */
export const useMeetingEdit = (id: string) =>
  useKeeping(id, (body: MeetingEdit) => bodyOf(api.PATCH('/api/v1/cab-meetings/{id}', { params: { path: { id } }, body })));

export const useMeetingStep = (id: string) =>
  useKeeping(id, (step: 'opening' | 'closure' | 'cancellation') => {
    const params = { params: { path: { id } } };
    if (step === 'opening') return bodyOf(api.POST('/api/v1/cab-meetings/{id}/opening', params));
    if (step === 'closure') return bodyOf(api.POST('/api/v1/cab-meetings/{id}/closure', params));
    return bodyOf(api.POST('/api/v1/cab-meetings/{id}/cancellation', params));
  });
