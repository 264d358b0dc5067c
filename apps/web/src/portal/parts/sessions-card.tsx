import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { ago, dateTime } from '../../shared/format/dates';
import { Button } from '../components/button';
import { Card } from '../components/card';
import { ProblemNotice } from '../components/notice';
import { Skeleton } from '../components/skeleton';
import { useNow } from '../data/use-now';
import { useResource } from '../data/use-resource';
import { useTexts } from '../texts';
import css from './account.module.css';

interface Device {
  browser: string | null;
  system: string | null;
}

function useDeviceWords(): (device: Device) => string {
  const { t } = useTexts();
  return ({ browser, system }) => {
    if (browser && system) return t('account.sessions.device', { browser, system });
    return browser ?? system ?? t('account.sessions.unknown');
  };
}

/** Where I am signed in, and ending it elsewhere. */
export function SessionsCard() {
  const { t, locale } = useTexts();
  const words = useDeviceWords();
  const now = useNow();
  const [failure, setFailure] = useState<unknown>(null);
  const sessions = useResource('sessions', (signal) => bodyOf(api.GET('/api/v1/me/sessions', { signal })));
  const items = sessions.data?.items ?? [];
  const act = async (call: Promise<unknown>): Promise<void> => {
    setFailure(null);
    await call.catch(setFailure);
    sessions.reload();
  };
  return (
    <Card className={css.form}>
      <div className={css.head}>
        <h2>{t('account.sessions.title')}</h2>
        {items.length > 1 && <Button onClick={() => void act(api.DELETE('/api/v1/me/sessions'))}>{t('account.sessions.endOthers')}</Button>}
      </div>
      {sessions.loading && <Skeleton lines={3} />}
      <ProblemNotice error={sessions.error} onRetry={sessions.reload} />
      <ProblemNotice error={failure} />
      <ul className={css.rows}>
        {items.map((session) => (
          <li key={session.id}>
            <span>
              {words(session)}
              <small>
                {[session.address, t('account.sessions.since', { at: dateTime(session.createdAt, locale) })].filter(Boolean).join(' · ')}
              </small>
            </span>
            {session.current ? (
              <span className={css.here}>{t('account.sessions.current')}</span>
            ) : (
              <span className={css.actions}>
                <small>{t('account.sessions.used', { ago: ago(session.lastSeenAt, now, locale) })}</small>
                <Button
                  aria-label={t('account.sessions.endOne', { device: words(session) })}
                  onClick={() => void act(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id: session.id } } }))}
                >
                  {t('account.sessions.end')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
