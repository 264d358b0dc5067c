import { IconAlertTriangleFilled, IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import document from '../document.module.css';
import parts from '../parts.module.css';
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
export function Concurrences({ change }: { change: Change }) {
  const { t } = useTexts();
  const { concurrences } = change;
  if (concurrences.length === 0) return null;
  return (
    <div className={document.linked}>
      <h3>{t('change.concurrence.title')}</h3>
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
          </li>
        ))}
      </ul>
    </div>
  );
}
