import { Button, NumberInput, Select, Textarea, TextInput, ActionIcon } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../../shared/api/problem';
import dialog from '../campaigns/dialog.module.css';
import { queries } from '../data/queries';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import { Choices } from '../ticket/dialogs/Choices';
import type { Template, TemplateBody, TemplateVersion } from './template-queries';
import c from './templates.module.css';
import { useTemplateChange } from './use-template-change';

type Step = TemplateBody['steps'][number];
type Set = (part: Partial<TemplateBody>) => void;
type Fault = (field: string) => string | undefined;

const EMPTY: TemplateBody = { nameLv: '', nameEn: '', steps: [{ text: '' }], maxRisk: 2, minutes: 60, outageMinutes: 0, failureLimit: 2 };

const bodyOfVersion = ({ service, group, ...rest }: TemplateVersion): TemplateBody => ({
  ...{ nameLv: rest.nameLv, nameEn: rest.nameEn, description: rest.description, steps: rest.steps, testPlan: rest.testPlan },
  ...{ rollbackPlan: rest.rollbackPlan, rollbackNotNeeded: rest.rollbackNotNeeded, rollbackMinutes: rest.rollbackMinutes },
  ...{ maxRisk: rest.maxRisk, minutes: rest.minutes, outageMinutes: rest.outageMinutes, failureLimit: rest.failureLimit },
  serviceId: service?.id ?? null,
  groupId: group?.id ?? null,
});

function Steps({ steps, set, fault }: { steps: Step[]; set: Set; fault: Fault }) {
  const { t } = useTexts();
  const change = (at: number, part: Partial<Step>): void =>
    set({ steps: steps.map((step, i) => (i === at ? { ...step, ...part } : step)) });
  return (
    <fieldset className={c.steps}>
      <legend>{t('templates.steps')}</legend>
      {fault('steps') && <p className={c.fault}>{fault('steps')}</p>}
      {steps.map((step, at) => (
        <div key={at} className={c.step}>
          <TextInput
            aria-label={t('templates.step', { number: String(at + 1) })}
            placeholder={t('templates.step', { number: String(at + 1) })}
            maxLength={500}
            value={step.text}
            onChange={(event) => change(at, { text: event.currentTarget.value })}
          />
          <NumberInput
            aria-label={t('templates.stepMinutes', { number: String(at + 1) })}
            placeholder={t('templates.minutesShort')}
            min={0}
            max={10_080}
            hideControls
            value={step.offsetMinutes ?? ''}
            onChange={(value) => change(at, { offsetMinutes: typeof value === 'number' ? value : null })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('templates.stepDrop', { number: String(at + 1) })}
            onClick={() => set({ steps: steps.filter((_step, i) => i !== at) })}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        className={c.add}
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => set({ steps: [...steps, { text: '' }] })}
      >
        {t('templates.stepAdd')}
      </Button>
    </fieldset>
  );
}

function WayBack({ body, set, fault }: { body: TemplateBody; set: Set; fault: Fault }) {
  const { t } = useTexts();
  const [none, setNone] = useState(Boolean(body.rollbackNotNeeded));
  const field = none ? 'rollbackNotNeeded' : 'rollbackPlan';
  return (
    <>
      <Choices
        label={t('templates.wayBack')}
        layout="chips"
        choices={[
          { value: 'plan', text: t('templates.wayBack.plan') },
          { value: 'none', text: t('templates.wayBack.none') },
        ]}
        value={none ? 'none' : 'plan'}
        onChange={(value) => {
          setNone(value === 'none');
          set(value === 'none' ? { rollbackPlan: null } : { rollbackNotNeeded: null });
        }}
      />
      <Textarea
        label={t(none ? 'templates.rollbackNotNeeded' : 'templates.rollbackPlan')}
        autosize
        minRows={2}
        maxRows={6}
        value={body[field] ?? ''}
        error={fault(field)}
        onChange={(event) => set({ [field]: event.currentTarget.value })}
      />
    </>
  );
}

function Frame({ body, set, fault }: { body: TemplateBody; set: Set; fault: Fault }) {
  const { t } = useTexts();
  const { data: services = [] } = useQuery(queries.services());
  const { data: groups = [] } = useQuery(queries.groups());
  const choice = (field: 'serviceId' | 'groupId', items: readonly { id: string; name: string }[]) => (
    <Select
      label={t(`templates.${field}`)}
      data={items.map(({ id, name }) => ({ value: id, label: name }))}
      value={body[field] ?? null}
      error={fault(field)}
      onChange={(id) => set({ [field]: id })}
      searchable
      nothingFoundMessage={t('desk.nothingFound')}
    />
  );
  const count = (field: 'minutes' | 'outageMinutes' | 'failureLimit', min: number, max: number) => (
    <NumberInput
      label={t(`templates.${field}`)}
      min={min}
      max={max}
      value={body[field] ?? ''}
      error={fault(field)}
      onChange={(value) => set({ [field]: typeof value === 'number' ? value : min })}
    />
  );
  return (
    <>
      <div className={dialog.pair}>
        {choice('serviceId', services)}
        {choice('groupId', groups)}
        {count('minutes', 5, 10_080)}
        {count('outageMinutes', 0, 10_080)}
      </div>
      <Choices
        label={t('templates.maxRisk')}
        layout="chips"
        choices={([2, 4] as const).map((risk) => ({ value: String(risk), text: t(`templates.risk.${risk}`) }))}
        value={String(body.maxRisk)}
        onChange={(risk) => set({ maxRisk: risk === '4' ? 4 : 2 })}
      />
      {count('failureLimit', 1, 10)}
    </>
  );
}

/** Writes a draft: a new template, or the next version of one, while what is in force stays in force. */
export function TemplateForm({ template, onClose }: { template: Template | null; onClose: () => void }) {
  const { t } = useTexts();
  const [body, setBody] = useState<TemplateBody>(template ? bodyOfVersion(template.draft ?? template.current) : EMPTY);
  const change = useTemplateChange(template, onClose);
  const set: Set = (part) => setBody((known) => ({ ...known, ...part }));
  const problems = change.error instanceof ApiProblem ? change.error.errors : [];
  const fault: Fault = (field) => problems.find(({ pointer }) => pointer === `/${field}`)?.detail;
  return (
    <FormDialog
      title={t(template ? 'templates.edit' : 'templates.new')}
      submit={t('templates.save')}
      size={720}
      ready={body.nameLv.trim() !== '' && body.nameEn.trim() !== ''}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ do: 'save', body: { ...body, steps: body.steps.filter(({ text }) => text.trim() !== '') } })}
      onClose={onClose}
    >
      <div className={dialog.pair}>
        {(['nameLv', 'nameEn'] as const).map((field) => (
          <TextInput
            key={field}
            label={t(`templates.${field}`)}
            required
            maxLength={200}
            value={body[field]}
            error={fault(field)}
            onChange={(event) => set({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      <Textarea
        label={t('templates.description')}
        autosize
        minRows={2}
        maxRows={5}
        value={body.description ?? ''}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <Steps steps={body.steps} set={set} fault={fault} />
      <Textarea
        label={t('templates.testPlan')}
        autosize
        minRows={2}
        maxRows={5}
        value={body.testPlan ?? ''}
        error={fault('testPlan')}
        onChange={(event) => set({ testPlan: event.currentTarget.value })}
      />
      <WayBack body={body} set={set} fault={fault} />
      <Frame body={body} set={set} fault={fault} />
    </FormDialog>
  );
}
