import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import c from '../../changes/form.module.css';
import { useTexts } from '../../texts';
import { ProblemNote } from '../../ticket/ProblemNote';
import type { Knowledge, Problem } from '../types';
import { useWrite } from '../use-problem-step';

interface Props {
  problem: Problem;
  /** What is sent; null while it cannot be. */
  body: Knowledge | null;
  onClose: () => void;
  children: ReactNode;
}

/** A section while it is written. Ctrl-Enter saves. */
export function SectionForm({ problem, body, onClose, children }: Props) {
  const { t } = useTexts();
  const write = useWrite(problem, onClose);
  const save = (): void => {
    if (body && !write.isPending) write.mutate(body);
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
      {children}
      {write.error && <ProblemNote error={write.error} />}
      <div className={c.formFoot}>
        <Button size="compact-md" type="submit" loading={write.isPending} disabled={body === null}>
          {t('problem.save')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onClose}>
          {t('problem.leave')}
        </Button>
      </div>
    </form>
  );
}
