import { Button, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { PersonField } from '../create/PersonField';
import { queries } from '../data/queries';
import type { FoundPerson } from '../data/types';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import c from './inbound.module.css';
import type { InboundMailDetail } from './inbound-queries';

interface Props {
  mail: InboundMailDetail;
  onClose: () => void;
}

/** Does something about a mail, tells that it is done, and reads the lists again. */
function useDecision<Input>(done: (input: Input) => Promise<string>, onClose: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: done,
    onSuccess: async (message) => {
      notifications.show({ message });
      onClose();
      await Promise.all(['inbound', 'inbound-mail', 'mail-in'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
}

/** A ticket of a mail, for the person whom the agent has recognised; whoever has the sender's address is proposed. */
function TicketDialog({ mail, onClose }: Props) {
  const { t } = useTexts();
  const { data: known = [] } = useQuery({ ...queries.people(mail.from ?? ''), enabled: mail.from !== null });
  const [chosen, setChosen] = useState<FoundPerson | null | undefined>(undefined);
  const [title, setTitle] = useState(mail.subject.replace(/^(re|fw|fwd|atb)\s*:\s*/i, ''));
  const proposed = known.find(({ email }) => email?.toLowerCase() === mail.from) ?? null;
  const person = chosen === undefined ? proposed : chosen;
  const { id } = mail;
  const take = useDecision(async (requesterId: string) => {
    const path = { id };
    const body = { requesterId, ...(title.trim() ? { title: title.trim() } : {}) };
    const made = await bodyOf(api.POST('/api/v1/mail-log/{id}/ticket', { params: { path }, body }));
    return t('inbound.done.ticket', { number: made.number });
  }, onClose);
  return (
    <FormDialog
      title={t('inbound.act.ticket')}
      submit={t('inbound.act.ticket')}
      ready={person !== null}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => person && take.mutate(person.id)}
      onClose={onClose}
    >
      <p className={c.hint}>{t('inbound.ticketHint')}</p>
      <PersonField label={t('inbound.requester')} value={person} onChange={setChosen} />
      <TextInput label={t('inbound.ticketTitle')} maxLength={200} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
    </FormDialog>
  );
}

/** The mail as a note with a ticket that is there already. */
function NoteDialog({ mail, onClose }: Props) {
  const { t } = useTexts();
  const [number, setNumber] = useState(mail.ticket?.number ?? '');
  const { id } = mail;
  const take = useDecision(async (ticket: string) => {
    await bodyOf(api.POST('/api/v1/mail-log/{id}/note', { params: { path: { id } }, body: { ticket } }));
    return t('inbound.done.note', { number: ticket });
  }, onClose);
  return (
    <FormDialog
      title={t('inbound.act.note')}
      submit={t('inbound.act.note')}
      ready={number.trim() !== ''}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(number.trim().toUpperCase())}
      onClose={onClose}
    >
      <p className={c.hint}>{t('inbound.noteHint')}</p>
      <TextInput
        label={t('inbound.ticketNumber')}
        required
        data-autofocus
        placeholder="INC-2026-000123"
        maxLength={40}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

function DiscardDialog({ mail, onClose }: Props) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const { id } = mail;
  const take = useDecision(async (why: string) => {
    await bodyOf(api.POST('/api/v1/mail-log/{id}/discard', { params: { path: { id } }, body: { reason: why } }));
    return t('inbound.done.discard');
  }, onClose);
  return (
    <FormDialog
      title={t('inbound.act.discard')}
      submit={t('inbound.act.discard')}
      ready={reason.trim() !== ''}
      busy={take.isPending}
      error={take.error}
      grave
      onSubmit={() => take.mutate(reason.trim())}
      onClose={onClose}
    >
      <p className={c.hint}>{t('inbound.discardHint')}</p>
      <Textarea
        label={t('inbound.reason')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

const DIALOGS = { ticket: TicketDialog, note: NoteDialog, discard: DiscardDialog } as const;

/** What an agent may do about a mail that waits. */
export function MailDecision({ mail }: { mail: InboundMailDetail }) {
  const { t } = useTexts();
  const [open, setOpen] = useState<keyof typeof DIALOGS | null>(null);
  const Dialog = open && DIALOGS[open];
  return (
    <div className={c.actions}>
      <Button size="xs" onClick={() => setOpen('ticket')}>
        {t('inbound.act.ticket')}
      </Button>
      <Button size="xs" variant="default" onClick={() => setOpen('note')}>
        {t('inbound.act.note')}
      </Button>
      <Button size="xs" variant="default" onClick={() => setOpen('discard')}>
        {t('inbound.act.discard')}
      </Button>
      {Dialog && <Dialog mail={mail} onClose={() => setOpen(null)} />}
    </div>
  );
}
