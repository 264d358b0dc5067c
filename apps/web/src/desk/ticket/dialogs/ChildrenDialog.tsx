import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../../shared/api/api';
import type { components } from '../../../shared/api-schema';
import { useReferenceChoices } from '../../data/reference-words';
import type { Ticket } from '../../data/types';
import { useTexts } from '../../texts';
import { ActionDialog } from './ActionDialog';
import { Choices } from './Choices';
import c from './dialogs.module.css';

type Outcome = components['schemas']['ChildOutcomeResponse'];

interface Said {
  kind: 'reply' | 'resolve';
  text: string;
  code: string | null;
  breachReason: string;
}

/** Answers how many were done, and the children that refused. */
async function answer(id: string, { kind, text, code, breachReason }: Said): Promise<{ done: number; refused: Outcome[] }> {
  const params = { path: { id } };
  if (kind === 'reply') {
    const { items } = await bodyOf(api.POST('/api/v1/tickets/{id}/children/replies', { params, body: { body: text } }));
    return { done: items.length, refused: [] };
  }
  const body = { code: code ?? 'fixed', text, ...(breachReason ? { breachReason } : {}) };
  const { items } = await bodyOf(api.POST('/api/v1/incidents/{id}/children/resolution', { params, body }));
  return { done: items.filter(({ done }) => done).length, refused: items.filter(({ done }) => !done) };
}

function useAnswer(ticket: Ticket, onClose: () => void) {
  const client = useQueryClient();
  const { t } = useTexts();
  return useMutation({
    mutationFn: (said: Said) => answer(ticket.id, said),
    onSuccess: async ({ done, refused }, { kind }) => {
      const message = t(kind === 'reply' ? 'children.replied' : 'children.resolved', { count: done });
      notifications.show({ message, autoClose: 4000, withBorder: true, closeButtonProps: { 'aria-label': t('action.close') } });
      if (refused.length === 0) onClose();
      await Promise.all(
        [['changes', 'links'], ['tickets'], ['ticket'], ['counts']].map((queryKey) => client.invalidateQueries({ queryKey })),
      );
    },
  });
}

function Refused({ outcomes }: { outcomes: readonly Outcome[] }) {
  const { t } = useTexts();
  if (outcomes.length === 0) return null;
  return (
    <div role="alert" className={c.refused}>
      <b>{t('children.refused')}</b>
      <ul>
        {outcomes.map(({ ticket, detail }) => (
          <li key={ticket.id}>
            <span className="num">{ticket.number}</span> {detail}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One answer to all open children: a reply, or their resolution. The text that resolved this ticket is offered for it. */
export function ChildrenDialog({ ticket, count, onClose }: { ticket: Ticket; count: number; onClose: () => void }) {
  const { t } = useTexts();
  const [kind, setKind] = useState<Said['kind']>(ticket.resolution ? 'resolve' : 'reply');
  const [text, setText] = useState(ticket.resolution?.text ?? '');
  const codes = useReferenceChoices('resolution_code');
  const [code, setCode] = useState<string | null>(ticket.resolution?.code ?? null);
  const [breachReason, setBreachReason] = useState('');
  const all = useAnswer(ticket, onClose);
  const resolves = kind === 'resolve';
  return (
    <ActionDialog
      ticket={ticket}
      title={t('children.title', { count })}
      submit={t(resolves ? 'children.resolve' : 'children.reply')}
      ready={text.trim() !== '' && (!resolves || code !== null)}
      busy={all.isPending}
      error={all.error}
      onSubmit={() => all.mutate({ kind, text: text.trim(), code, breachReason: breachReason.trim() })}
      onClose={onClose}
    >
      <Choices
        label={t('children.what')}
        choices={(['reply', 'resolve'] as const).map((value) => ({ value, text: t(`children.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(value as Said['kind'])}
      />
      <Textarea
        label={t('children.text')}
        description={t('children.textHint')}
        autosize
        minRows={3}
        maxRows={10}
        required
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {resolves && (
        <>
          <Choices label={t('resolve.code')} layout="chips" choices={codes} value={code} onChange={setCode} />
          <Textarea
            label={t('resolve.breachReason')}
            description={t('children.breachHint')}
            autosize
            minRows={1}
            value={breachReason}
            onChange={(event) => setBreachReason(event.currentTarget.value)}
          />
        </>
      )}
      <Refused outcomes={all.data?.refused ?? []} />
    </ActionDialog>
  );
}
