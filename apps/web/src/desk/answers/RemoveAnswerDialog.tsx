import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import type { Answer } from './answer-queries';
import { useKeepAnswer } from './use-keep-answer';

/** An answer goes for everybody who finds it: that is asked for once more. */
export function RemoveAnswerDialog({ answer, onClose }: { answer: Answer; onClose: () => void }) {
  const { t } = useTexts();
  const keep = useKeepAnswer(onClose);
  return (
    <FormDialog
      title={t('answers.remove')}
      submit={t('answers.remove')}
      grave
      ready
      busy={keep.isPending}
      error={keep.error}
      onSubmit={() => keep.mutate({ do: 'remove', of: answer })}
      onClose={onClose}
    >
      <p>{t('answers.removeAsk', { name: answer.name })}</p>
    </FormDialog>
  );
}
