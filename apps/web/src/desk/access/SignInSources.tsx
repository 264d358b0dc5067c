import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import { useRight } from '../data/session';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { accessQueries, type Directory, type DirectorySync } from './access-queries';
import c from './access.module.css';
import { useAccessChange } from './use-access-change';

/** What became of one reading of a directory. */
function Outcome({ sync }: { sync: DirectorySync }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const state = sync.state === 'done' && sync.dry ? 'tried' : sync.state;
  const { created, changed, ended, unchanged, elsewhere, faulty } = sync;
  return (
    <div>
      <span data-off={sync.state === 'failed' || sync.state === 'refused' || undefined}>{t(`access.sync.${state}`)}</span>
      <small className="num">
        {dateTime(sync.startedAt)} · {sync.askedBy ?? t('access.syncNight')}
      </small>
      {sync.state === 'done' && <small>{t('access.syncCounts', { created, changed, ended, unchanged, elsewhere, faulty })}</small>}
      {sync.refusalText && <small>{sync.refusalText}</small>}
    </div>
  );
}

function DirectoryRow({ directory }: { directory: Directory }) {
  const { t, locale } = useTexts();
  const ask = useAccessChange((body: { dry?: boolean; endings?: number }) =>
    bodyOf(api.POST('/api/v1/sign-in-sources/directories/{code}/syncs', { params: { path: { code: directory.code } }, body })),
  );
  const [latest] = directory.syncs;
  const busy = ask.isPending || latest?.state === 'running';
  return (
    <li>
      <div>
        <b>{locale === 'lv' ? directory.nameLv : directory.nameEn}</b>
        <small>{t('access.people', { count: directory.people })}</small>
      </div>
      {latest ? <Outcome sync={latest} /> : <span>{t('access.syncNever')}</span>}
      <div className={c.acts}>
        {latest?.state === 'refused' && latest.ended > 0 && (
          <Button size="xs" color="red" variant="outline" disabled={busy} onClick={() => ask.mutate({ endings: latest.ended })}>
            {t('access.syncConfirm', { count: latest.ended })}
          </Button>
        )}
        <Button size="xs" variant="default" disabled={busy} onClick={() => ask.mutate({ dry: true })}>
          {t('access.syncDry')}
        </Button>
        <Button size="xs" variant="default" loading={busy} onClick={() => ask.mutate({})}>
          {t('access.syncNow')}
        </Button>
      </div>
      {ask.error && <ProblemNote error={ask.error} />}
    </li>
  );
}

/** Where people sign in beside our own passwords. Draws nothing where nothing is set, or for whoever may not see it. */
export function SignInSources() {
  const { t, locale } = useTexts();
  const may = useRight('admin.users');
  const { data } = useQuery({ ...accessQueries.sources, enabled: may });
  if (!data || data.directories.length + data.providers.length === 0) return null;
  return (
    <section aria-label={t('access.sources')} className={c.sources}>
      <h2>{t('access.sources')}</h2>
      <p>{t('access.sourcesWhy')}</p>
      <ul className={c.rows} data-people>
        {data.directories.map((directory) => (
          <DirectoryRow key={directory.code} directory={directory} />
        ))}
        {data.providers.map((provider) => (
          <li key={provider.code}>
            <div>
              <b>{locale === 'lv' ? provider.nameLv : provider.nameEn}</b>
              <small>{t('access.people', { count: provider.people })}</small>
            </div>
            <span>{provider.issuer}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
