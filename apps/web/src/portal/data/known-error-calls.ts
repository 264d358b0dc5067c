import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';
import type { DisruptionQuestion } from './disruption-calls';

type KnownError = components['schemas']['KnownErrorResponse'];

/** Known errors that sound like what is typed, in the words meant for whoever meets them. */
export const knownErrors = async (query: DisruptionQuestion, signal?: AbortSignal): Promise<KnownError[]> =>
  (await bodyOf(api.GET('/api/v1/known-errors', { params: { query }, ...(signal ? { signal } : {}) }))).items;
