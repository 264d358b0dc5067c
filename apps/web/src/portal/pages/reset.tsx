import { type SubmitEvent, useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { ApiProblem } from '../../shared/api/problem';
import { Button, buttonClass } from '../components/button';
import { Notice, ProblemNotice } from '../components/notice';
import { usePageHeading } from '../components/page';
import { PasswordField } from '../components/password-field';
import { Skeleton } from '../components/skeleton';
import { useResource } from '../data/use-resource';
import { Link } from '../router/link';
import { useTexts } from '../texts';
import { FrontPage } from './front-page';
import css from './sign-in.module.css';

const SHORTEST = 12;

function PasswordOnly({ token, login, onDone }: { token: string; login: string; onDone: () => void }) {
  const { t } = useTexts();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string>();
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setFailure(null);
    setError(undefined);
    if (password.length < SHORTEST) return setError(t('setUp.passwordShort', { count: SHORTEST }));
    setBusy(true);
    try {
      await api.POST('/api/v1/password-resets/{token}', { params: { path: { token } }, body: { password } });
      onDone();
    } catch (problem) {
      const field = problem instanceof ApiProblem ? problem.errors.find(({ pointer }) => pointer === '/password') : undefined;
      if (field) setError(field.detail);
      else setFailure(problem);
      setBusy(false);
    }
  };
  return (
    <form className={css.form} onSubmit={(event) => void send(event)} noValidate>
      <p className={css.sub}>{t('account.reset.sub', { login })}</p>
      <ProblemNotice error={failure} />
      <input hidden readOnly autoComplete="username" value={login} />
      <PasswordField
        label={t('profile.next')}
        hint={t('setUp.passwordHint', { count: SHORTEST })}
        value={password}
        onText={setPassword}
        error={error}
        autoComplete="new-password"
      />
      <Button type="submit" look="primary" busy={busy}>
        {t('account.reset.submit')}
      </Button>
    </form>
  );
}

/** The page behind the link of the mail. Opening it takes nothing from the link; its button does. */
export function ResetPage({ token }: { token: string }) {
  const { t } = useTexts();
  const heading = usePageHeading(t('account.reset.title'));
  const [done, setDone] = useState(false);
  const link = useResource(`reset ${token}`, (signal) =>
    bodyOf(api.GET('/api/v1/password-resets/{token}', { params: { path: { token } }, signal })),
  );
  return (
    <FrontPage>
      <div className={css.form}>
        <h1 ref={heading} tabIndex={-1}>
          {t('account.reset.title')}
        </h1>
        {link.loading && <Skeleton lines={3} />}
        <ProblemNotice error={link.error} onRetry={link.reload} />
        {link.data?.valid === false && !done && <Notice kind="warning">{t('account.reset.invalid')}</Notice>}
        {link.data?.login && !done && <PasswordOnly token={token} login={link.data.login} onDone={() => setDone(true)} />}
        {done && <Notice kind="good">{t('account.reset.done')}</Notice>}
        {link.data?.valid === false && !done && (
          <Link to="/forgot" className={buttonClass('primary')}>
            {t('account.reset.again')}
          </Link>
        )}
        {done && (
          <a className={buttonClass('primary')} href="/">
            {t('setUp.signIn')}
          </a>
        )}
      </div>
    </FrontPage>
  );
}
