import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import list from '../assets/assets.module.css';
import { useFormat } from '../format';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './admin.module.css';
import { adminQueries, type GrantRequest } from './admin-queries';
import { RefuseDialog } from './GrantDialogs';
import { useAdminChange } from './use-admin-change';

const route = getRouteApi('/admin/requests');

function Acts({ request }: { request: GrantRequest }) {
  const { t } = useTexts();
  const [refusing, setRefusing] = useState(false);
  const at = { params: { path: { id: request.id } } };
  const done = (): void => undefined;
  const approve = useAdminChange(() => bodyOf(api.POST('/api/v1/organisation/grant-requests/{id}/approval', at)), done);
  const withdraw = useAdminChange(() => bodyOf(api.POST('/api/v1/organisation/grant-requests/{id}/withdrawal', at)), done);
  const { decide, withdraw: mayWithdraw } = request.abilities;
  const error = approve.error ?? withdraw.error;
  return (
    <div className={c.acts}>
      {decide && (
        <>
          <Button size="xs" variant="default" onClick={() => setRefusing(true)}>
            {t('admin.request.refuse')}
          </Button>
          <Button size="xs" loading={approve.isPending} onClick={() => approve.mutate()}>
            {t('admin.request.approve')}
          </Button>
        </>
      )}
      {mayWithdraw && (
        <Button size="xs" variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t('admin.request.withdraw')}
        </Button>
      )}
      {error && <ProblemNote error={error} />}
      {refusing && <RefuseDialog request={request} onClose={() => setRefusing(false)} />}
    </div>
  );
}

function Row({ request }: { request: GrantRequest }) {
  const { t } = useTexts();
  const { dateTime, date } = useFormat();
  const { person, decidedBy, decidedAt } = request;
  return (
    <li>
      <div>
        <Link to="/admin/people/$id" params={{ id: person.id }}>
          {person.name}
        </Link>{' '}
        → <b>{t(`admin.role.${request.role}`)}</b>
        {request.scopeRecord && ` · ${request.scopeRecord.name}`}
        {request.validTo && ` · ${t('admin.grant.until', { to: date(request.validTo) })}`}
        <p>{request.reason}</p>
        <small className="num">
          {t('admin.request.askedBy', { name: request.requestedBy?.name ?? request.source ?? '', at: dateTime(request.requestedAt) })}
          {decidedBy && decidedAt && ` · ${t(`admin.request.${request.state}`)}: ${decidedBy.name}, ${dateTime(decidedAt)}`}
        </small>
        {request.decisionReason && <p>{request.decisionReason}</p>}
      </div>
      <Acts request={request} />
    </li>
  );
}

/** Roles that wait for a second person, and what became of those that were asked for before. */
export function RequestsPage() {
  const { t } = useTexts();
  const { state = 'pending' } = route.useSearch();
  const requests = useInfiniteQuery(adminQueries.requests(state));
  if (requests.error) return <FailedPage error={requests.error} reset={() => void requests.refetch()} />;
  const items = requests.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <main className={list.page}>
      <header className={list.head}>
        <div>
          <h1>{t('admin.place.requests')}</h1>
          <p>{t('admin.request.lead')}</p>
        </div>
      </header>
      <section className={list.card} aria-label={t('admin.place.requests')}>
        <nav className={c.counts} aria-label={t('admin.request.show')}>
          <Link to="/admin/requests" search={{}} {...(state === 'pending' ? { 'aria-current': 'true' } : {})}>
            {t('admin.request.pendingOnes')}
          </Link>
          <Link to="/admin/requests" search={{ state: 'decided' }} {...(state === 'decided' ? { 'aria-current': 'true' } : {})}>
            {t('admin.request.decidedOnes')}
          </Link>
        </nav>
        {requests.isPending && <Skeleton height={160} radius={8} role="status" aria-label={t('desk.loading')} />}
        {requests.data && items.length === 0 && (
          <div className={list.nothing} role="status">
            <h2>{t(state === 'pending' ? 'admin.request.none' : 'admin.request.noneDecided')}</h2>
            <p>{t('admin.request.noneHint')}</p>
          </div>
        )}
        <ul className={c.rows}>
          {items.map((request) => (
            <Row key={request.id} request={request} />
          ))}
        </ul>
        {requests.hasNextPage && (
          <Button variant="subtle" mt={8} loading={requests.isFetchingNextPage} onClick={() => void requests.fetchNextPage()}>
            {t('admin.more')}
          </Button>
        )}
      </section>
    </main>
  );
}
