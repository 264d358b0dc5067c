import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import { type TextKey, useTexts } from '../texts';
import type { Form, NewReport, Report, ReportRun, ReportTerms } from './library-queries';

export type Step =
  | { do: 'register'; body: NewReport }
  | { do: 'terms'; body: ReportTerms }
  | { do: 'publish' | 'withdraw' }
  | { do: 'keep'; period?: string | undefined }
  | { do: 'subscribe'; personId: string; form: Form }
  | { do: 'unsubscribe'; personId: string };

/** Takes a step; answers the run that it kept, where it kept one. */
async function take(step: Step, { code, revision }: Pick<Report, 'code' | 'revision'>): Promise<ReportRun | null> {
  const at = { params: { path: { code } } };
  const seen = { ...at, headers: { 'if-match': `"${revision}"` } };
  switch (step.do) {
    case 'register':
      await bodyOf(api.POST('/api/v1/reports', { body: step.body }));
      return null;
    case 'terms':
      await bodyOf(api.PUT('/api/v1/reports/{code}/terms', { ...seen, body: step.body }));
      return null;
    case 'publish':
      await bodyOf(api.POST('/api/v1/reports/{code}/publication', seen));
      return null;
    case 'withdraw':
      await bodyOf(api.DELETE('/api/v1/reports/{code}/publication', seen));
      return null;
    case 'keep':
      return bodyOf(api.POST('/api/v1/reports/{code}/runs', { ...at, body: step.period ? { period: step.period } : {} }));
    case 'subscribe': {
      const path = { code, personId: step.personId };
      await bodyOf(api.PUT('/api/v1/reports/{code}/subscribers/{personId}', { params: { path }, body: { form: step.form } }));
      return null;
    }
    case 'unsubscribe':
      await bodyOf(api.DELETE('/api/v1/reports/{code}/subscribers/{personId}', { params: { path: { code, personId: step.personId } } }));
      return null;
  }
}

const DONE: Record<Step['do'], TextKey> = {
  register: 'library.done.register',
  terms: 'library.done.terms',
  publish: 'library.done.publish',
  withdraw: 'library.done.withdraw',
  keep: 'library.done.keep',
  subscribe: 'library.done.subscribe',
  unsubscribe: 'library.done.unsubscribe',
};

const TOUCHED = ['report-library', 'report-runs', 'report-subscribers'] as const;

/** Changes a report; what was looked at is named, so that nobody overwrites another's decision. */
export function useReportChange(report: Pick<Report, 'code' | 'revision'>, onDone: (kept: ReportRun | null) => void = () => undefined) {
  const client = useQueryClient();
  const { t } = useTexts();
  return useMutation({
    mutationFn: (step: Step) => take(step, report),
    onSuccess: async (kept, step) => {
      await Promise.all(TOUCHED.map((queryKey) => client.invalidateQueries({ queryKey: [queryKey] })));
      notifications.show({ message: t(DONE[step.do]), withBorder: true, autoClose: 4000 });
      onDone(kept);
    },
  });
}
