import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A change of the set-up; whatever shows people, groups, institutions or services is read anew afterwards. */
export function useAdminChange<Answer>(change: () => Promise<Answer>, onDone: (answer: Answer) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      await Promise.all(
        ['admin', 'groups', 'institutions', 'people', 'services'].map((queryKey) => client.invalidateQueries({ queryKey: [queryKey] })),
      );
      onDone(answer);
    },
  });
}
