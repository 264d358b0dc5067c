import { Button } from '@mantine/core';
import { IconAlertTriangleFilled, IconCheck, IconClock, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import type { ChangeAction } from '../change-actions';
import document from '../document.module.css';
import form from '../form.module.css';
import parts from '../parts.module.css';
import { AnswerConcurrenceDialog } from '../dialogs/AnswerConcurrenceDialog';
import type { Change, ChangeConcurrence } from '../types';

const noon = (day: string): string => `${day}T12:00:00Z`;

function Standing({ concurrence }: { concurrence: ChangeConcurrence }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const { answeredOn, granted, dueOn, overdue } = concurrence;
  if (answeredOn) {
    const Sign = granted ? IconCheck : IconX;
    return (
      <span className={`${parts.word} num`} data-state={granted ? 'approved' : 'rejected'}>
        <Sign size={14} stroke={2.4} aria-hidden />
        {t(granted ? 'change.concurrence.granted' : 'change.concurrence.refused', { day: date(noon(answeredOn)) })}
      </span>
    );
  }
  const Sign = overdue ? IconAlertTriangleFilled : IconClock;
  return (
    <span className={`${parts.word} num`} data-state={overdue ? 'rejected' : 'pending'}>
      <Sign size={14} aria-hidden />
      {t(overdue ? 'change.concurrence.overdue' : 'change.concurrence.due', { day: date(noon(dueOn)) })}
    </span>
  );
}

/** What bodies outside the Centre are asked and have answered (DOMAIN A17). */
export function Concurrences({ change, act }: { change: Change; act: (action: ChangeAction) => void }) {
  const { t } = useTexts();
  const [answering, setAnswering] = useState<ChangeConcurrence | null>(null);
  const { concurrences, abilities } = change;
  if (concurrences.length === 0 && !abilities.askConcurrence) return null;
  return (
    <div className={document.linked}>
      <h3>{t('change.concurrence.title')}</h3>
      {concurrences.length === 0 && <p className={document.quiet}>{t('change.concurrence.none')}</p>}
      <ul>
        {concurrences.map((concurrence) => (
          <li key={concurrence.id}>
            <span>
              <b>{concurrence.body}</b>
              {[concurrence.document, concurrence.note].filter(Boolean).map((text) => (
                <small key={text}>{text}</small>
              ))}
            </span>
            <Standing concurrence={concurrence} />
            {!concurrence.answeredOn && abilities.askConcurrence && (
              <Button size="compact-sm" variant="default" onClick={() => setAnswering(concurrence)}>
                {t('change.concurrence.answer')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {abilities.askConcurrence && (
        <Button
          size="compact-sm"
          variant="subtle"
          className={form.add}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => act('concurrence')}
        >
          {t('change.concurrence.add')}
        </Button>
      )}
      {answering && <AnswerConcurrenceDialog change={change} concurrence={answering} onClose={() => setAnswering(null)} />}
    </div>
  );
}
