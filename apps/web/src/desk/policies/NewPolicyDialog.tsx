import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { ApiProblem } from '../../shared/api/problem';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './draft.module.css';
import type { Policy } from './types';

const fields = ['nameLv', 'nameEn', 'code'] as const;

/** Another policy, which agreements can name; it begins as a draft of what the general one says. */
export function NewPolicyDialog({ onMade, onClose }: { onMade: (policy: Policy) => void; onClose: () => void }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [body, setBody] = useState({ nameLv: '', nameEn: '', code: '' });
  const make = useMutation({
    mutationFn: () => bodyOf(api.POST('/api/v1/policies', { body })),
    onSuccess: async (policy) => {
      await client.invalidateQueries({ queryKey: ['policies'] });
      onMade(policy);
    },
  });
  const problems = make.error instanceof ApiProblem ? make.error.errors : [];
  return (
    <Modal opened onClose={onClose} size={480} title={t('sla.newPolicy')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className={c.form}
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <p>{t('sla.newPolicyText')}</p>
        {fields.map((field, at) => (
          <TextInput
            key={field}
            label={t(`sla.newPolicy.${field}`)}
            description={field === 'code' ? t('sla.newPolicy.codeHint') : undefined}
            required
            data-autofocus={at === 0 || undefined}
            value={body[field]}
            error={problems.find(({ pointer }) => pointer === `/${field}`)?.detail}
            onChange={(event) => {
              const text = event.currentTarget.value;
              setBody((known) => ({ ...known, [field]: text }));
            }}
          />
        ))}
        {make.error && <ProblemNote error={make.error} />}
        <div className={c.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" loading={make.isPending} disabled={Object.values(body).some((text) => text.trim() === '')}>
            {t('sla.newPolicy.make')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
