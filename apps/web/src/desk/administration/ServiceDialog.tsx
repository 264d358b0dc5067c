import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import item from '../assets/item.module.css';
import { PersonField } from '../create/PersonField';
import { queries } from '../data/queries';
import { PickName } from '../policies/PickName';
import { useFaults } from '../registers/use-faults';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import type { RegisteredService } from './admin-queries';
import { useAdminChange } from './use-admin-change';

interface Props {
  /** The service to change; left out: a new one. */
  service?: RegisteredService;
  onClose: () => void;
  onDone: (service: RegisteredService) => void;
}

const criticalities = ['low', 'medium', 'high', 'critical'] as const;
const kinds = ['incident', 'request'] as const;

type Kind = (typeof kinds)[number];

function formOf(service: RegisteredService | undefined) {
  return {
    code: service?.code ?? '',
    nameLv: service?.nameLv ?? '',
    nameEn: service?.nameEn ?? '',
    descriptionLv: service?.descriptionLv ?? '',
    descriptionEn: service?.descriptionEn ?? '',
    owner: service?.owner ?? null,
    defaultGroupId: service?.group?.id ?? null,
    criticality: service?.criticality ?? ('medium' as const),
    kinds: (service?.kinds ?? ['incident']) as Kind[],
  };
}

type Form = ReturnType<typeof formOf>;

const given = (text: string): string | null => text.trim() || null;

function bodyOfForm({ owner, kinds: _kinds, ...form }: Form) {
  return {
    ...form,
    code: form.code.trim().toUpperCase(),
    nameLv: form.nameLv.trim(),
    nameEn: form.nameEn.trim(),
    descriptionLv: given(form.descriptionLv),
    descriptionEn: given(form.descriptionEn),
    ownerId: owner?.id ?? null,
  };
}

interface FieldsProps {
  form: Form;
  set: (part: Partial<Form>) => void;
  fault: (field: string) => string | undefined;
  fixedCode: boolean;
}

function Words({ form, set, fault, fixedCode }: FieldsProps) {
  const { t } = useTexts();
  const typed = (field: 'code' | 'nameLv' | 'nameEn' | 'descriptionLv' | 'descriptionEn') => ({
    label: t(`admin.field.${field}`),
    value: form[field],
    error: fault(field),
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput required data-autofocus maxLength={200} {...typed('nameLv')} />
      <TextInput required maxLength={200} {...typed('nameEn')} />
      <Textarea autosize minRows={3} maxLength={2000} {...typed('descriptionLv')} />
      <Textarea autosize minRows={3} maxLength={2000} {...typed('descriptionEn')} />
      <TextInput required disabled={fixedCode} maxLength={30} {...typed('code')} />
    </>
  );
}

/** Drafts a service, or changes what is known of one. */
export function ServiceDialog({ service, onClose, onDone }: Props) {
  const { t } = useTexts();
  const [form, setForm] = useState(() => formOf(service));
  const set = (part: Partial<Form>): void => setForm((old) => ({ ...old, ...part }));
  const { data: groups = [] } = useQuery(queries.groups());
  const save = useAdminChange(() => {
    const { code, ...rest } = bodyOfForm(form);
    return bodyOf(
      service
        ? api.PATCH('/api/v1/catalogue/services/{id}', {
            params: { path: { id: service.id } },
            headers: { 'if-match': `"${service.version}"` },
            body: service.status === 'draft' ? { code, ...rest } : rest,
          })
        : api.POST('/api/v1/catalogue/services', { body: { code, ...rest, kinds: form.kinds } }),
    );
  }, onDone);
  const fault = useFaults(save.error);
  return (
    <FormDialog
      title={t(service ? 'admin.service.edit' : 'admin.service.add')}
      submit={t('admin.save')}
      ready={form.nameLv.trim() !== '' && form.nameEn.trim() !== '' && form.code.trim() !== ''}
      busy={save.isPending}
      error={save.error}
      size={680}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <div className={item.grid}>
        <Words form={form} set={set} fault={fault} fixedCode={service !== undefined && service.status !== 'draft'} />
        <Select
          label={t('admin.field.criticality')}
          data={criticalities.map((one) => ({ value: one, label: t(`admin.criticality.${one}`) }))}
          value={form.criticality}
          allowDeselect={false}
          onChange={(chosen) => set({ criticality: criticalities.find((one) => one === chosen) ?? 'medium' })}
        />
        <PersonField label={t('admin.field.owner')} value={form.owner} onChange={(owner) => set({ owner })} />
        <PickName
          label={t('admin.field.group')}
          empty={t('admin.service.noGroup')}
          items={groups}
          value={form.defaultGroupId}
          onChange={(defaultGroupId) => set({ defaultGroupId })}
        />
        {!service && (
          <Checkbox.Group label={t('admin.service.kinds')} value={form.kinds} onChange={(chosen) => set({ kinds: chosen as Kind[] })}>
            {kinds.map((kind) => (
              <Checkbox key={kind} mt={6} value={kind} label={t(`admin.service.kind.${kind}`)} />
            ))}
          </Checkbox.Group>
        )}
      </div>
    </FormDialog>
  );
}
