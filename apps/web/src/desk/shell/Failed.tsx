import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ApiProblem, problemText } from '../../shared/api/problem';
import { goToSignIn } from '../sign-in';
import { useTexts } from '../texts';
import c from './shell.module.css';

/** What happened, what was kept, what to do. A session that ended leads to the sign-in page. */
export function FailedPage({ error, reset }: { error: unknown; reset?: () => void }) {
  const texts = useTexts();
  const signedOut = error instanceof ApiProblem && error.status === 401;
  useEffect(() => {
    if (signedOut) goToSignIn();
  }, [signedOut]);
  if (signedOut) return null;
  return (
    <main className={c.failed}>
      <h1>{texts.t('desk.failed.title')}</h1>
      <p>{problemText(texts, error)}</p>
      {error instanceof ApiProblem && error.instance && (
        <p className={c.dim}>{texts.t('desk.failed.instance', { instance: error.instance })}</p>
      )}
      <Button onClick={() => (reset ? reset() : location.reload())}>{texts.t('action.retry')}</Button>
    </main>
  );
}

export function NotFoundPage() {
  const { t } = useTexts();
  return (
    <main className={c.failed}>
      <h1>{t('desk.notFound.title')}</h1>
      <p>{t('problem.notFound')}</p>
      <Link to="/desk">{t('desk.notFound.back')}</Link>
    </main>
  );
}
