import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import item from '../assets/item.module.css';
import { useFaults } from '../registers/use-faults';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import type { Unit } from './admin-queries';
import { useAdminChange } from './use-admin-change';

interface Props {
  institutionId: string;
  units: readonly Unit[];
  /** The unit to change; left out: a new one. */
  unit?: Unit;
  onClose: () => void;
}

/** Adds a unit, or changes what is known of one. */
export function UnitDialog({ institutionId, units, unit, onClose }: Props) {
  const { t, locale } = useTexts();
  const [form, setForm] = useState(() => ({
    nameLv: unit?.nameLv ?? '',
    nameEn: unit?.nameEn ?? '',
    parentId: unit?.parentId ?? null,
    externalId: unit?.externalId ?? '',
    active: unit?.active ?? true,
  }));
  const set = (part: Partial<typeof form>): void => setForm((old) => ({ ...old, ...part }));
  const save = useAdminChange<unknown>(() => {
    const { active, ...rest } = form;
    const body = { ...rest, nameLv: form.nameLv.trim(), nameEn: form.nameEn.trim(), externalId: form.externalId.trim() || null };
    return unit
      ? bodyOf(
          api.PATCH('/api/v1/organisation/units/{id}', {
            params: { path: { id: unit.id } },
            headers: { 'if-match': `"${unit.version}"` },
            body: { ...body, active },
          }),
        )
      : bodyOf(api.POST('/api/v1/organisation/institutions/{id}/units', { params: { path: { id: institutionId } }, body }));
  }, onClose);
  const fault = useFaults(save.error);
  return (
    <FormDialog
      title={t(unit ? 'admin.unit.edit' : 'admin.unit.add')}
      submit={t('admin.save')}
      ready={form.nameLv.trim() !== '' && form.nameEn.trim() !== ''}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <div className={item.grid}>
        {(['nameLv', 'nameEn'] as const).map((field) => (
          <TextInput
            key={field}
            label={t(`admin.field.${field}`)}
            required
            data-autofocus={field === 'nameLv' || undefined}
            maxLength={200}
            value={form[field]}
            error={fault(field)}
            onChange={(event) => set({ [field]: event.currentTarget.value })}
          />
        ))}
        <Select
          label={t('admin.unit.parent')}
          placeholder={t('admin.unit.top')}
          data={units
            .filter(({ id, active }) => active && id !== unit?.id)
            .map((one) => ({ value: one.id, label: locale === 'lv' ? one.nameLv : one.nameEn }))}
          value={form.parentId}
          error={fault('parentId')}
          onChange={(parentId) => set({ parentId })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
        />
        <TextInput
          label={t('admin.field.externalId')}
          maxLength={100}
          value={form.externalId}
          error={fault('externalId')}
          onChange={(event) => set({ externalId: event.currentTarget.value })}
        />
        {unit && (
          <Checkbox
            className={item.wide}
            label={t('admin.unit.active')}
            checked={form.active}
            onChange={(event) => set({ active: event.currentTarget.checked })}
          />
        )}
      </div>
    </FormDialog>
  );
}
