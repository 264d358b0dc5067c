import { Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './absence.module.css';
import type { useHandOver } from './use-hand-over';

/** What became of the tickets that were handed over: how many went, and of each other one why not. */
export function HandoverOutcome({ work }: { work: ReturnType<typeof useHandOver> }) {
  const { t } = useTexts();
  const { doneCount, refused, undone, busy, error } = work;
  return (
    <div role="status" className={c.outcome}>
      {error && <ProblemNote error={error} />}
      {undone && (
        <p data-mood="done">
          <IconCheck size={17} aria-hidden /> {t('handover.undone')}
        </p>
      )}
      {doneCount > 0 && (
        <p data-mood="done">
          <IconCheck size={17} aria-hidden /> {t('handover.done', { count: doneCount })}
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconArrowBackUp size={15} aria-hidden />}
            loading={busy}
            onClick={() => void work.undo().catch(() => undefined)}
          >
            {t('handover.undo')}
          </Button>
        </p>
      )}
      {refused.length > 0 && (
        <>
          <p data-mood="refused">
            <IconAlertTriangle size={17} aria-hidden /> {t('handover.refused', { count: refused.length })}
          </p>
          <ul>
            {refused.map(({ before, detail }) => (
              <li key={before.id}>
                <span className="num">{before.number}</span> {before.title}: {detail}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
