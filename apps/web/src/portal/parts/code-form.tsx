import { type SubmitEvent, useState } from 'react';
import { ApiProblem, problemText } from '../../shared/api/problem';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { useTexts } from '../texts';
import css from './account.module.css';

interface Props {
  submit: string;
  /** May a recovery code be typed instead? */
  recovery?: boolean;
  onCode: (code: string) => Promise<void>;
}

/** The field for the six digits; what is wrong stands beside it, and what was typed is selected for the next try. */
export function CodeForm({ submit, recovery = false, onCode }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (!code.trim()) return setError(t('account.code.missing'));
    setBusy(true);
    try {
      await onCode(code.trim());
    } catch (problem) {
      const wrong = problem instanceof ApiProblem && problem.code === 'identity.code-wrong';
      setError(wrong ? t('account.code.wrong') : problemText(texts, problem));
    }
    setBusy(false);
  };
  return (
    <form className={css.form} onSubmit={(event) => void send(event)} noValidate>
      <TextField
        label={t(recovery ? 'account.code.labelAny' : 'account.code.label')}
        hint={recovery ? t('account.code.hint') : undefined}
        value={code}
        onText={(text) => {
          setCode(text);
          setError(undefined);
        }}
        error={error}
        name="one-time-code"
        autoComplete="one-time-code"
        inputMode={recovery ? 'text' : 'numeric'}
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
      />
      <Button type="submit" look="primary" busy={busy}>
        {submit}
      </Button>
    </form>
  );
}
