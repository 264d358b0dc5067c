import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { http } from '../../shared/api/http';
import { ApiProblem } from '../../shared/api/problem';
import { queries } from '../data/queries';
import type { Ticket } from '../data/types';
import { KnownErrorsTyped } from '../problems/KnownErrors';
import { SimilarTyped } from '../search/SimilarTickets';
import { useTexts } from '../texts';
import { CategoryField } from '../ticket/CategoryField';
import { Choices } from '../ticket/dialogs/Choices';
import { ProblemNote } from '../ticket/ProblemNote';
import callerCss from './caller.module.css';
import { CallerPanel } from './CallerPanel';
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
  const { data: groups = [] } = useQuery(queries.groups());
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
      <CategoryField
        placeholder={t('category.ifKnown')}
        value={fields.category}
        error={fieldError(error, 'category')}
        onChange={(category) => set({ category })}
      />
      <DeviceField personId={fields.person?.id ?? ''} value={fields.deviceId} onChange={(deviceId) => set({ deviceId })} />
      <Select
        label={t('routing.create.group')}
        placeholder={t('routing.create.groupNone')}
        data={groups.map((group) => ({ value: group.id, label: group.name }))}
        value={fields.groupId}
        error={fieldError(error, 'groupId')}
        onChange={(groupId) => set({ groupId })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
        nothingFoundMessage={t('desk.nothingFound')}
      />
    </>
  );
}

/** A ticket for somebody who calls, writes or stands at the desk. What was typed survives closing and reloading. */
export function NewTicket({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const form = useNewTicketForm();
  const create = useCreate(onClose, form.clear);
  const { person, deviceId } = form.fields;
  const ready = isComplete(form.fields);
  const submit = (): void => {
    if (ready && !create.isPending) create.mutate(bodyOf(form.fields));
  };
  return (
    <Modal opened onClose={onClose} title={t('desk.new')} size={person ? 1040 : 620} closeButtonProps={{ 'aria-label': t('action.close') }}>
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
        <PersonField value={person} onChange={(found) => form.set({ person: found, serviceId: null, deviceId: null })} />
        <div className={person ? callerCss.split : undefined}>
          {person && (
            <div className={c.beside}>
              <CallerPanel person={person} deviceId={deviceId} onDevice={(id) => form.set({ deviceId: id })} onOpen={onClose} />
            </div>
          )}
          <div className={c.form}>
            <Choices
              label={t('new.source')}
              layout="chips"
              choices={sources.map((source) => ({ value: source, text: t(`source.${source}`) }))}
              value={form.fields.source}
              onChange={(source) => form.set({ source: source as (typeof sources)[number] })}
            />
            <What form={form} error={create.error} />
            <KnownErrorsTyped words={`${form.fields.title} ${form.fields.description}`} serviceId={form.fields.serviceId} />
            <SimilarTyped title={form.fields.title} serviceId={form.fields.serviceId} />
            <PriorityQuestions form={form} />
            <SubmittedField form={form} />
          </div>
        </div>
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
