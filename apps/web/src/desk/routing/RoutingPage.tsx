import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import page from '../changes/changes.module.css';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { routingQueries } from './routing-queries';
import { NewRule, RulesCard } from './RulesCard';
import { TrialCard } from './TrialCard';

/** Where new tickets go: the rules in their order, and what they would have done in the past. */
export function RoutingPage() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(routingQueries.rules());
  if (error) return <FailedPage error={error} reset={() => void refetch()} />;
  return (
    <main className={page.page}>
      <header className={page.head}>
        <div>
          <h1>{t('routing.title')}</h1>
          <p>{t('routing.sub')}</p>
        </div>
        {data?.may.write && <NewRule />}
      </header>
      {!data && <Skeleton height={320} radius={12} role="status" aria-label={t('desk.loading')} />}
      {data?.items.length === 0 && (
        <section className={page.card}>
          <div className={page.nothing} role="status">
            <h2>{t('routing.empty')}</h2>
            <p>{t('routing.emptyHint')}</p>
          </div>
        </section>
      )}
      {data && data.items.length > 0 && <RulesCard rules={data} />}
      {data?.may.write && data.items.length > 0 && <TrialCard />}
    </main>
  );
}
