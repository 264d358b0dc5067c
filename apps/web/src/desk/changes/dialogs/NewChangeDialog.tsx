import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../../shared/api/problem';
import { http } from '../../../shared/api/http';
import type { components } from '../../../shared/api-schema';
import { queries } from '../../data/queries';
import { useTexts } from '../../texts';
import { Choices } from '../../ticket/dialogs/Choices';
import { ProblemNote, type TicketName } from '../../ticket/ProblemNote';
import c from '../form.module.css';
import { changeQueries } from '../change-queries';
import { changeKinds, type Change, type ChangeKind } from '../types';

interface Fields {
  kind: ChangeKind | null;
  title: string;
  description: string;
  serviceId: string | null;
  groupId: string | null;
  templateId: string | null;
}

interface Props {
  /** The incident because of which it is raised; it stays linked. */
  incident?: TicketName & { service: { id: string } | null };
  onClose: () => void;
  onMade: (change: Change) => void;
}

function useMake(incident: Props['incident'], onMade: Props['onMade']) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Record<string, unknown>) => http.post<Change>(incident ? `/tickets/${incident.id}/change` : '/changes', body),
    onSuccess: (change) => {
      client.setQueryData(['changes', 'one', change.number], change);
      void client.invalidateQueries({ queryKey: ['changes'] });
      onMade(change);
    },
  });
}

type Template = components['schemas']['TemplateVersionResponse'] & { id: string };

/** What a template brings along; its words can still be changed. */
const fieldsOf = ({ id, name, description, service, group }: Template): Partial<Fields> => ({
  ...{ templateId: id, title: name, serviceId: service?.id ?? null, groupId: group?.id ?? null },
  ...(description ? { description } : {}),
});

/** Which active template the standard change follows. */
function TemplateField({ value, onChoose }: { value: string | null; onChoose: (template: Template) => void }) {
  const { t } = useTexts();
  const { data } = useQuery(changeQueries.templates());
  const active = (data ?? []).filter(({ state }) => state === 'active').map(({ id, current }): Template => ({ ...current, id }));
  return (
    <Select
      label={t('change.new.template')}
      required
      placeholder={data && active.length === 0 ? t('change.new.noTemplates') : undefined}
      data={active.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={(id) => {
        const found = active.find((template) => template.id === id);
        if (found) onChoose(found);
      }}
      allowDeselect={false}
      searchable
      nothingFoundMessage={t('desk.nothingFound')}
    />
  );
}

function What({
  fields,
  set,
  fault,
}: {
  fields: Fields;
  set: (part: Partial<Fields>) => void;
  fault: (field: string) => string | undefined;
}) {
  const { t } = useTexts();
  const { data: services = [] } = useQuery(queries.services());
  const { data: groups = [] } = useQuery(queries.groups());
  const choice = (label: string, field: 'serviceId' | 'groupId', items: readonly { id: string; name: string }[]) => (
    <Select
      label={label}
      data={items.map(({ id, name }) => ({ value: id, label: name }))}
      value={fields[field]}
      onChange={(id) => set({ [field]: id })}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
      nothingFoundMessage={t('desk.nothingFound')}
    />
  );
  return (
    <>
      <TextInput
        label={t('change.field.title')}
        required
        maxLength={200}
        value={fields.title}
        error={fault('title')}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('change.field.description')}
        description={t('change.field.descriptionHint')}
        required
        autosize
        minRows={3}
        maxRows={9}
        value={fields.description}
        error={fault('description')}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <div className={c.pair}>
        {choice(t('change.field.service'), 'serviceId', services)}
        {choice(t('change.field.group'), 'groupId', groups)}
      </div>
    </>
  );
}

/** A draft in a few words; the rest is written on its page. */
export function NewChangeDialog({ incident, onClose, onMade }: Props) {
  const { t } = useTexts();
  const [fields, setFields] = useState<Fields>({
    kind: null,
    title: incident?.title ?? '',
    description: '',
    serviceId: incident?.service?.id ?? null,
    groupId: null,
    templateId: null,
  });
  const set = (part: Partial<Fields>): void => setFields((old) => ({ ...old, ...part }));
  const make = useMake(incident, onMade);
  const problems = make.error instanceof ApiProblem ? make.error.errors : [];
  const fault = (field: string): string | undefined => problems.find(({ pointer }) => pointer === `/${field}`)?.detail;
  const { kind, title, description, serviceId, groupId, templateId } = fields;
  const chosenWay = kind === 'standard' ? templateId !== null : kind !== null;
  const ready = chosenWay && title.trim() !== '' && description.trim() !== '';
  const submit = (): void => {
    if (!ready || make.isPending) return;
    const template = kind === 'standard' && templateId ? { templateId } : {};
    const chosen = { ...(serviceId ? { serviceId } : {}), ...(groupId ? { groupId } : {}), ...template };
    make.mutate({ kind, title: title.trim(), description: description.trim(), ...chosen });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={incident ? t('change.new.fromIncident', { number: incident.number }) : t('change.new.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className={c.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Choices
          first
          label={t('change.new.kind')}
          choices={changeKinds.map((value) => ({
            value,
            text: t(`change.kindLong.${value}`),
            detail: t(`change.new.kind.${value}`),
          }))}
          value={kind}
          onChange={(value) => set({ kind: value as ChangeKind })}
        />
        {kind === 'standard' && <TemplateField value={templateId} onChoose={(found) => set(fieldsOf(found))} />}
        <What fields={fields} set={set} fault={fault} />
        {make.error && <ProblemNote error={make.error} />}
        <div className={c.dialogFoot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" loading={make.isPending} disabled={!ready}>
            {t('change.new.submit')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
