import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http } from '../../../shared/api/http';
import c from '../../changes/form.module.css';
import { queries } from '../../data/queries';
import { useTexts } from '../../texts';
import { Choices } from '../../ticket/dialogs/Choices';
import { ProblemNote, type TicketName } from '../../ticket/ProblemNote';
import { origins, type Origin, type Problem } from '../types';
import { changed } from '../use-problem-step';

interface Fields {
  origin: Origin | null;
  originText: string;
  incident: string;
  title: string;
  description: string;
  serviceId: string | null;
  groupId: string | null;
}

interface Props {
  /** The incident from which it is opened; it stays linked. */
  incident?: TicketName & { service: { id: string } | null };
  onClose: () => void;
  onOpened: (problem: Problem) => void;
}

function bodyOf({ origin, originText, incident, title, description, serviceId, groupId }: Fields) {
  return {
    ...{ origin, title: title.trim(), description: description.trim() },
    ...(originText.trim() ? { originText: originText.trim() } : {}),
    ...(origin === 'incidents' ? { incidents: incident.split(/[\s,;]+/).filter(Boolean) } : {}),
    ...(serviceId ? { serviceId } : {}),
    ...(groupId ? { groupId } : {}),
  };
}

function useOpen(onOpened: Props['onOpened']) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fields: Fields) => http.post<Problem>('/problems', bodyOf(fields)),
    onSuccess: async (problem) => {
      await changed(client, problem);
      onOpened(problem);
    },
  });
}

type Part = { fields: Fields; set: (part: Partial<Fields>) => void };

/** What it is opened from: incidents by their numbers, or a trend or reason in words. */
function Ground({ fields, set }: Part) {
  const { t } = useTexts();
  return (
    <>
      <Choices
        first
        label={t('problem.field.origin')}
        layout="chips"
        choices={origins.map((value) => ({ value, text: t(`problem.origin.${value}`) }))}
        value={fields.origin}
        onChange={(value) => set({ origin: value as Origin })}
      />
      {fields.origin === 'incidents' && (
        <TextInput
          label={t('problem.open.incidents')}
          description={t('problem.open.incidentsHint')}
          required
          value={fields.incident}
          onChange={(event) => set({ incident: event.currentTarget.value })}
        />
      )}
      {(fields.origin === 'trend' || fields.origin === 'reason') && (
        <Textarea
          label={t(`problem.open.${fields.origin}`)}
          required
          autosize
          minRows={2}
          value={fields.originText}
          onChange={(event) => set({ originText: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function What({ fields, set }: Part) {
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
        label={t('problem.field.title')}
        required
        maxLength={200}
        value={fields.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('problem.field.description')}
        required
        autosize
        minRows={3}
        maxRows={9}
        value={fields.description}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <div className={c.pair}>
        {choice(t('problem.field.service'), 'serviceId', services)}
        {choice(t('problem.field.group'), 'groupId', groups)}
      </div>
    </>
  );
}

/** Opens a problem: from an incident that is open on the screen, or from the list. */
export function OpenProblemDialog({ incident, onClose, onOpened }: Props) {
  const { t } = useTexts();
  const [fields, setFields] = useState<Fields>({
    origin: incident ? 'incidents' : null,
    originText: '',
    incident: incident?.number ?? '',
    title: incident?.title ?? '',
    description: '',
    serviceId: incident?.service?.id ?? null,
    groupId: null,
  });
  const set = (part: Partial<Fields>): void => setFields((old) => ({ ...old, ...part }));
  const open = useOpen(onOpened);
  const { origin, originText, title, description } = fields;
  const grounded = origin === 'incidents' ? fields.incident.trim() !== '' : origin !== null && originText.trim() !== '';
  const ready = grounded && title.trim() !== '' && description.trim() !== '';
  const submit = (): void => {
    if (ready && !open.isPending) open.mutate(fields);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={incident ? t('problem.open.fromIncident', { number: incident.number }) : t('problems.new')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className={c.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {!incident && <Ground fields={fields} set={set} />}
        <What fields={fields} set={set} />
        {open.error && <ProblemNote error={open.error} />}
        <div className={c.dialogFoot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" loading={open.isPending} disabled={!ready}>
            {t('problem.open.submit')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
