import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import d from '../../changes/document.module.css';
import { useTexts } from '../../texts';
import type { Problem } from '../types';
import { Missing, Section } from './Section';
import { SectionForm } from './SectionForm';

const words = (text: string): string | null => text.trim() || null;

function Form({ problem, onClose }: { problem: Problem; onClose: () => void }) {
  const { t } = useTexts();
  const [title, setTitle] = useState(problem.publicTitle ?? '');
  const [text, setText] = useState(problem.publicText ?? '');
  const whole = (title.trim() === '') === (text.trim() === '');
  return (
    <SectionForm problem={problem} body={whole ? { publicTitle: words(title), publicText: words(text) } : null} onClose={onClose}>
      <TextInput
        label={t('problem.field.publicTitle')}
        maxLength={200}
        data-autofocus
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label={t('problem.field.publicText')}
        description={t('problem.field.publicHint')}
        maxLength={2000}
        autosize
        minRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </SectionForm>
  );
}

/** What people are told while they type an incident that sounds like this. */
export function UsersSection({ problem }: { problem: Problem }) {
  const { t } = useTexts();
  const [editing, setEditing] = useState(false);
  const { publicTitle, publicText, knownSince } = problem;
  const aside = publicTitle === null ? null : t(knownSince ? 'problem.offered' : 'problem.notOffered');
  return (
    <Section name="users" no={3} aside={aside} onEdit={problem.abilities.edit && !editing ? () => setEditing(true) : undefined}>
      {editing ? (
        <Form problem={problem} onClose={() => setEditing(false)} />
      ) : publicTitle === null ? (
        <Missing>{t('problem.noPublic')}</Missing>
      ) : (
        <dl className={d.facts}>
          <div>
            <dt>{publicTitle}</dt>
            <dd>{publicText}</dd>
          </div>
        </dl>
      )}
    </Section>
  );
}
