import { useState } from 'react';
import { millis } from '../../../shared/format/riga-time';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import c from '../parts.module.css';
import type { Change } from '../types';
import { useWindowWords } from '../use-window-words';
import { PlanForm } from './PlanForm';
import { Missing, SectionFrame } from './SectionFrame';

const MINUTE_MS = 60_000;

/** The steps with their times: of the day where the window is known, else from its beginning. */
function PlanTable({ change }: { change: Change }) {
  const { t } = useTexts();
  const { timeOfDay } = useFormat();
  const { plan, window } = change;
  const time = (offset: number | null): string => {
    if (offset === null) return '';
    return window ? timeOfDay(millis(window.from) + offset * MINUTE_MS) : t('change.plan.after', { minutes: String(offset) });
  };
  const timed = plan.some(({ offsetMinutes }) => offsetMinutes !== null);
  return (
    <table className={c.plan}>
      <thead className={c.hidden}>
        <tr>
          <th scope="col">{t('change.plan.time')}</th>
          <th scope="col">{t('change.plan.what')}</th>
          <th scope="col">{t('change.plan.who')}</th>
        </tr>
      </thead>
      <tbody>
        {plan.map(({ text, offsetMinutes, who }, index) => (
          <tr key={index}>
            <td className="num">{timed ? time(offsetMinutes) : `${index + 1}.`}</td>
            <td>{text}</td>
            <td>{who}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is done when and by whom. */
export function PlanSection({ change }: { change: Change }) {
  const { t } = useTexts();
  const { range } = useWindowWords();
  const [editing, setEditing] = useState(false);
  const { window, plan, abilities } = change;
  return (
    <SectionFrame
      name="plan"
      aside={window ? range(window) : null}
      onEdit={abilities.edit && !editing ? () => setEditing(true) : undefined}
    >
      {editing ? (
        <PlanForm change={change} onClose={() => setEditing(false)} />
      ) : plan.length > 0 ? (
        <PlanTable change={change} />
      ) : (
        <Missing>{t('change.plan.none')}</Missing>
      )}
    </SectionFrame>
  );
}
