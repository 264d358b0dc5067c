import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import reportsCss from '../reports/reports.module.css';
import { ProblemNote } from '../ticket/ProblemNote';
import { useTexts } from '../texts';
import type { Result } from './result-queries';
import c from './results.module.css';

/** What stands between closed and published: one asks, another agrees, then the figures are frozen. */
export function Publication({ result }: { result: Result }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const { ask, agree } = result.abilities;
  const publish = useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST('/api/v1/campaigns/{id}/publication', {
          params: { path: { id: result.id } },
          headers: { 'if-match': `"${result.version}"` },
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['campaigns'] });
      notifications.show({ message: t(agree ? 'results.isPublished' : 'results.isAsked'), withBorder: true, autoClose: 4000 });
    },
  });
  if (result.state === 'published') return null;
  return (
    <section className={`${c.publication} ${reportsCss.noPrint}`} aria-label={t('results.publication')}>
      <div>
        <strong>{t('results.notPublished')}</strong>
        <span>{t(ask ? 'results.askWhy' : agree ? 'results.agreeWhy' : 'results.waits')}</span>
        {result.comments.waiting > 0 && <span>{t('results.waitingComments', { count: result.comments.waiting })}</span>}
        {result.pinned > 0 && (
          <span className={c.warning}>
            <IconAlertTriangle size={15} aria-hidden /> {t('results.pinned', { count: result.pinned })}
          </span>
        )}
      </div>
      {(ask || agree) && (
        <Button loading={publish.isPending} onClick={() => publish.mutate()}>
          {t(agree ? 'results.agree' : 'results.ask')}
        </Button>
      )}
      {publish.error && <ProblemNote error={publish.error} />}
    </section>
  );
}
