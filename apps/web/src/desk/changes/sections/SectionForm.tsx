import { Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts';
import { ProblemNote } from '../../ticket/ProblemNote';
import c from '../form.module.css';
import type { Change, EditChange } from '../types';
import { useEdit } from '../use-change-step';

interface Props {
  change: Change;
  /** What is sent; null while it cannot be. */
  body: EditChange | null;
  onClose: () => void;
  children: ReactNode;
}

/** A section while it is written: its fields, what saving would do to approvals, and what went wrong. Ctrl-Enter saves, Escape leaves. */
export function SectionForm({ change, body, onClose, children }: Props) {
  const { t } = useTexts();
  const edit = useEdit(change, onClose);
  const decided = change.state === 'awaiting_authorisation' || change.state === 'scheduled';
  const save = (): void => {
    if (body && !edit.isPending) edit.mutate(body);
  };
  return (
    <form
      className={c.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
      }}
    >
      {decided && change.kind !== 'standard' && (
        <p className={c.voids}>
          <IconInfoCircle size={16} aria-hidden />
          {t('change.voidsHint')}
        </p>
      )}
      {children}
      {edit.error && <ProblemNote error={edit.error} />}
      <div className={c.formFoot}>
        <Button size="compact-md" type="submit" loading={edit.isPending} disabled={body === null}>
          {t('change.save')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onClose}>
          {t('change.leave')}
        </Button>
      </div>
    </form>
  );
}
