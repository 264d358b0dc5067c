import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import { type TextKey, useTexts } from '../texts';
import type { Template, TemplateBody } from './template-queries';

type Step =
  | { do: 'save'; body: TemplateBody }
  | { do: 'approval'; body: { orderNumber: string; orderDate: string } }
  | { do: 'suspension' | 'retirement'; body: { reason: string } };

const DONE: Record<Step['do'], TextKey> = {
  save: 'templates.done.save',
  approval: 'templates.done.approval',
  suspension: 'templates.done.suspension',
  retirement: 'templates.done.retirement',
};

/** Takes a step with a template; without one, `save` makes a new one. What was looked at is named, so that nobody overwrites another's words. */
export function useTemplateChange(template: Template | null, onDone: () => void) {
  const client = useQueryClient();
  const { t } = useTexts();
  return useMutation({
    mutationFn: async (step: Step): Promise<Step['do']> => {
      if (!template) {
        if (step.do === 'save') await bodyOf(api.POST('/api/v1/change-templates', { body: step.body }));
        return step.do;
      }
      const at = { params: { path: { id: template.id } }, headers: { 'if-match': `"${template.revision}"` } };
      if (step.do === 'save') await bodyOf(api.PUT('/api/v1/change-templates/{id}/draft', { ...at, body: step.body }));
      if (step.do === 'approval') await bodyOf(api.POST('/api/v1/change-templates/{id}/approval', { ...at, body: step.body }));
      if (step.do === 'suspension') await bodyOf(api.POST('/api/v1/change-templates/{id}/suspension', { ...at, body: step.body }));
      if (step.do === 'retirement') await bodyOf(api.POST('/api/v1/change-templates/{id}/retirement', { ...at, body: step.body }));
      return step.do;
    },
    onSuccess: async (done) => {
      await client.invalidateQueries({ queryKey: ['change-templates'] });
      notifications.show({ message: t(DONE[done]), withBorder: true, autoClose: 4000 });
      onDone();
    },
  });
}
