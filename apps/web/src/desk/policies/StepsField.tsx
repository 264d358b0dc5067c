import { ActionIcon, Button, MultiSelect, NativeSelect, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../data/queries';
import { useTexts } from '../texts';
import css from './editor.module.css';
import c from './draft.module.css';
import type { Step, StepAction } from './types';
import { useTargetWords } from './use-target-words';

const plain: StepAction[] = ['notify_assignee', 'notify_lead', 'notify_manager', 'raise_rank'];
const named: StepAction[] = ['notify_role', 'notify_person', 'reassign'];
const roles = ['group_lead', 'change_manager', 'process_owner', 'manager', 'survey_officer', 'asset_manager', 'auditor', 'administrator'];

const isPlain = ({ action }: Step): boolean => plain.includes(action);

interface NamedProps {
  thresholds: number[];
  onAdd: (step: Step) => void;
}

function Whom({
  action,
  value,
  onChange,
}: {
  action: StepAction;
  value: { id: string; name: string } | null;
  onChange: (to: { id: string; name: string } | null) => void;
}) {
  const { t } = useTexts();
  const words = useTargetWords();
  const [q, setQ] = useState('');
  const { data: groups = [] } = useQuery(queries.groups());
  const { data: people = [] } = useQuery(queries.people(q));
  const choices: { id: string; name: string }[] =
    action === 'reassign' ? groups : action === 'notify_person' ? people : roles.map((id) => ({ id, name: words.role(id) }));
  const known = value && !choices.some(({ id }) => id === value.id) ? [...choices, value] : choices;
  return (
    <Select
      size="sm"
      aria-label={t('sla.whom')}
      placeholder={t('sla.whom')}
      searchable
      data={known.map(({ id, name }) => ({ value: id, label: name }))}
      value={value?.id ?? null}
      onSearchChange={setQ}
      nothingFoundMessage={t('desk.nothingFound')}
      onChange={(id) => onChange(known.find((one) => one.id === id) ?? null)}
    />
  );
}

/** A step that names somebody: a role, a person or a group. */
function NewNamed({ thresholds, onAdd }: NamedProps) {
  const { t } = useTexts();
  const [pct, setPct] = useState(100);
  const [action, setAction] = useState<StepAction>('notify_role');
  const [to, setTo] = useState<{ id: string; name: string } | null>(null);
  const at = thresholds.includes(pct) ? pct : 100;
  return (
    <div className={css.newStep}>
      <NativeSelect
        size="sm"
        aria-label={t('sla.term.thresholds')}
        data={thresholds.map((one) => ({ value: String(one), label: `${one} %` }))}
        value={String(at)}
        onChange={(event) => setPct(Number(event.currentTarget.value))}
      />
      <NativeSelect
        size="sm"
        aria-label={t('sla.steps')}
        data={named.map((one) => ({ value: one, label: t(`sla.action.${one}`) }))}
        value={action}
        onChange={(event) => (setAction(event.currentTarget.value as StepAction), setTo(null))}
      />
      <Whom action={action} value={to} onChange={setTo} />
      <Button
        size="sm"
        variant="default"
        leftSection={<IconPlus size={15} aria-hidden />}
        disabled={!to}
        onClick={() => (to && onAdd({ pct: at, action, to }), setTo(null))}
      >
        {t('sla.add')}
      </Button>
    </div>
  );
}

/** What is done at each threshold (DOMAIN 4.5): the usual by choosing, what names somebody by adding. */
export function StepsField({ thresholds, steps, onChange }: { thresholds: number[]; steps: Step[]; onChange: (steps: Step[]) => void }) {
  const { t } = useTexts();
  const words = useTargetWords();
  const usual = (pct: number, actions: string[]): void =>
    onChange([
      ...steps.filter((step) => step.pct !== pct || !isPlain(step)),
      ...actions.map((action) => ({ pct, action: action as StepAction, to: null })),
    ]);
  const others = steps.filter((step) => !isPlain(step));
  return (
    <fieldset className={css.steps}>
      <legend>{t('sla.steps')}</legend>
      {thresholds.map((pct) => (
        <div key={pct} className={css.stepRow}>
          <b className="num">{pct} %</b>
          <MultiSelect
            size="sm"
            aria-label={`${t('sla.steps')}, ${pct} %`}
            data={plain.map((action) => ({ value: action, label: t(`sla.action.${action}`) }))}
            value={steps.filter((step) => step.pct === pct && isPlain(step)).map(({ action }) => action)}
            onChange={(actions) => usual(pct, actions)}
          />
        </div>
      ))}
      {others.map((step) => (
        <p key={`${step.pct} ${step.action} ${step.to?.id ?? ''}`} className={css.namedStep}>
          <b className="num">{step.pct} %</b> {words.step(step)}
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            className={c.iconButton}
            aria-label={t('sla.removeStep', { step: `${step.pct} % ${words.step(step)}` })}
            onClick={() => onChange(steps.filter((one) => one !== step))}
          >
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </p>
      ))}
      <NewNamed thresholds={thresholds} onAdd={(step) => onChange([...steps, step])} />
    </fieldset>
  );
}
