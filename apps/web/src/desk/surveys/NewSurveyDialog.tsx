import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { ApiProblem } from '../../shared/api/problem';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import type { Survey } from './survey-queries';
import c from './surveys.module.css';

const FIELDS = [
  { field: 'lv', label: 'builder.titleLv', pointer: '/title/lv' },
  { field: 'en', label: 'builder.titleEn', pointer: '/title/en' },
  { field: 'code', label: 'builder.code', pointer: '/code' },
] as const;

/** Another survey: a copy of one that exists, or the headline question alone. */
export function NewSurveyDialog({
  surveys,
  onMade,
  onClose,
}: {
  surveys: readonly Survey[];
  onMade: (survey: Survey) => void;
  onClose: () => void;
}) {
  const { t, locale } = useTexts();
  const client = useQueryClient();
  const [form, setForm] = useState({ lv: '', en: '', code: '' });
  const [copyOf, setCopyOf] = useState<string | null>(null);
  const make = useMutation({
    mutationFn: () => {
      const { code, ...title } = form;
      return bodyOf(api.POST('/api/v1/surveys', { body: { code, title, ...(copyOf ? { copyOf } : {}) } }));
    },
    onSuccess: async (survey) => {
      await client.invalidateQueries({ queryKey: ['surveys'] });
      onMade(survey);
    },
  });
  const problems = make.error instanceof ApiProblem ? make.error.errors : [];
  const copies = surveys.flatMap(({ title, versions }) =>
    versions.map(({ id, version }) => ({ value: id, label: t('builder.copy', { title: title[locale], version: String(version) }) })),
  );
  return (
    <Modal opened onClose={onClose} size={480} title={t('builder.new')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className={c.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <p>{t('builder.newText')}</p>
        {FIELDS.map(({ field, label, pointer }, at) => (
          <TextInput
            key={field}
            label={t(label)}
            description={field === 'code' ? t('builder.codeHint') : undefined}
            required
            data-autofocus={at === 0 || undefined}
            value={form[field]}
            error={problems.find((problem) => problem.pointer === pointer)?.detail}
            onChange={(event) => {
              const text = event.currentTarget.value;
              setForm((known) => ({ ...known, [field]: text }));
            }}
          />
        ))}
        <Select
          label={t('builder.copyOf')}
          placeholder={t('builder.copyNone')}
          clearable
          data={copies}
          value={copyOf}
          onChange={setCopyOf}
        />
        {make.error && problems.length === 0 && <ProblemNote error={make.error} />}
        <div className={c.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" loading={make.isPending} disabled={Object.values(form).some((text) => text.trim() === '')}>
            {t('builder.make')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
