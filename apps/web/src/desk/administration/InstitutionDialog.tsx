import { Checkbox, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { inRiga } from '../../shared/format/riga-time';
import item from '../assets/item.module.css';
import { queries } from '../data/queries';
import { useNow } from '../now';
import { useFaults } from '../registers/use-faults';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import type { Institution } from './admin-queries';
import { useAdminChange } from './use-admin-change';

interface Props {
  /** The institution to change; left out: a new one. */
  institution?: Institution;
  onClose: () => void;
  onDone: (institution: Institution) => void;
}

const kinds = ['ministry', 'agency', 'service', 'office', 'municipality', 'provider', 'other'] as const;
const given = (text: string): string | null => text.trim() || null;

function formOf(institution: Institution | undefined, today: string) {
  return {
    nameLv: institution?.nameLv ?? '',
    nameEn: institution?.nameEn ?? '',
    kind: institution?.kind ?? ('agency' as const),
    isClient: institution?.isClient ?? true,
    activeFrom: institution?.activeFrom ?? today,
    activeTo: institution?.activeTo ?? '',
    parentId: institution?.parent?.id ?? null,
    registrationNo: institution?.registrationNo ?? '',
    externalId: institution?.externalId ?? '',
  };
}

/** Adds an institution, or changes what is known of one. */
export function InstitutionDialog({ institution, onClose, onDone }: Props) {
  const { t } = useTexts();
  const { date: today } = inRiga(useNow());
  const [form, setForm] = useState(() => formOf(institution, today));
  const set = (part: Partial<typeof form>): void => setForm((old) => ({ ...old, ...part }));
  const { data: institutions = [] } = useQuery(queries.institutions());
  const save = useAdminChange(() => {
    const body = {
      ...form,
      nameLv: form.nameLv.trim(),
      nameEn: form.nameEn.trim(),
      activeTo: form.activeTo || null,
      registrationNo: given(form.registrationNo),
      externalId: given(form.externalId),
    };
    return bodyOf(
      institution
        ? api.PATCH('/api/v1/organisation/institutions/{id}', {
            params: { path: { id: institution.id } },
            headers: { 'if-match': `"${institution.version}"` },
            body,
          })
        : api.POST('/api/v1/organisation/institutions', { body }),
    );
  }, onDone);
  const fault = useFaults(save.error);
  const typed = (field: 'nameLv' | 'nameEn' | 'registrationNo' | 'externalId' | 'activeFrom' | 'activeTo') => ({
    label: t(`admin.field.${field}`),
    value: form[field],
    error: fault(field),
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
  });
  return (
    <FormDialog
      title={t(institution ? 'admin.institution.edit' : 'admin.institution.add')}
      submit={t('admin.save')}
      ready={form.nameLv.trim() !== '' && form.nameEn.trim() !== '' && form.activeFrom !== ''}
      busy={save.isPending}
      error={save.error}
      size={640}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <div className={item.grid}>
        <TextInput required data-autofocus maxLength={200} {...typed('nameLv')} />
        <TextInput required maxLength={200} {...typed('nameEn')} />
        <Select
          label={t('admin.field.kind')}
          data={kinds.map((kind) => ({ value: kind, label: t(`admin.kind.${kind}`) }))}
          value={form.kind}
          error={fault('kind')}
          allowDeselect={false}
          onChange={(chosen) => set({ kind: kinds.find((kind) => kind === chosen) ?? 'other' })}
        />
        <Select
          label={t('admin.field.parentId')}
          placeholder={t('admin.institution.noParent')}
          data={institutions.filter(({ id }) => id !== institution?.id).map(({ id, name }) => ({ value: id, label: name }))}
          value={form.parentId}
          error={fault('parentId')}
          onChange={(parentId) => set({ parentId })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
        />
        <TextInput type="date" required {...typed('activeFrom')} />
        <TextInput type="date" {...typed('activeTo')} />
        <TextInput maxLength={20} {...typed('registrationNo')} />
        <TextInput maxLength={100} {...typed('externalId')} />
        <Checkbox
          className={item.wide}
          label={t('admin.field.isClient')}
          description={t('admin.institution.clientHint')}
          checked={form.isClient}
          onChange={(event) => set({ isClient: event.currentTarget.checked })}
        />
      </div>
    </FormDialog>
  );
}
