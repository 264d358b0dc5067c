import { lazy, type SubmitEvent, Suspense, useEffect, useRef, useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { ApiProblem, problemText } from '../../shared/api/problem';
import { homePath, safeNext } from '../../shared/api/sign-in-path';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { Notice, ProblemNotice } from '../components/notice';
import { usePageHeading } from '../components/page';
import { PasswordField } from '../components/password-field';
import { useResource } from '../data/use-resource';
import { HelpNumber } from '../parts/desk-hours';
import { type SignInProvider, SignInProviders } from '../parts/sign-in-providers';
import { Link } from '../router/link';
import { navigate } from '../router/location';
import { signIn, type SignInStep } from '../session/session';
import { type PortalTexts, useTexts } from '../texts';
import { FrontPage } from './front-page';
import css from './sign-in.module.css';

const SecondStep = lazy(() => import('../parts/second-step').then((module) => ({ default: module.SecondStep })));

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
        <HelpNumber />
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

/** What a provider's page has led back with: the code of a refusal, told once. */
function refusalOf(search: string): ApiProblem | null {
  const code = new URLSearchParams(search).get('refused');
  return code === null ? null : new ApiProblem(403, { code });
}

interface FormProps {
  ended: boolean;
  providers: readonly SignInProvider[];
  /** The password was right, and something more is asked. */
  onStep: (step: SignInStep) => void;
}

function SignInForm({ ended, providers, onStep }: FormProps) {
  const texts = useTexts();
  const { t } = texts;
  const heading = usePageHeading(t('signIn.title'), false);
  const others = providers.length > 0;
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<Errors>(() => ({ other: refusalOf(location.search) }));
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
      const answer = await signIn(login.trim(), password);
      if (typeof answer === 'object') return goOn(answer.home);
      onStep(answer);
    } catch (error) {
      setErrors(placeError(error, texts));
      setBusy(false);
      passwordInput.current?.select();
    }
  };

  return (
    <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
      <h1 ref={heading}>{t('signIn.title')}</h1>
      <p className={css.sub}>{t('signIn.sub')}</p>
      {ended && <Notice kind="info">{t('signIn.ended')}</Notice>}
      <ProblemNotice error={errors.other} />
      {others && <SignInProviders items={providers} />}
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
        autoFocus={!others}
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
      <Button type="submit" look={others ? 'default' : 'primary'} busy={busy}>
        {t('signIn.submit')}
      </Button>
      <Link to="/forgot" className={css.forgot}>
        {t('account.forgot.link')}
      </Link>
      <Help />
      <p className={css.fine}>{t('signIn.classified')}</p>
    </form>
  );
}

/** Signing in. The address stays, so that a deep link leads on after it. */
export function SignInPage({ ended }: { ended: boolean }) {
  const [step, setStep] = useState<SignInStep | null>(null);
  const providers = useResource('providers', () => bodyOf(api.GET('/api/v1/session/providers')));
  // Somebody whom a provider has sent back, and whose second step is still asked.
  useEffect(() => {
    if (!new URLSearchParams(location.search).has('signed-in')) return;
    bodyOf(api.GET('/api/v1/session/step')).then(
      (waiting) => setStep(waiting.step),
      () => undefined,
    );
  }, []);
  return (
    <FrontPage>
      {step && (
        <Suspense>
          <SecondStep step={step} onIn={(me) => goOn(me.home)} onBack={() => setStep(null)} />
        </Suspense>
      )}
      {/* Drawn whole, once it is known what stands at its top: nothing moves under the pointer. */}
      {!step && !providers.loading && <SignInForm ended={ended} providers={providers.data?.items ?? []} onStep={setStep} />}
    </FrontPage>
  );
}
