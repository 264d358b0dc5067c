import { Checkbox, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import item from '../assets/item.module.css';
import { calendarQueries } from '../calendars/calendar-queries';
import { useFaults } from '../registers/use-faults';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import type { RegisteredGroup } from './admin-queries';
import { useAdminChange } from './use-admin-change';

interface Props {
  /** The group to change; left out: a new one. */
  group?: RegisteredGroup;
  onClose: () => void;
  onDone: (group: RegisteredGroup) => void;
}

function formOf(group: RegisteredGroup | undefined) {
  return {
    nameLv: group?.nameLv ?? '',
    nameEn: group?.nameEn ?? '',
    tier: group?.tier ?? 2,
    isUserSupport: group?.isUserSupport ?? false,
    calendarCode: group?.calendarCode ?? '',
    email: group?.email ?? '',
    active: group?.active ?? true,
  };
}

/** Makes a group, or changes what is known of one. */
export function GroupDialog({ group, onClose, onDone }: Props) {
  const { t, locale } = useTexts();
  const [form, setForm] = useState(() => formOf(group));
  const set = (part: Partial<typeof form>): void => setForm((old) => ({ ...old, ...part }));
  const { data: calendars = [] } = useQuery(calendarQueries.list());
  const save = useAdminChange(() => {
    const { active, ...rest } = form;
    const body = { ...rest, nameLv: form.nameLv.trim(), nameEn: form.nameEn.trim(), email: form.email.trim() || null };
    return bodyOf(
      group
        ? api.PATCH('/api/v1/organisation/groups/{id}', {
            params: { path: { id: group.id } },
            headers: { 'if-match': `"${group.version}"` },
            body: { ...body, active },
          })
        : api.POST('/api/v1/organisation/groups', { body }),
    );
  }, onDone);
  const fault = useFaults(save.error);
  const named = calendars.filter(({ versions }) => versions.length > 0);
  return (
    <FormDialog
      title={t(group ? 'admin.group.edit' : 'admin.group.add')}
      submit={t('admin.save')}
      ready={form.nameLv.trim() !== '' && form.nameEn.trim() !== '' && form.calendarCode !== ''}
      busy={save.isPending}
      error={save.error}
      size={600}
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
          label={t('admin.field.tier')}
          data={['1', '2', '3'].map((tier) => ({ value: tier, label: t('admin.group.tier', { tier }) }))}
          value={String(form.tier)}
          allowDeselect={false}
          onChange={(tier) => set({ tier: Number(tier) })}
        />
        <Select
          label={t('admin.field.calendarCode')}
          required
          data={named.map((calendar) => ({ value: calendar.code, label: locale === 'lv' ? calendar.nameLv : calendar.nameEn }))}
          value={form.calendarCode || null}
          error={fault('calendarCode')}
          allowDeselect={false}
          onChange={(code) => set({ calendarCode: code ?? '' })}
        />
        <TextInput
          className={item.wide}
          label={t('admin.field.email')}
          maxLength={254}
          value={form.email}
          error={fault('email')}
          onChange={(event) => set({ email: event.currentTarget.value })}
        />
        <Checkbox
          className={item.wide}
          label={t('admin.group.userSupport')}
          description={t('admin.group.userSupportHint')}
          checked={form.isUserSupport}
          onChange={(event) => set({ isUserSupport: event.currentTarget.checked })}
        />
        {group && (
          <Checkbox
            className={item.wide}
            label={t('admin.group.active')}
            description={t('admin.group.activeHint')}
            checked={form.active}
            onChange={(event) => set({ active: event.currentTarget.checked })}
          />
        )}
      </div>
    </FormDialog>
  );
}
