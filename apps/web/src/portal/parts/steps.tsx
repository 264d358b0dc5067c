import { IconCheck } from '@tabler/icons-react';
import type { ClockExplanation, Ticket } from '../../shared/api/api-types';
import { dayMonth, dayTime, timeOfDay } from '../../shared/format/dates';
import { inRiga, millis } from '../../shared/format/riga-time';
import { type PortalTexts, useTexts } from '../texts';
import css from './answer.module.css';

interface Step {
  name: string;
  when: string;
  state: 'past' | 'present' | 'future';
  late?: boolean;
}

interface Given {
  ticket: Ticket;
  response: ClockExplanation | null;
  resolution: ClockExplanation | null;
  now: number;
}

/** "16.11. 14:35, solīts līdz 16:00": the promise is named with its day only when that is another one. */
function acceptance({ response }: Given, { t, locale }: PortalTexts): string {
  if (!response?.stoppedAt) return '';
  const at = dayTime(response.stoppedAt, locale);
  if (!response.dueAt) return at;
  const sameDay = inRiga(response.dueAt).date === inRiga(response.stoppedAt).date;
  const promised = sameDay ? timeOfDay(response.dueAt) : dayTime(response.dueAt, locale);
  return t('steps.promised', { at, promised });
}

function stepsOf(given: Given, texts: PortalTexts): Step[] {
  const { ticket, response, resolution, now } = given;
  const { t, locale } = texts;
  const received: Step = { name: t('steps.received'), when: dayTime(ticket.submittedAt, locale), state: 'past' };
  const over = ticket.state === 'resolved' || ticket.state === 'closed';
  const started = response?.stoppedAt != null || ['in_progress', 'on_hold'].includes(ticket.state) || over;
  const answerDue = response?.dueAt ?? null;
  const accepted: Step = started
    ? { name: t('steps.accepted'), when: acceptance(given, texts), state: 'past' }
    : {
        name: t('steps.answer'),
        when: answerDue ? t('steps.until', { when: dayTime(answerDue, locale) }) : t('steps.now'),
        state: 'present',
        late: answerDue !== null && millis(answerDue) < now,
      };
  const held = ticket.state === 'on_hold' && resolution?.state === 'paused';
  const solving: Step = {
    name: t(held ? 'steps.paused' : 'steps.solving'),
    when: over
      ? ''
      : started
        ? t(held ? 'steps.sincePause' : 'steps.now', { when: ticket.hold ? dayMonth(ticket.hold.since, locale) : '' })
        : '',
    state: over ? 'past' : started ? 'present' : 'future',
  };
  const due = resolution?.dueAt ?? null;
  const solved: Step = over
    ? { name: t('steps.solved'), when: dayTime(ticket.resolvedAt ?? ticket.updatedAt, locale), state: 'past' }
    : {
        name: t('steps.solved'),
        when: due && resolution?.state === 'running' ? t('steps.until', { when: dayTime(due, locale) }) : '',
        state: 'future',
        late: due !== null && millis(due) < now,
      };
  return [received, accepted, solving, solved];
}

/** The way of a ticket in four steps, where it is now and what is promised. */
export function Steps(given: Given) {
  const texts = useTexts();
  return (
    <ol className={css.steps} aria-label={texts.t('steps.label')}>
      {stepsOf(given, texts).map((step) => (
        <li key={step.name} className={css[step.state]} aria-current={step.state === 'present' ? 'step' : undefined}>
          <i aria-hidden>{step.state === 'past' && <IconCheck size={11} stroke={3.5} />}</i>
          <b>{step.name}</b>
          {step.when && <span className={step.late ? css.slipped : undefined}>{step.when}</span>}
        </li>
      ))}
    </ol>
  );
}
