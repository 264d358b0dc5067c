import { NumberInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../texts';
import { MarkdownText } from '../../ticket/MarkdownText';
import c from '../form.module.css';
import type { Change } from '../types';
import { Missing, SectionFrame } from './SectionFrame';
import { SectionForm } from './SectionForm';

function RollbackForm({ change, onClose }: { change: Change; onClose: () => void }) {
  const { t } = useTexts();
  const [text, setText] = useState(change.rollbackPlan ?? '');
  const [minutes, setMinutes] = useState<number | null>(change.rollbackMinutes);
  return (
    <SectionForm change={change} body={{ rollbackPlan: text.trim() || null, rollbackMinutes: minutes }} onClose={onClose}>
      <Textarea
        label={t('change.rollback.label')}
        autosize
        minRows={4}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <NumberInput
        className={c.short}
        label={t('change.rollback.minutes')}
        min={0}
        max={10_000}
        hideControls
        allowDecimal={false}
        value={minutes ?? ''}
        onChange={(value) => setMinutes(typeof value === 'number' ? value : null)}
      />
    </SectionForm>
  );
}

/** When and how what was there before is restored. */
export function RollbackSection({ change }: { change: Change }) {
  const { t } = useTexts();
  const [editing, setEditing] = useState(false);
  const { rollbackPlan, rollbackMinutes, abilities } = change;
  return (
    <SectionFrame
      name="rollback"
      aside={rollbackMinutes === null ? null : t('change.rollback.takes', { minutes: String(rollbackMinutes) })}
      onEdit={abilities.edit && !editing ? () => setEditing(true) : undefined}
    >
      {editing ? (
        <RollbackForm change={change} onClose={() => setEditing(false)} />
      ) : rollbackPlan ? (
        <MarkdownText text={rollbackPlan} />
      ) : (
        <Missing>{t('change.rollback.none')}</Missing>
      )}
    </SectionFrame>
  );
}
