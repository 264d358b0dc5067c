import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A change of the register; whatever shows devices is read anew afterwards. */
export function useItemChange<Body, Answer>(change: (body: Body) => Promise<Answer>, onDone: (answer: Answer) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: ['assets'] });
      onDone(answer);
    },
  });
}
