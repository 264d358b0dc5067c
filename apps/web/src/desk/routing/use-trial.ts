import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../../shared/api/http';
import { isOver, routingQueries, type Trial, type TrialBody } from './routing-queries';

/** Begins a try and follows it to its end. */
export function useTrial() {
  const client = useQueryClient();
  const begin = useMutation({
    mutationFn: (body: TrialBody) => http.post<Trial>('/routing-rule-trials', body),
    onSuccess: (trial) => client.setQueryData(routingQueries.trial(trial.id).queryKey, trial),
  });
  const id = begin.data?.id ?? '';
  const { data } = useQuery({ ...routingQueries.trial(id), enabled: id !== '' });
  const trial = begin.isPending ? undefined : data;
  return { begin: begin.mutate, error: begin.error, trial, busy: begin.isPending || (trial !== undefined && !isOver(trial)) };
}
