import { type SubmitEvent, useState } from 'react';
import { ApiProblem } from '../../shared/api/problem';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { ProblemNotice } from '../components/notice';
import { PasswordField } from '../components/password-field';
import { useTexts } from '../texts';
import css from './account.module.css';

interface StepUp {
  currentPassword: string;
  code: string;
}

interface Props {
  submit: string;
  onStepUp: (stepUp: StepUp) => Promise<void>;
  onBack: () => void;
}

interface Errors {
  password?: string | undefined;
  code?: string | undefined;
  other?: unknown;
}

function placeErrors(error: unknown): Errors {
  const at = (pointer: string): string | undefined =>
    error instanceof ApiProblem ? error.errors.find((field) => field.pointer === pointer)?.detail : undefined;
  const [password, code] = [at('/currentPassword'), at('/code')];
  return password || code ? { password, code } : { other: error };
}

/** Password and code once more, before the second factor is changed. */
export function StepUpForm({ submit, onStepUp, onBack }: Props) {
  const { t } = useTexts();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const send = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const found: Errors = {};
    if (!password) found.password = t('profile.currentMissing');
    if (!code.trim()) found.code = t('account.code.missing');
    setErrors(found);
    if (found.password || found.code) return;
    setBusy(true);
    try {
      await onStepUp({ currentPassword: password, code: code.trim() });
    } catch (error) {
      setErrors(placeErrors(error));
      setBusy(false);
    }
  };
  return (
    <form className={css.form} onSubmit={(event) => void send(event)} noValidate>
      <ProblemNotice error={errors.other} />
      <PasswordField
        label={t('profile.current')}
        value={password}
        onText={setPassword}
        error={errors.password}
        autoComplete="current-password"
      />
      <TextField
        label={t('account.code.labelAny')}
        value={code}
        onText={setCode}
        error={errors.code}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div className={css.actions}>
        <Button type="submit" look="primary" busy={busy}>
          {submit}
        </Button>
        <Button onClick={onBack}>{t('action.cancel')}</Button>
      </div>
    </form>
  );
}
