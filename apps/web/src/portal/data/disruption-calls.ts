import type { Disruption } from '../../shared/api/api-types';
import { api, bodyOf } from '../../shared/api/api';

export interface DisruptionQuestion {
  q?: string;
  serviceId?: string;
}

/** What the person's institution is told; what is about the question comes first. */
export const disruptions = async (query: DisruptionQuestion, signal?: AbortSignal): Promise<Disruption[]> =>
  (await bodyOf(api.GET('/api/v1/disruptions', { params: { query }, ...(signal ? { signal } : {}) }))).items;

/** The person has it too. May be said again. */
export const haveThisToo = (id: string): Promise<Disruption> =>
  bodyOf(api.POST('/api/v1/announcements/{id}/also-affected', { params: { path: { id } } }));

/** It was a mistake. May be said again. */
export const doNotHaveThis = (id: string): Promise<Disruption> =>
  bodyOf(api.DELETE('/api/v1/announcements/{id}/also-affected', { params: { path: { id } } }));
