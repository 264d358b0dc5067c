import { api, bodyOf } from '../../shared/api/api';
import type { Change, ChangeState, ChangeSummary, Page } from '../../shared/api/api-types';

const at = (id: string, signal?: AbortSignal) => ({ params: { path: { id } }, ...(signal ? { signal } : {}) });

/** What a person asks for, in his own words. */
export interface Wish {
  title: string;
  description: string;
  /** `2026-12-31` */
  wishedBy?: string;
  serviceId?: string;
}

/** Changes that the person asked for, the latest first; without states those that are not finished. */
export const ownChanges = async (state: (ChangeState | 'any')[], limit: number, signal?: AbortSignal): Promise<Page<ChangeSummary>> =>
  (await bodyOf(
    api.GET('/api/v1/changes', {
      params: { query: { mine: true, limit, ...(state.length > 0 ? { state } : {}) } },
      ...(signal ? { signal } : {}),
    }),
  )) as Page<ChangeSummary>;

export const change = async (number: string, signal?: AbortSignal): Promise<Change> =>
  (await bodyOf(api.GET('/api/v1/changes/{id}', at(number, signal)))) as Change;

export const askForChange = async (body: Wish, idempotencyKey: string): Promise<Change> =>
  (await bodyOf(api.POST('/api/v1/changes', { body, headers: { 'idempotency-key': idempotencyKey } }))) as Change;

export const withdrawChange = async (id: string, reason: string): Promise<void> =>
  void (await api.POST('/api/v1/changes/{id}/cancellation', { ...at(id), body: { reason } }));
