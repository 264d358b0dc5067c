import { MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../../data/queries';
import { useTexts } from '../../texts';
import c from '../form.module.css';
import { fundingStates, type Change, type EditChange, type ItemRef } from '../types';
import { ItemsField } from './ItemsField';
import { SectionForm } from './SectionForm';

interface Fields {
  title: string;
  description: string;
  reason: string;
  legalBasis: string;
  costOfNotDoing: string;
  serviceId: string | null;
  serviceIds: string[];
  items: ItemRef[];
  groupId: string | null;
  assigneeId: string | null;
  costEuro: number | '';
  effortHours: number | '';
  funding: Change['funding'];
}

function fieldsOf(change: Change): Fields {
  const { title, description, reason, legalBasis, costOfNotDoing, service, services, items, group, assignee, funding } = change;
  return {
    ...{ title, description, reason: reason ?? '', legalBasis: legalBasis ?? '', costOfNotDoing: costOfNotDoing ?? '' },
    ...{ serviceId: service?.id ?? null, serviceIds: services.map(({ id }) => id).filter((id) => id !== service?.id), items },
    ...{ groupId: group?.id ?? null, assigneeId: assignee?.id ?? null },
    ...{ costEuro: change.costEuro ?? '', effortHours: change.effortHours ?? '', funding },
  };
}

const words = (text: string): string | null => text.trim() || null;
const amount = (value: number | ''): number | null => (value === '' ? null : value);

function bodyOf(fields: Fields): EditChange {
  const { serviceIds, serviceId, items, costEuro, effortHours, funding, groupId, assigneeId } = fields;
  return {
    ...{ title: fields.title.trim(), description: fields.description.trim(), reason: words(fields.reason) },
    ...{ legalBasis: words(fields.legalBasis), costOfNotDoing: words(fields.costOfNotDoing) },
    ...{ serviceId, serviceIds, itemIds: items.map(({ id }) => id), groupId, assigneeId },
    ...{ costEuro: amount(costEuro), effortHours: amount(effortHours), funding },
  };
}

type Put = (part: Partial<Fields>) => void;
type Part = { fields: Fields; set: Put };

function Words({ fields, set }: Part) {
  const { t } = useTexts();
  return (
    <>
      <TextInput
        label={t('change.field.title')}
        required
        maxLength={200}
        data-autofocus
        value={fields.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('change.field.description')}
        description={t('change.field.descriptionHint')}
        required
        autosize
        minRows={3}
        value={fields.description}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
    </>
  );
}

function Why({ fields, set }: Part) {
  const { t } = useTexts();
  const keys = {
    reason: 'change.field.reason',
    legalBasis: 'change.field.legal_basis',
    costOfNotDoing: 'change.field.cost_of_not_doing',
  } as const;
  return (Object.keys(keys) as (keyof typeof keys)[]).map((field) => (
    <Textarea
      key={field}
      label={t(keys[field])}
      autosize
      minRows={field === 'reason' ? 2 : 1}
      value={fields[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  ));
}

function Touched({ fields, set }: Part) {
  const { t } = useTexts();
  const { data: services = [] } = useQuery(queries.services());
  const offered = services.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <div className={c.pair}>
        <Select
          label={t('change.field.service')}
          data={offered}
          value={fields.serviceId}
          onChange={(serviceId) => set({ serviceId, serviceIds: fields.serviceIds.filter((id) => id !== serviceId) })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
          nothingFoundMessage={t('desk.nothingFound')}
        />
        <MultiSelect
          label={t('change.field.services')}
          data={offered.filter(({ value }) => value !== fields.serviceId)}
          value={fields.serviceIds}
          onChange={(serviceIds) => set({ serviceIds })}
          searchable
          nothingFoundMessage={t('desk.nothingFound')}
        />
      </div>
      <ItemsField items={fields.items} onChange={(items) => set({ items })} />
    </>
  );
}

function Doers({ fields, set }: Part) {
  const { t } = useTexts();
  const { data: groups = [] } = useQuery(queries.groups());
  const members = groups.find(({ id }) => id === fields.groupId)?.members ?? [];
  return (
    <div className={c.pair}>
      <Select
        label={t('change.field.group')}
        data={groups.map(({ id, name }) => ({ value: id, label: name }))}
        value={fields.groupId}
        onChange={(groupId) => set({ groupId, assigneeId: null })}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('desk.nothingFound')}
      />
      <Select
        label={t('change.field.assignee')}
        data={members.map(({ id, name }) => ({ value: id, label: name }))}
        value={fields.assigneeId}
        onChange={(assigneeId) => set({ assigneeId })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
        nothingFoundMessage={t('desk.nothingFound')}
      />
    </div>
  );
}

function Money({ fields, set }: Part) {
  const { t } = useTexts();
  const typed = (value: number | string): number | '' => (typeof value === 'number' ? value : '');
  const look = { min: 0, hideControls: true, decimalSeparator: ',', thousandSeparator: ' ' };
  return (
    <div className={c.triple}>
      <NumberInput
        {...look}
        label={t('change.field.effortHours')}
        value={fields.effortHours}
        onChange={(value) => set({ effortHours: typed(value) })}
      />
      <NumberInput
        {...look}
        label={t('change.field.costEuro')}
        value={fields.costEuro}
        onChange={(value) => set({ costEuro: typed(value) })}
      />
      <Select
        label={t('change.field.funding')}
        allowDeselect={false}
        data={fundingStates.map((state) => ({ value: state, label: t(`change.funding.${state}`) }))}
        value={fields.funding}
        onChange={(state) => set({ funding: fundingStates.find((one) => one === state) ?? fields.funding })}
      />
    </div>
  );
}

/** What and why while it is written; the requester of a draft writes the words only. */
export function WhatForm({ change, onClose }: { change: Change; onClose: () => void }) {
  const [fields, setFields] = useState(() => fieldsOf(change));
  const set: Put = (part) => setFields((old) => ({ ...old, ...part }));
  const whole = change.abilities.edit;
  const body = bodyOf(fields);
  const ready = fields.title.trim() !== '' && fields.description.trim() !== '';
  const sent = whole ? body : { title: fields.title.trim(), description: fields.description.trim() };
  return (
    <SectionForm change={change} body={ready ? sent : null} onClose={onClose}>
      <Words fields={fields} set={set} />
      {whole && (
        <>
          <Why fields={fields} set={set} />
          <Touched fields={fields} set={set} />
          <Doers fields={fields} set={set} />
          <Money fields={fields} set={set} />
        </>
      )}
    </SectionForm>
  );
}
