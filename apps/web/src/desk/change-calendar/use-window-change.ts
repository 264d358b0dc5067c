import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Sends a change of the calendar's windows and has everything that shows them read anew. */
export function useWindowChange<Input>(send: (input: Input) => Promise<unknown>, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['changes'] });
      onDone?.();
    },
  });
}
