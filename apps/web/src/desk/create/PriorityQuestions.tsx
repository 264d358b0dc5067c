import type { Level } from '../data/types';
import { PriorityBars } from '../marks/PriorityBars';
import { useTexts } from '../texts';
import { Choices } from '../ticket/dialogs/Choices';
import { priorityOf } from '../ticket/priority';
import type { NewTicketForm } from './new-ticket-form';
import c from './create.module.css';

const levels: Level[] = [1, 2, 3];

/** Who is hit, does work stop; nothing is preselected, and the priority shows itself. */
export function PriorityQuestions({ form }: { form: NewTicketForm }) {
  const { t } = useTexts();
  const { impact, urgency } = form.fields;
  const value = (level: Level | null): string | null => (level === null ? null : String(level));
  const level = (text: string): Level => Number(text) as Level;
  const priority = impact && urgency ? priorityOf(impact, urgency) : null;
  return (
    <div className={c.priority}>
      <Choices
        label={t('fact.impact')}
        choices={levels.map((one) => ({ value: String(one), text: t(`impact.${one}`) }))}
        value={value(impact)}
        onChange={(text) => form.set({ impact: level(text) })}
      />
      <Choices
        label={t('fact.urgency')}
        choices={levels.map((one) => ({ value: String(one), text: t(`urgency.${one}`) }))}
        value={value(urgency)}
        onChange={(text) => form.set({ urgency: level(text) })}
      />
      <p aria-live="polite">
        {priority && (
          <>
            <PriorityBars priority={priority} /> {t('desk.priorityMark', { priority: String(priority) })}
          </>
        )}
      </p>
    </div>
  );
}
