import { type SubmitEvent, useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { ApiProblem, problemText } from '../../shared/api/problem';
import { Button, buttonClass } from '../components/button';
import { TextField } from '../components/field';
import { Notice, ProblemNotice } from '../components/notice';
import { usePageHeading } from '../components/page';
import { PasswordField } from '../components/password-field';
import { Skeleton } from '../components/skeleton';
import { useResource } from '../data/use-resource';
import { type PortalTexts, useTexts } from '../texts';
import { FrontPage } from './front-page';
import css from './sign-in.module.css';

type Form = Record<'login' | 'name' | 'email' | 'password', string>;
type Errors = Partial<Record<keyof Form, string>>;
const SHORTEST_PASSWORD = 12;

function check(form: Form, t: PortalTexts['t']): Errors {
  const errors: Errors = {};
  if (!form.login.trim()) errors.login = t('setUp.loginMissing');
  if (!form.name.trim()) errors.name = t('setUp.nameMissing');
  if (!/^\S+@\S+\.\S+$/.test(form.email.trim())) errors.email = t('setUp.emailWrong');
  if (form.password.length < SHORTEST_PASSWORD) errors.password = t('setUp.passwordShort', { count: SHORTEST_PASSWORD });
  return errors;
}

/** The fields of the server's answer beside our fields. */
function fieldErrors(error: unknown, texts: PortalTexts): Errors {
  if (!(error instanceof ApiProblem)) return {};
  const errors: Errors = {};
  for (const { pointer, code, detail } of error.errors) {
    const name = pointer.replace('/', '');
    if (name === 'login' || name === 'name' || name === 'email' || name === 'password') {
      errors[name] = texts.has(`problem.${code}`) ? problemText(texts, new ApiProblem(422, { code })) : detail;
    }
  }
  return errors;
}

function SetUpForm({ token, onDone }: { token: string; onDone: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const [form, setForm] = useState<Form>({ login: 'admin', name: '', email: '', password: '' });
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const set = (name: keyof Form) => (value: string) => setForm({ ...form, [name]: value });
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const found = check(form, t);
    setErrors(found);
    setFailure(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await api.POST('/api/v1/setup', { body: { token, ...form } });
      onDone();
    } catch (error) {
      const beside = fieldErrors(error, texts);
      setErrors(beside);
      setFailure(Object.keys(beside).length > 0 ? null : error);
      setBusy(false);
    }
  };
  return (
    <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
      <ProblemNotice error={failure} />
      <TextField label={t('setUp.name')} value={form.name} onText={set('name')} error={errors.name} autoComplete="name" autoFocus />
      <TextField label={t('setUp.email')} type="email" value={form.email} onText={set('email')} error={errors.email} autoComplete="email" />
      <TextField
        label={t('signIn.login')}
        value={form.login}
        onText={set('login')}
        error={errors.login}
        autoComplete="username"
        autoCapitalize="none"
      />
      <PasswordField
        label={t('signIn.password')}
        hint={t('setUp.passwordHint', { count: SHORTEST_PASSWORD })}
        value={form.password}
        onText={set('password')}
        error={errors.password}
        autoComplete="new-password"
      />
      <Button type="submit" look="primary" busy={busy}>
        {t('setUp.submit')}
      </Button>
    </form>
  );
}

/** The one-time page that creates the first administrator; its link is printed at the first start. */
export function SetUpPage({ token }: { token: string }) {
  const { t } = useTexts();
  const heading = usePageHeading(t('setUp.title'));
  const [done, setDone] = useState(false);
  const link = useResource(`setup ${token}`, (signal) => bodyOf(api.GET('/api/v1/setup', { params: { query: { token } }, signal })));
  return (
    <FrontPage>
      <div className={css.form}>
        <h1 ref={heading} tabIndex={-1}>
          {t('setUp.title')}
        </h1>
        <p className={css.sub}>{t('setUp.sub')}</p>
        {link.loading && <Skeleton lines={4} />}
        <ProblemNotice error={link.error} onRetry={link.reload} />
        {link.data && !link.data.valid && !done && <Notice kind="warning">{t('setUp.invalid')}</Notice>}
        {link.data?.valid && !done && <SetUpForm token={token} onDone={() => setDone(true)} />}
        {done && <Notice kind="good">{t('setUp.done')}</Notice>}
        {(done || link.data?.valid === false) && (
          <a className={buttonClass(done ? 'primary' : 'default')} href="/">
            {t('setUp.signIn')}
          </a>
        )}
      </div>
    </FrontPage>
  );
}
