import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { inRiga } from '../../../shared/format/riga-time';
import type { HoldReason, Ticket } from '../../data/types';
import { useNow } from '../../now';
import { useReferenceChoices } from '../../data/reference-words';
import { useTexts } from '../../texts';
import { useDraft } from '../drafts';
import { useChange } from '../use-change';
import { rigaMorning } from '../riga-morning';
import { ActionDialog } from './ActionDialog';
import { Choices } from './Choices';

const DAY_MS = 86_400_000;

interface Fields {
  reason: HoldReason;
  question: string;
  until: string;
  agreed: boolean;
}

function bodyOf({ reason, question, until, agreed }: Fields): Record<string, unknown> {
  if (reason === 'awaiting_requester') return { reason, question: question.trim() };
  const when = until ? { until: rigaMorning(until) } : {};
  return reason === 'agreed_date' ? { reason, ...when, requesterAgreed: agreed } : { reason, ...when };
}

function isReady(reason: HoldReason | null, question: string, until: string, agreed: boolean): reason is HoldReason {
  if (reason === 'awaiting_requester') return question.trim() !== '';
  if (reason === 'agreed_date') return until !== '' && agreed;
  return reason !== null;
}

/** Puts on hold. Each reason says whether the clock stops (DOMAIN 4.3(3)); waiting for the requester needs a question that he sees. */
export function HoldDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTexts();
  const tomorrow = inRiga(useNow() + DAY_MS).date;
  const reasons = useReferenceChoices('hold_reason');
  const [reason, setReason] = useState<HoldReason | null>(null);
  const [question, setQuestion] = useDraft(`${ticket.id}:question`);
  const [until, setUntil] = useState('');
  const [agreed, setAgreed] = useState(false);
  const change = useChange(ticket);
  const submit = (): void => {
    if (!reason) return;
    change.mutate(
      { verb: 'hold', body: bodyOf({ reason, question, until, agreed }), done: 'done.held' },
      { onSuccess: () => (setQuestion(''), onClose()) },
    );
  };
  const ready = isReady(reason, question, until, agreed);
  const title = t('action.hold');
  return (
    <ActionDialog
      ticket={ticket}
      title={title}
      submit={title}
      ready={ready}
      busy={change.isPending}
      error={change.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Choices first label={t('hold.reason')} choices={reasons} value={reason} onChange={(value) => setReason(value as HoldReason)} />
      {reason === 'awaiting_requester' && (
        <Textarea
          label={t('hold.question')}
          description={t('hold.questionHint')}
          autosize
          minRows={2}
          required
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
      )}
      {reason !== null && reason !== 'awaiting_requester' && (
        <TextInput
          type="date"
          label={t('hold.until')}
          min={tomorrow}
          required={reason === 'agreed_date'}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      )}
      {reason === 'agreed_date' && (
        <Checkbox label={t('hold.agreed')} checked={agreed} onChange={(event) => setAgreed(event.currentTarget.checked)} />
      )}
    </ActionDialog>
  );
}
