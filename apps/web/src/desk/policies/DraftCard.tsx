import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconPencil, IconSend, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api/api';
import { useRight } from '../data/session';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { Comparison } from './Comparison';
import c from './draft.module.css';
import { policyQueries } from './policy-queries';
import { PublishDialog } from './PublishDialog';
import type { Policy, PolicyDraft } from './types';

function Warnings({ warnings }: { warnings: PolicyDraft['warnings'] }) {
  const { t } = useTexts();
  if (warnings.length === 0) return null;
  return (
    <ul className={c.warnings} aria-label={t('sla.warnings')}>
      {warnings.map(({ text }) => (
        <li key={text}>
          <IconAlertTriangle size={16} aria-hidden /> {text}
        </li>
      ))}
    </ul>
  );
}

/** Throwing away asks once more, in place. */
function Discard({ policy }: { policy: Policy }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const discard = useMutation({
    mutationFn: () => api.DELETE('/api/v1/policies/{id}/draft', { params: { path: { id: policy.id } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['policies'] }),
  });
  return (
    <>
      {discard.error && <ProblemNote error={discard.error} />}
      <Button
        variant={sure ? 'filled' : 'subtle'}
        color={sure ? 'red.8' : 'gray'}
        className={sure ? undefined : c.quietButton}
        leftSection={<IconTrash size={16} aria-hidden />}
        loading={discard.isPending}
        onBlur={() => setSure(false)}
        onClick={() => (sure ? discard.mutate() : setSure(true))}
      >
        {t(sure ? 'sla.discardSure' : 'sla.discard')}
      </Button>
    </>
  );
}

function Acts({ policy, draft, onEdit }: { policy: Policy; draft: PolicyDraft; onEdit: () => void }) {
  const { t } = useTexts();
  const mayPublish = useRight('sla.publish');
  const [publishing, setPublishing] = useState(false);
  return (
    <footer className={c.acts}>
      {draft.abilities.edit && <Discard policy={policy} />}
      <span className={c.grow} />
      {mayPublish && !draft.abilities.publish && <p>{t('sla.ownDraft')}</p>}
      {!mayPublish && <p>{t('sla.secondPerson')}</p>}
      {draft.abilities.edit && (
        <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
          {t('sla.editDraft')}
        </Button>
      )}
      {draft.abilities.publish && (
        <Button leftSection={<IconSend size={16} aria-hidden />} onClick={() => setPublishing(true)}>
          {t('sla.publish')}
        </Button>
      )}
      {publishing && <PublishDialog policy={policy} draft={draft} onClose={() => setPublishing(false)} />}
    </footer>
  );
}

/** The draft: who made it, what it would change, what does not fit, and what one may do with it. */
export function DraftCard({ policy, onEdit }: { policy: Policy; onEdit: () => void }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const draft = useQuery(policyQueries.draft(policy.id));
  const comparison = useQuery(policyQueries.comparison(policy.id));
  if (!draft.data || !comparison.data) return <Skeleton height={180} radius={12} />;
  const { version, drafters, updatedAt, note, warnings } = draft.data;
  return (
    <section className={c.draft} aria-labelledby="draft-title">
      <header>
        <h2 id="draft-title">{t('sla.draftTitle', { version: String(version) })}</h2>
        <p className="num">
          {drafters.map(({ name }) => name).join(', ')} · {dateTime(updatedAt)}
          {note && ` · ${note}`}
        </p>
      </header>
      <Comparison comparison={comparison.data} />
      <Warnings warnings={warnings} />
      <Acts policy={policy} draft={draft.data} onEdit={onEdit} />
    </section>
  );
}
