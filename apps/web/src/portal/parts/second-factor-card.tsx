import { type SubmitEvent, useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { ApiProblem, problemText } from '../../shared/api/problem';
import { date } from '../../shared/format/dates';
import { Button } from '../components/button';
import { Card } from '../components/card';
import { Notice, ProblemNotice } from '../components/notice';
import { PasswordField } from '../components/password-field';
import { Skeleton } from '../components/skeleton';
import { useResource } from '../data/use-resource';
import { useTexts } from '../texts';
import css from './account.module.css';
import { Authenticator } from './authenticator';
import { RecoveryCodes } from './recovery-codes';
import { StepUpForm } from './step-up-form';

type Mode = { at: 'rest' } | { at: 'password' } | { at: 'scan'; secret: string; uri: string } | { at: 'remove' } | { at: 'renew' };

/** The password once more, before a new secret is shown. */
function PasswordStep({ onSecret, onBack }: { onSecret: (enrolment: { secret: string; uri: string }) => void; onBack: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (!password) return setError(t('profile.currentMissing'));
    setBusy(true);
    try {
      onSecret(await bodyOf(api.PUT('/api/v1/me/second-factor/secret', { body: { currentPassword: password } })));
    } catch (problem) {
      const field = problem instanceof ApiProblem ? problem.errors[0] : undefined;
      setError(field?.detail ?? problemText(texts, problem));
      setBusy(false);
    }
  };
  return (
    <form className={css.form} onSubmit={(event) => void send(event)} noValidate>
      <PasswordField label={t('profile.current')} value={password} onText={setPassword} error={error} autoComplete="current-password" />
      <div className={css.actions}>
        <Button type="submit" look="primary" busy={busy}>
          {t('account.factor.next')}
        </Button>
        <Button onClick={onBack}>{t('action.cancel')}</Button>
      </div>
    </form>
  );
}

function InForce({ since, left, onMode }: { since: string; left: number; onMode: (mode: Mode) => void }) {
  const { t, locale } = useTexts();
  return (
    <>
      <Notice kind="good">{t('account.factor.on', { since: date(since, locale) })}</Notice>
      <p className={css.sub}>{t('account.codes.left', { count: left })}</p>
      <div className={css.actions}>
        <Button onClick={() => onMode({ at: 'renew' })}>{t('account.codes.renew')}</Button>
        <Button onClick={() => onMode({ at: 'remove' })}>{t('account.factor.remove')}</Button>
      </div>
    </>
  );
}

/** Signing in with a code of an authenticator: setting it up, new recovery codes, switching it off. */
export function SecondFactorCard() {
  const { t } = useTexts();
  const [mode, setMode] = useState<Mode>({ at: 'rest' });
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const status = useResource('second-factor', (signal) => bodyOf(api.GET('/api/v1/me/second-factor', { signal })));
  const rest = (): void => setMode({ at: 'rest' });
  const done = (made: readonly string[] | null): void => {
    setCodes(made);
    rest();
    status.reload();
  };
  const confirm = async (code: string): Promise<void> =>
    done((await bodyOf(api.PUT('/api/v1/me/second-factor', { body: { code } }))).recoveryCodes);
  return (
    <Card className={css.form}>
      <h2>{t('account.factor.title')}</h2>
      {status.loading && <Skeleton lines={2} />}
      <ProblemNotice error={status.error} onRetry={status.reload} />
      {codes && <RecoveryCodes codes={codes} />}
      {mode.at === 'rest' && status.data?.since && (
        <InForce since={status.data.since} left={status.data.recoveryCodesLeft} onMode={setMode} />
      )}
      {mode.at === 'rest' && status.data?.since === null && (
        <>
          <p className={css.sub}>{t(status.data.obligatory ? 'account.factor.obligatory' : 'account.factor.off')}</p>
          <div className={css.actions}>
            <Button onClick={() => setMode({ at: 'password' })}>{t('account.factor.setUp')}</Button>
          </div>
        </>
      )}
      {mode.at === 'password' && <PasswordStep onSecret={(enrolment) => setMode({ at: 'scan', ...enrolment })} onBack={rest} />}
      {mode.at === 'scan' && <Authenticator enrolment={mode} submit={t('account.factor.confirm')} onCode={confirm} />}
      {mode.at === 'renew' && (
        <StepUpForm
          submit={t('account.codes.renew')}
          onBack={rest}
          onStepUp={async (body) => done((await bodyOf(api.PUT('/api/v1/me/second-factor/recovery-codes', { body }))).recoveryCodes)}
        />
      )}
      {mode.at === 'remove' && (
        <StepUpForm
          submit={t('account.factor.remove')}
          onBack={rest}
          onStepUp={async (body) => {
            await api.POST('/api/v1/me/second-factor/removal', { body });
            done(null);
          }}
        />
      )}
    </Card>
  );
}
