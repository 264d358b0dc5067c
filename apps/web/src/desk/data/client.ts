import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../shared/api/problem';

const STALE_MS = 20_000;

/** A failed answer is repeated only when no answer came at all; a refusal stays a refusal. */
const retry = (count: number, error: Error): boolean =>
  error instanceof ApiProblem && error.status > 0 && error.status < 500 ? false : count < 2;

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: STALE_MS, retry, refetchOnWindowFocus: true }, mutations: { retry: false } },
});
