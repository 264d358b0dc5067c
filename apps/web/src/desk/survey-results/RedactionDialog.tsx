import { Button, Modal, Skeleton, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { FailedPage } from '../shell/Failed';
import { ProblemNote } from '../ticket/ProblemNote';
import { useTexts } from '../texts';
import { commentsQuery, type RedactedComment } from './result-queries';
import c from './comments.module.css';

/** The original with what may name a person marked. */
function Original({ comment }: { comment: RedactedComment }) {
  const { t } = useTexts();
  const { original, marks } = comment;
  return (
    <blockquote className={c.original}>
      {marks.map(({ from, to, kind }, at) => (
        <span key={from}>
          {original.slice(marks[at - 1]?.to ?? 0, from)}
          <mark title={t(`results.mark.${kind}`)}>{original.slice(from, to)}</mark>
        </span>
      ))}
      {original.slice(marks.at(-1)?.to ?? 0)}
    </blockquote>
  );
}

/** The original with every mark blotted out: a first proposal. */
function blotted({ original, marks }: RedactedComment): string {
  return [...marks].reverse().reduce((text, { from, to }) => `${text.slice(0, from)}[…]${text.slice(to)}`, original);
}

function useRedaction(campaignId: string, { id, version }: RedactedComment) {
  const client = useQueryClient();
  const at = { params: { path: { id: campaignId, commentId: id } }, headers: { 'if-match': `"${version}"` } };
  return useMutation({
    mutationFn: (act: { text: string } | { hidden: true } | 'confirm') =>
      act === 'confirm'
        ? bodyOf(api.POST('/api/v1/campaigns/{id}/comments/{commentId}/confirmation', at))
        : bodyOf(api.PUT('/api/v1/campaigns/{id}/comments/{commentId}', { ...at, body: act })),
    onSuccess: ({ items }) => {
      client.setQueryData(commentsQuery(campaignId).queryKey, items);
      return client.invalidateQueries({ queryKey: ['campaigns', campaignId, 'results'] });
    },
  });
}

function Comment({ campaignId, comment }: { campaignId: string; comment: RedactedComment }) {
  const { t } = useTexts();
  const [text, setText] = useState(comment.text ?? blotted(comment));
  const redact = useRedaction(campaignId, comment);
  const same = comment.state !== 'waiting' && !comment.hidden && text.trim() === comment.text;
  return (
    <li className={c.redaction}>
      <p className={c.state} data-state={comment.state}>
        {t(`results.redaction.${comment.state}`, { name: comment.proposedBy?.name ?? '' })}
        {comment.hidden && ` · ${t('results.isHidden')}`}
      </p>
      <Original comment={comment} />
      <Textarea
        label={t('results.asRead')}
        autosize
        minRows={2}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={c.acts}>
        {comment.confirm && (
          <Button size="xs" loading={redact.isPending} onClick={() => redact.mutate('confirm')}>
            {t(comment.hidden ? 'results.confirmHidden' : 'results.confirm')}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          disabled={text.trim() === '' || same || redact.isPending}
          onClick={() => redact.mutate({ text: text.trim() })}
        >
          {t('results.propose')}
        </Button>
        {!comment.hidden && (
          <Button size="xs" variant="default" disabled={redact.isPending} onClick={() => redact.mutate({ hidden: true })}>
            {t('results.hide')}
          </Button>
        )}
      </div>
      {redact.error && <ProblemNote error={redact.error} />}
    </li>
  );
}

/** Every comment in the original, for the two people who clear it of names: one proposes how it may be read, the other confirms. */
export function RedactionDialog({ campaignId, onClose }: { campaignId: string; onClose: () => void }) {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(commentsQuery(campaignId));
  const order = { proposed: 0, waiting: 1, confirmed: 2 };
  const comments = data && [...data].sort((a, b) => order[a.state] - order[b.state] || (a.id < b.id ? -1 : 1));
  return (
    <Modal opened onClose={onClose} size={720} title={t('results.redactTitle')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <p className={c.lead}>{t('results.redactLead')}</p>
      {error && <FailedPage error={error} reset={() => void refetch()} />}
      {!comments && !error && <Skeleton height={180} radius={10} />}
      <ul className={c.redactions}>
        {comments?.map((comment) => (
          <Comment key={`${comment.id} ${comment.version}`} campaignId={campaignId} comment={comment} />
        ))}
      </ul>
    </Modal>
  );
}
