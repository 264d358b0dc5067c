import { type SubmitEvent, useState } from 'react';
import { api } from '../../shared/api/api';
import { Button, buttonClass } from '../components/button';
import { TextField } from '../components/field';
import { Notice, ProblemNotice } from '../components/notice';
import { usePageHeading } from '../components/page';
import { Link } from '../router/link';
import { useTexts } from '../texts';
import { FrontPage } from './front-page';
import css from './sign-in.module.css';

/** A forgotten password: a link by mail, if there is such an account. Whether there is one is not said. */
export function ForgotPage() {
  const { t } = useTexts();
  const heading = usePageHeading(t('account.forgot.title'));
  const [asked, setAsked] = useState('');
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const send = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setMissing(!asked.trim());
    setFailure(null);
    if (!asked.trim()) return;
    setBusy(true);
    try {
      await api.POST('/api/v1/password-resets', { body: { loginOrEmail: asked.trim() } });
      setDone(true);
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  return (
    <FrontPage>
      <form className={css.form} onSubmit={(event) => void send(event)} noValidate>
        <h1 ref={heading} tabIndex={-1}>
          {t('account.forgot.title')}
        </h1>
        {done ? (
          <Notice kind="good">{t('account.forgot.done')}</Notice>
        ) : (
          <>
            <p className={css.sub}>{t('account.forgot.sub')}</p>
            <ProblemNotice error={failure} />
            <TextField
              label={t('account.forgot.label')}
              value={asked}
              onText={setAsked}
              error={missing ? t('account.forgot.missing') : undefined}
              name="username"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus
            />
            <Button type="submit" look="primary" busy={busy}>
              {t('account.forgot.submit')}
            </Button>
          </>
        )}
        <Link to="/" className={buttonClass('quiet')}>
          {t('setUp.signIn')}
        </Link>
      </form>
    </FrontPage>
  );
}
