import { Checkbox, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';
import { queries } from '../data/queries';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import c from './access.module.css';
import { useAccessChange } from './use-access-change';
import { useScopeWords } from './use-scope-words';

type NewClient = components['schemas']['NewApiClientRequest'];

const PER_MINUTE = 120;

interface Props {
  /** What a client may be given. */
  scopes: readonly string[];
  onAdded: (client: { id: string; name: string }) => void;
  onClose: () => void;
}

/** A new client: for whom it asks, what it may do, and how often. Its token comes in the next step. */
export function NewClientDialog({ scopes, onAdded, onClose }: Props) {
  const { t } = useTexts();
  const words = useScopeWords();
  const { data: institutions = [] } = useQuery(queries.institutions());
  const [name, setName] = useState('');
  const [institutionId, setInstitutionId] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string[]>(['ticket.read']);
  const [writes, setWrites] = useState(false);
  const [perMinute, setPerMinute] = useState(PER_MINUTE);
  const add = useAccessChange(
    (body: NewClient) => bodyOf(api.POST('/api/v1/api-clients', { body })),
    ({ id }) => onAdded({ id, name: name.trim() }),
  );
  const submit = (): void => {
    if (!institutionId) return;
    add.mutate({ name: name.trim(), institutionId, scopes: chosen as NewClient['scopes'], readOnly: !writes, perMinute });
  };
  return (
    <FormDialog
      title={t('access.add')}
      submit={t('access.addSubmit')}
      ready={name.trim() !== '' && institutionId !== null && chosen.length > 0}
      busy={add.isPending}
      error={add.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('access.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={100}
        data-autofocus
      />
      <Select
        label={t('access.institution')}
        description={t('access.institutionWhy')}
        data={institutions.map(({ id, name: label }) => ({ value: id, label }))}
        value={institutionId}
        onChange={setInstitutionId}
        searchable
      />
      <Checkbox.Group label={t('access.scopes')} value={chosen} onChange={setChosen}>
        <div className={c.scopes}>
          {scopes.map((scope) => (
            <Checkbox key={scope} value={scope} label={words(scope)} />
          ))}
        </div>
      </Checkbox.Group>
      <Switch label={t('access.writes')} checked={writes} onChange={(event) => setWrites(event.currentTarget.checked)} />
      <NumberInput
        label={t('access.perMinuteLabel')}
        value={perMinute}
        onChange={(value) => setPerMinute(Number(value) || PER_MINUTE)}
        min={1}
        max={6000}
        allowDecimal={false}
      />
    </FormDialog>
  );
}
