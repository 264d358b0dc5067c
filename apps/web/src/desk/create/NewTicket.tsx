import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { http } from '../../shared/api/http';
import { ApiProblem } from '../../shared/api/problem';
import { queries } from '../data/queries';
import type { Ticket } from '../data/types';
import { useTexts } from '../texts';
import { Choices } from '../ticket/dialogs/Choices';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './create.module.css';
import { DeviceField } from './DeviceField';
import { PersonField } from './PersonField';
import { PriorityQuestions } from './PriorityQuestions';
import { SubmittedField } from './SubmittedField';
import { bodyOf, isComplete, sources, useNewTicketForm, type NewTicketForm } from './new-ticket-form';

function fieldError(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  return error.errors.find((problem) => problem.pointer === `/${field}`)?.detail;
}

function useCreate(onClose: () => void, clear: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { t } = useTexts();
  return useMutation({
    mutationFn: (body: Record<string, unknown>) => http.post<Ticket>('/incidents', body),
    onSuccess: (ticket) => {
      client.setQueryData(['ticket', ticket.number], ticket);
      void client.invalidateQueries({ queryKey: ['counts'] });
      void client.invalidateQueries({ queryKey: ['tickets'] });
      notifications.show({ message: t('new.done', { number: ticket.number }), autoClose: 4000, withBorder: true });
      clear();
      onClose();
      void navigate({ to: '/desk/tickets/$number', params: { number: ticket.number }, search: { view: 'all' } });
    },
  });
}

function What({ form, error }: { form: NewTicketForm; error: Error | null }) {
  const { t } = useTexts();
  const { fields, set } = form;
  const { data: services = [] } = useQuery(queries.services(fields.person?.institution.id));
  return (
    <>
      <TextInput
        label={t('new.title')}
        required
        value={fields.title}
        error={fieldError(error, 'title')}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('new.description')}
        required
        autosize
        minRows={3}
        maxRows={8}
        value={fields.description}
        error={fieldError(error, 'description')}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <Select
        label={t('new.service')}
        placeholder={t('new.servicePlaceholder')}
        data={services.map((service) => ({ value: service.id, label: service.name }))}
        value={fields.serviceId}
        onChange={(serviceId) => set({ serviceId })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
        nothingFoundMessage={t('desk.nothingFound')}
      />
      <DeviceField personId={fields.person?.id ?? ''} value={fields.deviceId} onChange={(deviceId) => set({ deviceId })} />
    </>
  );
}

/** A ticket for somebody who calls, writes or stands at the desk. What was typed survives closing and reloading. */
export function NewTicket({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const form = useNewTicketForm();
  const create = useCreate(onClose, form.clear);
  const ready = isComplete(form.fields);
  const submit = (): void => {
    if (ready && !create.isPending) create.mutate(bodyOf(form.fields));
  };
  return (
    <Modal opened onClose={onClose} title={t('desk.new')} size={620} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className={c.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      >
        <PersonField value={form.fields.person} onChange={(person) => form.set({ person, serviceId: null, deviceId: null })} />
        <Choices
          label={t('new.source')}
          layout="chips"
          choices={sources.map((source) => ({ value: source, text: t(`source.${source}`) }))}
          value={form.fields.source}
          onChange={(source) => form.set({ source: source as (typeof sources)[number] })}
        />
        <What form={form} error={create.error} />
        <PriorityQuestions form={form} />
        <SubmittedField form={form} />
        {create.error && <ProblemNote error={create.error} />}
        <div className={c.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" loading={create.isPending} disabled={!ready}>
            {t('new.submit')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
