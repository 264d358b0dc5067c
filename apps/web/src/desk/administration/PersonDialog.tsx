import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import item from '../assets/item.module.css';
import { queries } from '../data/queries';
import { useFaults } from '../registers/use-faults';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import { adminQueries, type RegisteredPerson } from './admin-queries';
import { useAdminChange } from './use-admin-change';

interface Props {
  /** The person to change; left out: a new one. */
  person?: RegisteredPerson;
  onClose: () => void;
  onDone: (person: RegisteredPerson) => void;
}

const given = (text: string): string | null => text.trim() || null;
const texts = ['login', 'email', 'phone', 'externalId'] as const;

function formOf(person: RegisteredPerson | undefined) {
  return {
    name: person?.name ?? '',
    login: person?.login ?? '',
    email: person?.email ?? '',
    phone: person?.phone ?? '',
    locale: person?.locale ?? ('lv' as const),
    institutionId: person?.institution.id ?? '',
    unitId: person?.unit?.id ?? null,
    externalId: person?.externalId ?? '',
  };
}

/** Adds a person, or changes what is known of one. */
export function PersonDialog({ person, onClose, onDone }: Props) {
  const { t, locale } = useTexts();
  const [form, setForm] = useState(() => formOf(person));
  const set = (part: Partial<typeof form>): void => setForm((old) => ({ ...old, ...part }));
  const { data: institutions = [] } = useQuery(queries.institutions());
  const { data: units = [] } = useQuery(adminQueries.units(form.institutionId));
  const save = useAdminChange(() => {
    const { name, institutionId, locale: language, unitId, ...rest } = form;
    const details = Object.fromEntries(texts.map((field) => [field, given(rest[field])]));
    const body = { ...details, name: name.trim(), institutionId, unitId, locale: language };
    return bodyOf(
      person
        ? api.PATCH('/api/v1/organisation/people/{id}', {
            params: { path: { id: person.id } },
            headers: { 'if-match': `"${person.version}"` },
            body,
          })
        : api.POST('/api/v1/organisation/people', { body }),
    );
  }, onDone);
  const fault = useFaults(save.error);
  return (
    <FormDialog
      title={person ? t('admin.people.edit') : t('admin.people.add')}
      submit={t('admin.save')}
      ready={form.name.trim() !== '' && form.institutionId !== ''}
      busy={save.isPending}
      error={save.error}
      size={640}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <div className={item.grid}>
        <TextInput
          className={item.wide}
          label={t('admin.field.name')}
          required
          data-autofocus
          maxLength={200}
          value={form.name}
          error={fault('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Select
          label={t('admin.field.institution')}
          required
          data={institutions.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.institutionId || null}
          error={fault('institutionId')}
          onChange={(id) => set({ institutionId: id ?? '', unitId: null })}
          allowDeselect={false}
          searchable
        />
        <Select
          label={t('admin.field.unit')}
          placeholder={t('admin.noUnit')}
          disabled={units.length === 0}
          data={units
            .filter(({ active }) => active)
            .map((unit) => ({ value: unit.id, label: locale === 'lv' ? unit.nameLv : unit.nameEn }))}
          value={form.unitId}
          error={fault('unitId')}
          onChange={(unitId) => set({ unitId })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
        />
        {texts.map((field) => (
          <TextInput
            key={field}
            label={t(`admin.field.${field}`)}
            maxLength={field === 'email' ? 254 : 100}
            value={form[field]}
            error={fault(field)}
            onChange={(event) => set({ [field]: event.currentTarget.value })}
          />
        ))}
        <Select
          label={t('admin.field.locale')}
          data={[
            { value: 'lv', label: t('admin.locale.lv') },
            { value: 'en', label: t('admin.locale.en') },
          ]}
          value={form.locale}
          allowDeselect={false}
          onChange={(language) => set({ locale: language === 'en' ? 'en' : 'lv' })}
        />
      </div>
    </FormDialog>
  );
}
