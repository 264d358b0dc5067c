import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import c from '../form.module.css';
import type { Change } from '../types';
import { useStep } from '../use-change-step';

/** A new draft after one that ended; the page goes there. */
export function CloneDialog({ change, onClose }: { change: Change; onClose: () => void }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const take = useStep(change, { verb: 'clone', done: 'change.doneWord.clone' }, ({ number }) => {
    onClose();
    void navigate({ to: '/desk/changes/$number', params: { number } });
  });
  return (
    <ActionDialog
      ticket={change}
      title={t('change.action.clone')}
      submit={t('change.new.submit')}
      ready
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate({})}
      onClose={onClose}
    >
      <p className={c.plain}>{t('change.clone.text')}</p>
    </ActionDialog>
  );
}
