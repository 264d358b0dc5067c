import { type SubmitEvent, useState } from 'react';
import { api } from '../../shared/api/api';
import { ApiProblem } from '../../shared/api/problem';
import { Button } from '../components/button';
import { Card } from '../components/card';
import { Notice, ProblemNotice } from '../components/notice';
import { PasswordField } from '../components/password-field';
import css from '../pages/profile.module.css';
import { useMe } from '../session/session';
import { useTexts } from '../texts';

const SHORTEST = 12;
interface Errors {
  current?: string;
  next?: string;
  other?: unknown;
}

/** What the server refused, beside the field that it is about. */
function placeErrors(error: unknown): Errors {
  const fields = error instanceof ApiProblem ? error.errors : [];
  const at = (pointer: string): string | undefined => fields.find((field) => field.pointer === pointer)?.detail;
  const [current, next] = [at('/currentPassword'), at('/newPassword')];
  return { ...(current ? { current } : {}), ...(next ? { next } : {}), ...(current || next ? {} : { other: error }) };
}

/** Changing one's own password. */
export function PasswordForm() {
  const { t } = useTexts();
  const me = useMe();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const check = (): Errors => ({
    ...(current ? {} : { current: t('profile.currentMissing') }),
    ...(next.length < SHORTEST ? { next: t('setUp.passwordShort', { count: SHORTEST }) } : {}),
  });
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const found = check();
    setErrors(found);
    setDone(false);
    if (found.current || found.next) return;
    setBusy(true);
    try {
      await api.PUT('/api/v1/me/password', { body: { currentPassword: current, newPassword: next } });
      setCurrent('');
      setNext('');
      setDone(true);
    } catch (error) {
      setErrors(placeErrors(error));
    }
    setBusy(false);
  };
  return (
    <Card>
      <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
        <h2>{t('profile.password')}</h2>
        <input hidden readOnly autoComplete="username" value={me.login} />
        <PasswordField
          label={t('profile.current')}
          value={current}
          onText={setCurrent}
          error={errors.current}
          autoComplete="current-password"
        />
        <PasswordField
          label={t('profile.next')}
          hint={t('setUp.passwordHint', { count: SHORTEST })}
          value={next}
          onText={setNext}
          error={errors.next}
          autoComplete="new-password"
        />
        <ProblemNotice error={errors.other} />
        {done && <Notice kind="good">{t('profile.passwordDone')}</Notice>}
        <div className={css.actions}>
          <Button type="submit" busy={busy}>
            {t('profile.passwordSubmit')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
