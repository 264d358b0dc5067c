import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

export type ApprovalCard = components['schemas']['ApprovalCardResponse'];
export type Decision = components['schemas']['DecideRequest']['decision'];
export const views = ['pending', 'waiting', 'decided'] as const;
export type View = (typeof views)[number];

/** What waits for the reader, with enough to decide it. */
export const approvalsQuery = (state: View) =>
  infiniteQueryOptions({
    queryKey: ['approvals', state],
    queryFn: ({ pageParam }) =>
      bodyOf(api.GET('/api/v1/approvals', { params: { query: { state, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const delegatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['approvals', id, 'delegates'],
    queryFn: async () => (await bodyOf(api.GET('/api/v1/approvals/{id}/delegates', { params: { path: { id } } }))).items,
  });

/** Whatever a decision may have moved: the inbox, the change, its meetings. */
const MOVED = ['approvals', 'changes', 'change', 'meeting', 'meetings', 'tickets', 'ticket'];

function useMoving<Input>(mutationFn: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => Promise.all(MOVED.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}

export const useDecision = (id: string) =>
  useMoving(({ decision, reason }: { decision: Decision; reason: string }) =>
    bodyOf(api.POST('/api/v1/approvals/{id}/decision', { params: { path: { id } }, body: { decision, ...(reason ? { reason } : {}) } })),
  );

export const useDelegation = (id: string) =>
  useMoving((body: { toId: string; reason: string }) =>
    bodyOf(api.POST('/api/v1/approvals/{id}/delegation', { params: { path: { id } }, body })),
  );
