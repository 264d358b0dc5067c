import { Button, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ChangeTabs } from '../changes/ChangeTabs';
import { exportHref } from '../data/export-href';
import { useRight } from '../data/session';
import { SaveMenu } from '../reports/SaveMenu';
import reportsCss from '../reports/reports.module.css';
import tabsCss from '../reports/tabs.module.css';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { ApprovalItem } from './ApprovalItem';
import { approvalsQuery, type View, views } from './approvals-queries';
import c from './approvals.module.css';

const route = getRouteApi('/desk/approvals');

function Views({ show, counts }: { show: View; counts: { pending: number; waiting: number } | undefined }) {
  const { t } = useTexts();
  return (
    <nav className={tabsCss.tabs} aria-label={t('approvals.title')}>
      {views.map((view) => (
        <Link
          key={view}
          to="/desk/approvals"
          search={view === 'pending' ? {} : { show: view }}
          className={tabsCss.tab}
          aria-current={show === view ? 'page' : undefined}
          activeOptions={{ exact: true }}
        >
          {t(`approvals.${view}`)}{' '}
          {view !== 'decided' && counts && counts[view] > 0 && <span className={`${c.count} num`}>{counts[view]}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** Which card is open on a phone: the one that was tapped, at first that which is due first. */
function useOpenCard(phone: boolean, first: string | undefined) {
  const [chosen, choose] = useState<string | null | undefined>(undefined);
  const current = chosen === undefined ? first : chosen;
  return {
    isOpen: (id: string): boolean => !phone || id === current,
    toggle: (id: string) => (phone ? () => choose(id === current ? null : id) : null),
  };
}

/** What waits for the reader's decision, made to be decided on a phone. */
export function ApprovalsPage() {
  const { t } = useTexts();
  const show = route.useSearch().show ?? 'pending';
  const query = useInfiniteQuery(approvalsQuery(show));
  const phone = useMediaQuery('(max-width: 700px)', undefined, { getInitialValueInEffect: false }) ?? false;
  const changes = useRight('change.read');
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const cards = useOpenCard(phone, items[0]?.id);
  if (query.error && !query.data) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  return (
    <main className={reportsCss.page}>
      {changes && <ChangeTabs />}
      <header className={reportsCss.head}>
        <div>
          <h1>{t('approvals.title')}</h1>
          <p className={c.why}>{t('approvals.why')}</p>
        </div>
        {items.length > 0 && <SaveMenu href={(format) => exportHref('approvals', { state: show }, format)} />}
      </header>
      <Views show={show} counts={query.data?.pages[0]?.counts} />
      {query.isPending && <Skeleton height={260} radius={10} />}
      {!query.isPending && items.length === 0 && <p className={reportsCss.nothing}>{t(`approvals.none.${show}`)}</p>}
      <ul className={c.cards} aria-busy={query.isPlaceholderData}>
        {items.map((card) => (
          <ApprovalItem key={card.id} card={card} open={cards.isOpen(card.id)} onToggle={cards.toggle(card.id)} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('approvals.showMore')}
        </Button>
      )}
    </main>
  );
}
