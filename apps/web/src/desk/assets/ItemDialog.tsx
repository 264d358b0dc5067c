import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { ApiProblem } from '../../shared/api/problem';
import { queries } from '../data/queries';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { assetQueries } from './asset-queries';
import { CustodianField } from './CustodianField';
import c from './item.module.css';
import { bodyOfForm, formOf, isComplete, type ItemForm } from './item-form';
import type { Item } from './types';
import { useItemChange } from './use-item-change';

interface Props {
  /** The device to change; left out: a new one. */
  item?: Item;
  onClose: () => void;
  onDone: (item: Item) => void;
}

interface FieldsProps {
  form: ItemForm;
  set: (part: Partial<ItemForm>) => void;
  errorOf: (field: string) => string | undefined;
}

const texts = ['serial', 'manufacturer', 'model', 'location'] as const;
const days = ['purchasedOn', 'warrantyUntil', 'supportUntil'] as const;

function Place({ form, set, errorOf }: FieldsProps) {
  const { t } = useTexts();
  const { data: counts } = useQuery(assetQueries.counts());
  const { data: institutions = [] } = useQuery(queries.institutions());
  return (
    <>
      <Select
        label={t('assets.class')}
        required
        data={(counts?.items ?? []).map(({ class: { code, name } }) => ({ value: code, label: name }))}
        value={form.class || null}
        error={errorOf('class')}
        onChange={(code) => set({ class: code ?? '' })}
        allowDeselect={false}
        searchable
      />
      <Select
        label={t('assets.institution')}
        required
        data={institutions.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.institutionId || null}
        error={errorOf('institutionId')}
        onChange={(id) => set({ institutionId: id ?? '' })}
        allowDeselect={false}
        searchable
      />
    </>
  );
}

function Fields({ form, set, errorOf }: FieldsProps) {
  const { t } = useTexts();
  const typed = (field: keyof ItemForm) => ({
    value: form[field] as string,
    error: errorOf(field),
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
  });
  return (
    <>
      {texts.map((field) => (
        <TextInput key={field} label={t(`assets.${field}`)} maxLength={field === 'location' ? 200 : 100} {...typed(field)} />
      ))}
      {days.map((field) => (
        <TextInput key={field} type="date" label={t(`assets.${field}`)} {...typed(field)} />
      ))}
      <Textarea className={c.wide} label={t('assets.note')} autosize minRows={2} maxLength={2000} {...typed('note')} />
    </>
  );
}

/** Takes a device into the register, or changes what is known of one. */
export function ItemDialog({ item, onClose, onDone }: Props) {
  const { t } = useTexts();
  const [form, setForm] = useState(() => formOf(item));
  const set = (part: Partial<ItemForm>): void => setForm((old) => ({ ...old, ...part }));
  const save = useItemChange(
    () =>
      item
        ? bodyOf(
            api.PATCH('/api/v1/configuration-items/{id}', {
              params: { path: { id: item.id } },
              headers: { 'if-match': `"${item.version}"` },
              body: bodyOfForm(form),
            }),
          )
        : bodyOf(api.POST('/api/v1/configuration-items', { body: { ...bodyOfForm(form), tag: form.tag.trim() } })),
    onDone,
  );
  const problems = save.error instanceof ApiProblem ? save.error.errors : [];
  const errorOf = (field: string): string | undefined => problems.find(({ pointer }) => pointer === `/${field}`)?.detail;
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={item ? t('assets.editTitle', { tag: item.tag }) : t('assets.new')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className={c.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <div className={c.grid}>
          {!item && (
            <TextInput
              label={t('assets.tag')}
              description={t('assets.tagHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              required
              data-autofocus
              maxLength={60}
              value={form.tag}
              error={errorOf('tag')}
              onChange={(event) => set({ tag: event.currentTarget.value })}
            />
          )}
          <TextInput
            className={item ? c.wide : undefined}
            label={t('assets.name')}
            required
            data-autofocus={item ? true : undefined}
            maxLength={200}
            value={form.name}
            error={errorOf('name')}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Place form={form} set={set} errorOf={errorOf} />
          <CustodianField value={form.custodian} error={errorOf('custodianId')} onChange={(custodian) => set({ custodian })} />
          <Fields form={form} set={set} errorOf={errorOf} />
        </div>
        {save.error && <ProblemNote error={save.error} />}
        <div className={c.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" disabled={!isComplete(form, item !== undefined)} loading={save.isPending}>
            {t('assets.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
