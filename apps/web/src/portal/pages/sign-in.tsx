import { type SubmitEvent, useRef, useState } from 'react';
import { ApiProblem, problemText } from '../../shared/api/problem';
import { homePath, safeNext } from '../../shared/api/sign-in-path';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { Notice, ProblemNotice } from '../components/notice';
import { usePageHeading } from '../components/page';
import { PasswordField } from '../components/password-field';
import { navigate } from '../router/location';
import { signIn } from '../session/session';
import { type PortalTexts, useTexts } from '../texts';
import { FrontPage } from './front-page';
import css from './sign-in.module.css';

interface Errors {
  login?: string;
  password?: string;
  other?: unknown;
}

/** Beside which field an answer belongs: wrong credentials and too many attempts stand by the password. */
function placeError(error: unknown, texts: PortalTexts): Errors {
  const beside = error instanceof ApiProblem && (error.status === 401 || error.status === 429);
  return beside ? { password: problemText(texts, error) } : { other: error };
}

function Help() {
  const { t } = useTexts();
  return (
    <details className={css.help}>
      <summary>{t('signIn.help')}</summary>
      <ul>
        <li>{t('signIn.helpCapsLock')}</li>
        <li>{t('signIn.helpCoordinator')}</li>
        <li>{t('signIn.helpColleague')}</li>
        <li>{t('signIn.helpNever')}</li>
      </ul>
    </details>
  );
}

/** Sends a person on: to the page that was asked for, or to where his work starts. */
function goOn(home: Parameters<typeof homePath>[0]): void {
  const next = safeNext(location.search);
  if (next) location.assign(next);
  else if (home !== 'portal') location.assign(homePath(home));
  else if (location.pathname === '/') navigate('/', { replace: true });
}

/** Signing in. The address stays, so that a deep link leads on after it. */
export function SignInPage({ ended }: { ended: boolean }) {
  const texts = useTexts();
  const { t } = texts;
  const heading = usePageHeading(t('signIn.title'), false);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const loginInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const missing: Errors = {};
    if (!login.trim()) missing.login = t('signIn.loginMissing');
    if (!password) missing.password = t('signIn.passwordMissing');
    setErrors(missing);
    if (missing.login) return loginInput.current?.focus();
    if (missing.password) return passwordInput.current?.focus();
    setBusy(true);
    try {
      goOn((await signIn(login.trim(), password)).home);
    } catch (error) {
      setErrors(placeError(error, texts));
      setBusy(false);
      passwordInput.current?.select();
    }
  };

  return (
    <FrontPage>
      <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
        <h1 ref={heading}>{t('signIn.title')}</h1>
        <p className={css.sub}>{t('signIn.sub')}</p>
        {ended && <Notice kind="info">{t('signIn.ended')}</Notice>}
        <ProblemNotice error={errors.other} />
        <TextField
          inputRef={loginInput}
          label={t('signIn.login')}
          value={login}
          onText={setLogin}
          error={errors.login}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
        <div role="alert" className="vh">
          {errors.password}
        </div>
        <PasswordField
          inputRef={passwordInput}
          label={t('signIn.password')}
          value={password}
          onText={setPassword}
          error={errors.password}
          autoComplete="current-password"
        />
        <Button type="submit" look="primary" busy={busy}>
          {t('signIn.submit')}
        </Button>
        <Help />
        <p className={css.fine}>{t('signIn.classified')}</p>
      </form>
    </FrontPage>
  );
}
