import { ActionIcon, Button, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { indicatorsQuery } from '../../indicators/indicator-queries';
import { currentMonth } from '../../reports/months';
import { FormDialog } from '../../shell/FormDialog';
import { useTexts } from '../../texts';
import type { Process } from '../process-queries';
import c from '../page.module.css';
import { send, useProcessCall } from '../use-process-call';

type Terms = Pick<Process, 'scope' | 'description' | 'roles' | 'lifecycle' | 'metrics' | 'lowVolumeReason'>;
type Role = Terms['roles'][number];

const lifecycles = ['incident', 'change'] as const;

function Roles({ roles, onChange }: { roles: Role[]; onChange: (roles: Role[]) => void }) {
  const { t } = useTexts();
  const change = (at: number, part: Partial<Role>): void => onChange(roles.map((role, i) => (i === at ? { ...role, ...part } : role)));
  return (
    <fieldset className={c.roles}>
      <legend>{t('processes.roles')}</legend>
      {roles.map((role, at) => (
        <div key={at} className={c.role}>
          <TextInput
            aria-label={t('processes.roleName', { number: String(at + 1) })}
            placeholder={t('processes.roleNameHint')}
            maxLength={200}
            value={role.name}
            onChange={(event) => change(at, { name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t('processes.roleDuty', { number: String(at + 1) })}
            placeholder={t('processes.roleDutyHint')}
            maxLength={1000}
            value={role.duty}
            onChange={(event) => change(at, { duty: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            className={c.quiet}
            aria-label={t('processes.roleRemove', { number: String(at + 1) })}
            onClick={() => onChange(roles.filter((_, i) => i !== at))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...roles, { name: '', duty: '' }])}
      >
        {t('processes.roleAdd')}
      </Button>
    </fieldset>
  );
}

/** Says what the process is: scope, course, roles, the tickets that are its records, its metrics. */
export function DescribeDialog({ process, onClose }: { process: Process; onClose: () => void }) {
  const { t } = useTexts();
  const { scope, description, roles, lifecycle, metrics, lowVolumeReason } = process;
  const [terms, setTerms] = useState<Terms>({ scope, description, roles, lifecycle, metrics, lowVolumeReason });
  const change = (part: Partial<Terms>): void => setTerms((now) => ({ ...now, ...part }));
  const { data: indicators } = useQuery(indicatorsQuery(currentMonth()));
  const call = useProcessCall('processes.done.describe', onClose);
  // What an order has approved stays, unless the process was suspended.
  const open = process.stage === 'identified' || process.stage === 'designed' || process.stage === 'suspended';
  const body = { ...terms, roles: terms.roles.filter(({ name, duty }) => name.trim() || duty.trim()) };
  const area = (field: 'scope' | 'description', rows: number) => (
    <Textarea
      label={t(`processes.${field}`)}
      description={t(`processes.${field}Hint`)}
      autosize
      minRows={rows}
      maxRows={10}
      maxLength={5000}
      value={terms[field]}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <FormDialog
      title={t('processes.action.describe')}
      submit={t('processes.save')}
      size={680}
      ready
      busy={call.isPending}
      error={call.error}
      onSubmit={() => call.mutate(() => send({ method: 'PUT', path: `/${process.id}/terms`, body, revision: process.revision }))}
      onClose={onClose}
    >
      {!open && <p>{t('processes.lockedTerms')}</p>}
      {area('scope', 2)}
      {area('description', 3)}
      <Roles roles={[...terms.roles]} onChange={(next) => change({ roles: next })} />
      <Select
        label={t('processes.lifecycle')}
        description={t('processes.lifecycleHint')}
        disabled={!open}
        allowDeselect={false}
        data={[
          ...lifecycles.map((value) => ({ value, label: t(`processes.lifecycle.${value}`) })),
          { value: 'none', label: t('processes.lifecycle.none') },
        ]}
        value={terms.lifecycle ?? 'none'}
        onChange={(value) => change({ lifecycle: lifecycles.find((one) => one === value) ?? null })}
      />
      <MultiSelect
        label={t('processes.metrics')}
        description={t('processes.metricsHint')}
        disabled={!open}
        data={(indicators?.items ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        value={[...terms.metrics]}
        onChange={(chosen) => change({ metrics: chosen })}
        searchable
        hidePickedOptions
      />
      {terms.lifecycle !== null && (
        <TextInput
          label={t('processes.lowVolume')}
          description={t('processes.lowVolumeHint')}
          maxLength={1000}
          value={terms.lowVolumeReason ?? ''}
          onChange={(event) => change({ lowVolumeReason: event.currentTarget.value || null })}
        />
      )}
    </FormDialog>
  );
}
