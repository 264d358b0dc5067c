import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Changes something of this section, and reads its lists again. */
export function useAccessChange<Input, Output>(change: (input: Input) => Promise<Output>, onDone?: (output: Output) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (output) => {
      onDone?.(output);
      for (const list of ['api-clients', 'sign-in-settings', 'second-factors', 'sign-in-sources'])
        await client.invalidateQueries({ queryKey: [list] });
    },
  });
}
