import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Ticket } from '../../data/types';
import { clockMood } from '../../marks/clock-mood';
import { useNow } from '../../now';
import { useReferenceChoices } from '../../data/reference-words';
import { useTexts } from '../../texts';
import { CategoryField } from '../CategoryField';
import { AnswerMenu } from '../composer/AnswerMenu';
import { openPlaces } from '../composer/open-places';
import { useDraft } from '../drafts';
import { useChange } from '../use-change';
import { ActionDialog } from './ActionDialog';
import { Choices } from './Choices';

/** A late resolution needs a reason (DOMAIN 4.5). */
function useIsLate(ticket: Ticket): boolean {
  const now = useNow();
  return ticket.clocks.some((clock) => clock.kind === 'resolution' && clock.state !== 'cancelled' && clockMood(clock, now) === 'breach');
}

/** Resolves; a ticket that nobody has accepted is accepted in the same step. */
export function ResolveDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTexts();
  const late = useIsLate(ticket);
  const accept = !ticket.abilities.resolve;
  const codes = useReferenceChoices('resolution_code');
  const [code, setCode] = useState<string | null>(null);
  const [category, setCategory] = useState<string | null>(ticket.category);
  const [text, setText] = useDraft(`${ticket.id}:resolution`);
  const [breachReason, setBreachReason] = useDraft(`${ticket.id}:breach`);
  const change = useChange(ticket);
  const submit = (): void => {
    const body = {
      ...{ code, text: text.trim() },
      ...(late ? { breachReason: breachReason.trim() } : {}),
      ...(category && category !== ticket.category ? { category } : {}),
      ...(accept ? { accept: true } : {}),
    };
    const done = (): void => {
      setText('');
      setBreachReason('');
      onClose();
    };
    change.mutate({ verb: 'resolution', body, done: 'done.resolved' }, { onSuccess: done });
  };
  const places = openPlaces(text);
  const title = t(accept ? 'action.acceptResolve' : 'action.resolve');
  const ready = code !== null && text.trim() !== '' && (!late || breachReason.trim() !== '');
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
      <Textarea
        label={t('resolve.text')}
        description={t('resolve.textHint')}
        autosize
        minRows={3}
        maxRows={10}
        data-autofocus
        required
        error={places.length > 0 && t('composer.openPlaces', { names: places.join(', ') })}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <AnswerMenu
        ticket={ticket}
        resolutionCode={code ?? undefined}
        onPick={(words) => setText(text.trim() ? `${text.trimEnd()}\n\n${words}` : words)}
      />
      <Choices label={t('resolve.code')} layout="chips" choices={codes} value={code} onChange={setCode} />
      {ticket.abilities.categorise && (
        <CategoryField value={category} kept={ticket.category} onChange={setCategory} clearable={ticket.category === null} />
      )}
      {late && (
        <Textarea
          label={t('resolve.breachReason')}
          description={t('resolve.breachHint')}
          autosize
          minRows={2}
          required
          value={breachReason}
          onChange={(event) => setBreachReason(event.currentTarget.value)}
        />
      )}
    </ActionDialog>
  );
}
