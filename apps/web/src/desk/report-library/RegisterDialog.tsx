import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import { faultOf, TermsFields, termsOf, type TermsState } from './TermsFields';
import { useReportChange } from './use-report-change';

const WORDS = { code: 'bi-', nameLv: '', nameEn: '', purposeLv: '', purposeEn: '' };
const TERMS: TermsState = { owner: null, audience: 'internal', cadence: 'none', bi: true, location: '', views: '' };

/** Enters a report that a BI platform makes from the views of the desk. */
export function RegisterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const [words, setWords] = useState(WORDS);
  const [terms, setTerms] = useState(TERMS);
  const change = useReportChange({ code: '', revision: 0 }, onClose);
  const fault = faultOf(change.error);
  const text = (name: keyof typeof WORDS) => ({
    label: t(`library.field.${name}`),
    value: words[name],
    error: fault(name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setWords((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <FormDialog
      title={t('library.register')}
      submit={t('library.registerSubmit')}
      ready={words.code.length > 3 && words.nameLv.trim() !== '' && words.nameEn.trim() !== ''}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onSubmit={() => change.mutate({ do: 'register', body: { ...words, ...termsOf(terms) } })}
    >
      <TextInput {...text('nameLv')} maxLength={200} data-autofocus />
      <TextInput {...text('nameEn')} maxLength={200} />
      <TextInput {...text('code')} description={t('library.codeText')} maxLength={60} />
      <Textarea {...text('purposeLv')} autosize minRows={2} maxRows={4} />
      <Textarea {...text('purposeEn')} autosize minRows={2} maxRows={4} />
      <TermsFields
        terms={terms}
        cadences={['none']}
        alwaysBi
        fault={fault}
        set={(part) => setTerms((before) => ({ ...before, ...part }))}
      />
    </FormDialog>
  );
}
