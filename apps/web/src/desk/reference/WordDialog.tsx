import { Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { HistoryCard } from '../administration/HistoryCard';
import dialog from '../campaigns/dialog.module.css';
import type { ReferenceList, ReferenceWord } from '../data/reference-words';
import { useFaults } from '../registers/use-faults';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import c from './reference.module.css';
import { useReferenceChange } from './use-reference-change';

interface Props {
  list: ReferenceList;
  /** The word to change; left out: a new one. */
  word?: ReferenceWord | undefined;
  onClose: () => void;
}

const formOf = (word: ReferenceWord | undefined) => ({
  code: word?.code ?? '',
  nameLv: word?.nameLv ?? '',
  nameEn: word?.nameEn ?? '',
  descriptionLv: word?.descriptionLv ?? '',
  descriptionEn: word?.descriptionEn ?? '',
  active: word?.active ?? true,
});

type Form = ReturnType<typeof formOf>;

const CODE = /^[a-z][a-z0-9_]{1,39}$/;

function save(list: ReferenceList, word: ReferenceWord | undefined, { code, active, ...form }: Form): Promise<unknown> {
  const names = {
    nameLv: form.nameLv.trim(),
    nameEn: form.nameEn.trim(),
    descriptionLv: form.descriptionLv.trim() || null,
    descriptionEn: form.descriptionEn.trim() || null,
  };
  if (!word) return bodyOf(api.POST('/api/v1/reference-words', { body: { list, code: code.trim(), ...names } }));
  return bodyOf(
    api.PATCH('/api/v1/reference-words/{id}', {
      params: { path: { id: word.id } },
      headers: { 'if-match': `"${word.version}"` },
      body: { ...names, active },
    }),
  );
}

/** A hold reason, a resolution code or a category: its names in both languages, when it is chosen, whether it is in use. */
export function WordDialog({ list, word, onClose }: Props) {
  const { t } = useTexts();
  const [form, setForm] = useState(() => formOf(word));
  const keep = useReferenceChange(() => save(list, word, form), onClose);
  const fault = useFaults(keep.error);
  const change = (part: Partial<Form>): void => setForm((known) => ({ ...known, ...part }));
  const ready = form.nameLv.trim() !== '' && form.nameEn.trim() !== '' && CODE.test(form.code.trim());
  return (
    <FormDialog
      title={t(word ? `reference.edit.${list}` : `reference.add.${list}`)}
      submit={t('reference.save')}
      size={680}
      ready={ready}
      busy={keep.isPending}
      error={keep.error}
      onSubmit={() => keep.mutate(undefined)}
      onClose={onClose}
    >
      <div className={dialog.pair}>
        {(['nameLv', 'nameEn'] as const).map((field) => (
          <TextInput
            key={field}
            label={t(`reference.${field}`)}
            required
            maxLength={60}
            {...(field === 'nameLv' ? { 'data-autofocus': true } : {})}
            value={form[field]}
            error={fault(field)}
            onChange={(event) => change({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      <TextInput
        label={t('reference.code')}
        description={t(word ? 'reference.codeStays' : 'reference.codeHint')}
        required
        maxLength={40}
        disabled={word !== undefined}
        value={form.code}
        error={fault('code')}
        onChange={(event) => change({ code: event.currentTarget.value })}
      />
      <div className={dialog.pair}>
        {(['descriptionLv', 'descriptionEn'] as const).map((field) => (
          <Textarea
            key={field}
            label={t(`reference.${field}`)}
            autosize
            minRows={2}
            maxLength={300}
            value={form[field]}
            error={fault(field)}
            onChange={(event) => change({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      {word && (
        <Switch
          label={t('reference.inUse')}
          description={t(word.builtIn ? 'reference.builtInWhy' : 'reference.inUseWhy')}
          checked={form.active}
          disabled={word.builtIn}
          onChange={(event) => change({ active: event.currentTarget.checked })}
        />
      )}
      {word && (
        <details className={c.history}>
          <summary>{t('admin.history')}</summary>
          <HistoryCard kind="reference" id={word.id} />
        </details>
      )}
    </FormDialog>
  );
}
