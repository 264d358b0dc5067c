import { useTexts } from '../../texts';
import { ActionDialog } from '../../ticket/dialogs/ActionDialog';
import c from '../form.module.css';
import type { Change } from '../types';
import { useStep } from '../use-change-step';

/** Hands a draft to the change manager; what is wanted still is named before the server refuses it. */
export function SubmitDialog({ change, onClose }: { change: Change; onClose: () => void }) {
  const { t } = useTexts();
  const take = useStep(change, { verb: 'submission', done: 'change.doneWord.submit' }, onClose);
  const missing = change.sections.filter(({ state, missing: fields }) => state === 'missing' && fields.length > 0);
  const title = t('change.action.submit');
  return (
    <ActionDialog
      ticket={change}
      title={title}
      submit={title}
      ready
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate({})}
      onClose={onClose}
    >
      <p className={c.plain}>{t('change.submit.text')}</p>
      {missing.length > 0 && (
        <p className={c.warn}>
          {t('change.submit.missing', { sections: missing.map(({ code }) => t(`change.section.${code}`).toLocaleLowerCase()).join(', ') })}
        </p>
      )}
    </ActionDialog>
  );
}
