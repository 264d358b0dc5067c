import { Button, Skeleton, Switch, Textarea } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { useMe } from '../data/session';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { FailedPage } from '../shell/Failed';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { accessQueries, type StaffFactor } from './access-queries';
import c from './access.module.css';
import { SignInSources } from './SignInSources';
import { useAccessChange } from './use-access-change';

function Obligatory() {
  const { t } = useTexts();
  const { data } = useQuery(accessQueries.settings);
  const change = useAccessChange((secondFactorForStaff: boolean) =>
    bodyOf(api.PUT('/api/v1/sign-in-settings', { body: { secondFactorForStaff } })),
  );
  return (
    <section className={c.setting}>
      <Switch
        label={t('access.obligatory')}
        description={t('access.obligatoryWhy')}
        checked={change.isPending ? change.variables : (data?.secondFactorForStaff ?? false)}
        disabled={!data}
        onChange={(event) => change.mutate(event.currentTarget.checked)}
      />
      {change.error && <ProblemNote error={change.error} />}
    </section>
  );
}

function ResetDialog({ person, onClose }: { person: StaffFactor; onClose: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const reset = useAccessChange(
    () =>
      bodyOf(api.POST('/api/v1/people/{id}/second-factor-reset', { params: { path: { id: person.id } }, body: { reason: reason.trim() } })),
    onClose,
  );
  return (
    <FormDialog
      title={t('access.resetTitle', { name: person.name })}
      submit={t('access.reset')}
      ready={reason.trim() !== ''}
      grave
      busy={reset.isPending}
      error={reset.error}
      onSubmit={() => reset.mutate(undefined)}
      onClose={onClose}
    >
      <p>{t('access.resetWhy')}</p>
      <Textarea
        label={t('access.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
        rows={3}
      />
    </FormDialog>
  );
}

/** How staff signs in: whether a second factor is obligatory, and who has one. */
export function SignInPage() {
  const { t } = useTexts();
  const { date } = useFormat();
  const me = useMe();
  const list = useInfiniteQuery(accessQueries.factors);
  const [resetting, setResetting] = useState<StaffFactor | null>(null);
  if (list.error && !list.data) return <FailedPage error={list.error} reset={() => void list.refetch()} />;
  const [first] = list.data?.pages ?? [];
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <main className={reportsCss.page}>
      <header className={reportsCss.head}>
        <div>
          <h1>{t('access.signIn')}</h1>
          <p>{first ? t('access.share', { with: first.withFactor, total: first.total }) : t('access.signInWhy')}</p>
        </div>
      </header>
      <Obligatory />
      <SignInSources />
      {list.isPending && <Skeleton height={220} radius={10} />}
      {items.length > 0 && (
        <section aria-label={t('access.staff')} className={c.sources}>
          <h2>{t('access.staff')}</h2>
          <ul className={c.rows} data-people>
            {items.map((person) => (
              <li key={person.id}>
                <div>
                  <b>{person.name}</b>
                  <small>{person.login}</small>
                </div>
                <span>{person.since ? t('access.factorSince', { date: date(person.since) }) : t('access.noFactor')}</span>
                <div className={c.acts}>
                  {person.since && person.id !== me.id && (
                    <Button size="xs" variant="default" onClick={() => setResetting(person)}>
                      {t('access.reset')}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {list.hasNextPage && (
        <Button variant="subtle" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('access.more')}
        </Button>
      )}
      {resetting && <ResetDialog person={resetting} onClose={() => setResetting(null)} />}
    </main>
  );
}
