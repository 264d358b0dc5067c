import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import { type TextKey, useTexts } from '../texts';
import type { Recommendation } from './register-queries';

export type Step =
  | { do: 'extension'; body: { dueOn: string; reason: string } }
  | { do: 'extension-decision'; body: { granted: boolean; note: string } }
  | { do: 'implementation'; body: { implementedOn: string; note: string }; file: File | null }
  | { do: 'file'; file: File }
  | { do: 'verification'; body: { accepted: boolean; note: string } }
  | { do: 'owner'; body: { ownerId: string } }
  | { do: 'withdrawal'; body: { reason: string } };

/** The evidence of a report that waits for its verification. */
function sendFile(id: string, file: File): Promise<Recommendation> {
  const form = new FormData();
  form.set('file', file, file.name);
  // The API's description leaves multipart bodies open, so the form cannot be checked against it.
  return bodyOf(api.PUT('/api/v1/audit-recommendations/{id}/implementation/file', { params: { path: { id } }, body: form as never }));
}

async function take({ id, revision }: Recommendation, step: Step): Promise<void> {
  if (step.do === 'file') return void (await sendFile(id, step.file));
  const match = `"${revision}"`;
  const seen = { params: { path: { id } }, headers: { 'if-match': match } };
  const at = { params: { path: { id }, header: { 'if-match': match } } };
  const base = '/api/v1/audit-recommendations/{id}';
  if (step.do === 'extension') await bodyOf(api.POST(`${base}/extension`, { ...at, body: step.body }));
  if (step.do === 'extension-decision') await bodyOf(api.POST(`${base}/extension/decision`, { ...at, body: step.body }));
  if (step.do === 'implementation') await bodyOf(api.POST(`${base}/implementation`, { ...at, body: step.body }));
  if (step.do === 'implementation' && step.file) await sendFile(id, step.file);
  if (step.do === 'verification') await bodyOf(api.POST(`${base}/implementation/verification`, { ...at, body: step.body }));
  if (step.do === 'owner') await bodyOf(api.PUT(`${base}/owner`, { ...seen, body: step.body }));
  if (step.do === 'withdrawal') await bodyOf(api.POST(`${base}/withdrawal`, { ...seen, body: step.body }));
}

const done = (step: Step): TextKey => {
  if (step.do === 'extension-decision') return step.body.granted ? 'registers.done.granted' : 'registers.done.refused';
  if (step.do === 'verification') return step.body.accepted ? 'registers.done.accepted' : 'registers.done.sentBack';
  return `registers.done.${step.do}`;
};

/** Takes a step with a recommendation. What was looked at is named, so that nobody decides about what has changed meanwhile. */
export function useRecommendation(recommendation: Recommendation, onDone: () => void) {
  const client = useQueryClient();
  const { t } = useTexts();
  return useMutation({
    mutationFn: (step: Step) => take(recommendation, step),
    onSettled: () => client.invalidateQueries({ queryKey: ['registers'] }),
    onSuccess: (_nothing, step) => {
      notifications.show({ message: t(done(step)), withBorder: true, autoClose: 4000 });
      onDone();
    },
  });
}
