import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../texts';
import { MarkdownText } from '../../ticket/MarkdownText';
import type { Change } from '../types';
import { Missing, SectionFrame } from './SectionFrame';
import { SectionForm } from './SectionForm';

function TestForm({ change, onClose }: { change: Change; onClose: () => void }) {
  const { t } = useTexts();
  const [text, setText] = useState(change.testPlan ?? '');
  return (
    <SectionForm change={change} body={{ testPlan: text.trim() || null }} onClose={onClose}>
      <Textarea label={t('change.test.label')} autosize minRows={4} value={text} onChange={(event) => setText(event.currentTarget.value)} />
    </SectionForm>
  );
}

/** How it was tested, and how it will be seen that it works. */
export function TestSection({ change }: { change: Change }) {
  const { t } = useTexts();
  const [editing, setEditing] = useState(false);
  return (
    <SectionFrame name="test" onEdit={change.abilities.edit && !editing ? () => setEditing(true) : undefined}>
      {editing ? (
        <TestForm change={change} onClose={() => setEditing(false)} />
      ) : change.testPlan ? (
        <MarkdownText text={change.testPlan} />
      ) : (
        <Missing>{t('change.test.none')}</Missing>
      )}
    </SectionFrame>
  );
}
