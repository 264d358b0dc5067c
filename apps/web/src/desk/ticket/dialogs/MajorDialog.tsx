import { useState } from 'react';
import type { Ticket } from '../../data/types';
import { useTexts } from '../../texts';
import { useChange } from '../use-change';
import { ActionDialog } from './ActionDialog';
import { Choices } from './Choices';

/** The lead decides whether a P1 is a major incident. */
export function MajorDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTexts();
  const [answer, setAnswer] = useState<string | null>(null);
  const change = useChange(ticket);
  const title = t('action.major');
  return (
    <ActionDialog
      ticket={ticket}
      title={title}
      submit={t('major.decide')}
      ready={answer !== null}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ verb: 'major', body: { major: answer === 'yes' }, done: 'done.major' }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Choices
        first
        label={t('major.question')}
        choices={(['yes', 'no'] as const).map((value) => ({ value, text: t(`major.${value}`), detail: t(`major.${value}.detail`) }))}
        value={answer}
        onChange={setAnswer}
      />
    </ActionDialog>
  );
}
