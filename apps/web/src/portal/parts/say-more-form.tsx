import { type SubmitEvent, useState } from 'react';
import { Button } from '../components/button';
import { TextArea } from '../components/field';
import { ProblemNotice } from '../components/notice';
import { useTexts } from '../texts';
import css from './answer.module.css';

interface Props {
  label: string;
  submit: string;
  /** Does it; what it throws is told beside the field. */
  onSay: (words: string) => Promise<void>;
  onCancel: () => void;
}

/** One question with one answer, opened where it was asked for. */
export function SayMoreForm({ label, submit, onSay, onCancel }: Props) {
  const { t } = useTexts();
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const act = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setMissing(!words.trim());
    if (!words.trim()) return;
    setBusy(true);
    setFailure(null);
    await onSay(words.trim()).catch(setFailure);
    setBusy(false);
  };
  return (
    <form className={css.form} onSubmit={(event) => void act(event)} noValidate>
      <TextArea label={label} value={words} onText={setWords} error={missing ? t('resolved.whatFailsMissing') : null} rows={2} autoFocus />
      <ProblemNotice error={failure} />
      <div className={css.actions}>
        <Button type="submit" look="primary" busy={busy}>
          {submit}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
