import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../texts';
import c from '../form.module.css';
import type { Change, PlanStep } from '../types';
import { SectionForm } from './SectionForm';

const EMPTY: PlanStep = { text: '', offsetMinutes: null, who: null };

interface RowProps {
  step: PlanStep;
  index: number;
  put: (part: Partial<PlanStep>) => void;
  drop: () => void;
}

function Row({ step, index, put, drop }: RowProps) {
  const { t } = useTexts();
  const number = String(index + 1);
  const label = (what: string): string => `${t('change.plan.step', { step: number })}: ${what}`;
  return (
    <li role="group" aria-label={t('change.plan.step', { step: number })}>
      <NumberInput
        aria-label={label(t('change.plan.minute'))}
        placeholder={t('change.plan.minute')}
        min={0}
        max={100_000}
        hideControls
        allowDecimal={false}
        value={step.offsetMinutes ?? ''}
        onChange={(value) => put({ offsetMinutes: typeof value === 'number' ? value : null })}
      />
      <TextInput
        aria-label={label(t('change.plan.what'))}
        placeholder={t('change.plan.what')}
        maxLength={500}
        value={step.text}
        onChange={(event) => put({ text: event.currentTarget.value })}
      />
      <TextInput
        aria-label={label(t('change.plan.who'))}
        placeholder={t('change.plan.who')}
        maxLength={200}
        value={step.who ?? ''}
        onChange={(event) => put({ who: event.currentTarget.value || null })}
      />
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('change.plan.remove', { step: number })} onClick={drop}>
        <IconX size={15} aria-hidden />
      </ActionIcon>
    </li>
  );
}

/** The plan while it is written; empty rows are left out. */
export function PlanForm({ change, onClose }: { change: Change; onClose: () => void }) {
  const { t } = useTexts();
  const [steps, setSteps] = useState<PlanStep[]>(() => (change.plan.length > 0 ? [...change.plan] : [EMPTY]));
  const put = (at: number, part: Partial<PlanStep>): void =>
    setSteps((old) => old.map((step, index) => (index === at ? { ...step, ...part } : step)));
  const plan = steps.filter(({ text }) => text.trim() !== '').map((step) => ({ ...step, text: step.text.trim() }));
  return (
    <SectionForm change={change} body={{ plan }} onClose={onClose}>
      <ol className={c.planRows}>
        {steps.map((step, index) => (
          <Row
            key={index}
            step={step}
            index={index}
            put={(part) => put(index, part)}
            drop={() => setSteps((old) => old.filter((_, at) => at !== index))}
          />
        ))}
      </ol>
      <p className={c.hint}>{t('change.plan.minuteHint')}</p>
      <Button
        size="compact-sm"
        variant="subtle"
        className={c.add}
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setSteps((old) => [...old, EMPTY])}
      >
        {t('change.plan.add')}
      </Button>
    </SectionForm>
  );
}
