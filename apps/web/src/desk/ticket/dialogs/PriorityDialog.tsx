import { Checkbox, TextInput } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { PriorityReason, Ticket } from '../../data/types';
import { PriorityBars } from '../../marks/PriorityBars';
import { useTexts } from '../../texts';
import { useChange } from '../use-change';
import { ActionDialog } from './ActionDialog';
import { Choices } from './Choices';
import c from './dialogs.module.css';
import { priorityOf } from '../priority';

const reasons: PriorityReason[] = ['new_information', 'wrong_registration', 'requester_upgrade'];
const levels = [1, 2, 3] as const;

/** Who is hit and whether work stops give the priority (DOMAIN 4.1); the dialog shows what comes of it before it is saved. What the number
 * of people affected proposes is filled in. */
export function PriorityDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTexts();
  const [impact, setImpact] = useState<number>(ticket.proposedPriority?.impact ?? ticket.impact);
  const [urgency, setUrgency] = useState<number>(ticket.urgency);
  const [reason, setReason] = useState<string | null>(ticket.proposedPriority ? 'new_information' : null);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const change = useChange(ticket);
  const next = priorityOf(impact, urgency);
  const changed = impact !== ticket.impact || urgency !== ticket.urgency;
  const relaxing = next > ticket.priority;
  const submit = (): void => {
    const body = { impact, urgency, reason, ...(note.trim() ? { note: note.trim() } : {}), ...(relaxing ? { requesterAsked: asked } : {}) };
    change.mutate({ verb: 'priority', body, done: 'done.priority' }, { onSuccess: onClose });
  };
  const title = t('action.priority');
  return (
    <ActionDialog
      ticket={ticket}
      title={title}
      submit={title}
      ready={changed && reason !== null}
      busy={change.isPending}
      error={change.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className={c.pair}>
        <Choices
          first
          label={t('fact.impact')}
          choices={levels.map((level) => ({ value: String(level), text: t(`impact.${level}`) }))}
          value={String(impact)}
          onChange={(value) => setImpact(Number(value))}
        />
        <Choices
          label={t('fact.urgency')}
          choices={levels.map((level) => ({ value: String(level), text: t(`urgency.${level}`) }))}
          value={String(urgency)}
          onChange={(value) => setUrgency(Number(value))}
        />
      </div>
      <p className={c.outcome} aria-live="polite">
        <PriorityBars priority={ticket.priority} /> P{ticket.priority}
        <IconArrowRight size={15} aria-hidden />
        <PriorityBars priority={next} /> <b>P{next}</b>
        <span>{t(next < ticket.priority ? 'priority.raised' : relaxing ? 'priority.lowered' : 'priority.same')}</span>
      </p>
      <Choices
        label={t('priority.reason')}
        layout="chips"
        choices={reasons.map((value) => ({ value, text: t(`priority.reason.${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      {relaxing && (
        <Checkbox
          label={t('priority.asked')}
          description={t('priority.askedHint')}
          checked={asked}
          onChange={(event) => setAsked(event.currentTarget.checked)}
        />
      )}
      <TextInput label={t('priority.note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </ActionDialog>
  );
}
