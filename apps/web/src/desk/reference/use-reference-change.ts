import { useMutation, useQueryClient } from '@tanstack/react-query';
import { referenceQuery } from '../data/reference-words';

/** A change of a word; whatever says it is read anew afterwards. */
export function useReferenceChange<Input>(change: (input: Input) => Promise<unknown>, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: referenceQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['admin', 'history', 'reference'] });
      onDone?.();
    },
  });
}
