import { Textarea } from '@mantine/core';
import { useState } from 'react';
import d from '../../changes/document.module.css';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import { MarkdownText } from '../../ticket/MarkdownText';
import type { Problem } from '../types';
import { Missing, Section } from './Section';
import { SectionForm } from './SectionForm';

const words = (text: string): string | null => text.trim() || null;

function Form({ problem, onClose }: { problem: Problem; onClose: () => void }) {
  const { t } = useTexts();
  const [rootCause, setCause] = useState(problem.rootCause ?? '');
  const [workaround, setWorkaround] = useState(problem.workaround ?? '');
  return (
    <SectionForm problem={problem} body={{ rootCause: words(rootCause), workaround: words(workaround) }} onClose={onClose}>
      <Textarea
        label={t('problem.field.rootCause')}
        autosize
        minRows={2}
        data-autofocus
        value={rootCause}
        onChange={(event) => setCause(event.currentTarget.value)}
      />
      <Textarea
        label={t('problem.field.workaround')}
        description={t('problem.field.workaroundHint')}
        autosize
        minRows={2}
        value={workaround}
        onChange={(event) => setWorkaround(event.currentTarget.value)}
      />
    </SectionForm>
  );
}

/** Why it happens and what to do meanwhile: both together make a known error. */
export function CauseSection({ problem }: { problem: Problem }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const [editing, setEditing] = useState(false);
  const { rootCause, workaround, knownSince } = problem;
  return (
    <Section
      name="cause"
      no={2}
      aside={knownSince && t('problem.knownSince', { date: date(knownSince) })}
      onEdit={problem.abilities.edit && !editing ? () => setEditing(true) : undefined}
    >
      {editing ? (
        <Form problem={problem} onClose={() => setEditing(false)} />
      ) : (
        <dl className={d.facts}>
          <div>
            <dt>{t('problem.field.rootCause')}</dt>
            <dd>{rootCause ? <MarkdownText text={rootCause} /> : <Missing>{t('problem.noCause')}</Missing>}</dd>
          </div>
          <div>
            <dt>{t('problem.field.workaround')}</dt>
            <dd>{workaround ? <MarkdownText text={workaround} /> : <Missing>{t('problem.noWorkaround')}</Missing>}</dd>
          </div>
        </dl>
      )}
    </Section>
  );
}
