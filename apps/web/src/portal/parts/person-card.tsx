import { type SubmitEvent, useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { ApiProblem } from '../../shared/api/problem';
import { Button } from '../components/button';
import { Card } from '../components/card';
import { TextField } from '../components/field';
import { Notice, ProblemNotice } from '../components/notice';
import css from '../pages/profile.module.css';
import { putMe, signOut, useMe } from '../session/session';
import { useTexts } from '../texts';

/** Name and telephone, as those who are asked for help see them. */
function PersonForm() {
  const { t } = useTexts();
  const me = useMe();
  const [name, setName] = useState(me.name);
  const [phone, setPhone] = useState(me.phone ?? '');
  const [errors, setErrors] = useState<{ name?: string; phone?: string }>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const save = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setDone(false);
    setFailure(null);
    setErrors(name.trim() ? {} : { name: t('setUp.nameMissing') });
    if (!name.trim()) return;
    setBusy(true);
    try {
      putMe(await bodyOf(api.PATCH('/api/v1/me', { body: { name: name.trim(), phone: phone.trim() || null } })));
      setDone(true);
    } catch (error) {
      const phoneWrong = error instanceof ApiProblem && error.errors.some(({ pointer }) => pointer === '/phone');
      if (phoneWrong) setErrors({ phone: t('account.person.phoneWrong') });
      else setFailure(error);
    }
    setBusy(false);
  };
  return (
    <form className={css.form} onSubmit={(event) => void save(event)} noValidate>
      <TextField label={t('setUp.name')} value={name} onText={setName} error={errors.name} autoComplete="name" />
      <TextField
        label={t('account.person.phone')}
        optional
        value={phone}
        onText={setPhone}
        error={errors.phone}
        type="tel"
        autoComplete="tel"
      />
      <ProblemNotice error={failure} />
      {done && <Notice kind="good">{t('account.person.saved')}</Notice>}
      <div className={css.actions}>
        <Button type="submit" busy={busy}>
          {t('account.person.save')}
        </Button>
      </div>
    </form>
  );
}

/** Who I am here, what I may change of it, and leaving. */
export function PersonCard() {
  const { t } = useTexts();
  const me = useMe();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const leave = async (): Promise<void> => {
    setBusy(true);
    await signOut().catch((error: unknown) => {
      setFailure(error);
      setBusy(false);
    });
  };
  return (
    <Card className={css.form}>
      <div className={css.head}>
        <dl className={css.person}>
          <dt>{t('signIn.login')}</dt>
          <dd>{me.login}</dd>
          <dt>{t('profile.institution')}</dt>
          <dd>{me.institution.name}</dd>
          {me.email && (
            <>
              <dt>{t('profile.email')}</dt>
              <dd>{me.email}</dd>
            </>
          )}
        </dl>
        <Button busy={busy} onClick={() => void leave()}>
          {t('action.signOut')}
        </Button>
      </div>
      <ProblemNotice error={failure} />
      <PersonForm />
    </Card>
  );
}
