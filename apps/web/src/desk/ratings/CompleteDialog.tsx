import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { problemText } from '../../shared/api/problem';
import type { FollowUp } from '../data/types';
import { useTexts } from '../texts';
import dialogCss from '../ticket/dialogs/dialogs.module.css';
import { useDraft } from '../ticket/drafts';
import c from './ratings.module.css';
import { useCompletion } from './ratings-queries';

/** What was found out and done about a bad rating; what is being written survives a reload. */
export function CompleteDialog({ task, onClose }: { task: FollowUp; onClose: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const [note, setNote] = useDraft(`${task.id}:follow-up`);
  const [contacted, setContacted] = useState(false);
  const completion = useCompletion();
  const ready = note.trim() !== '';
  const send = (): void => {
    if (!ready || completion.isPending) return;
    completion.mutate({ id: task.id, note: note.trim(), contacted }, { onSuccess: () => (setNote(''), onClose()) });
  };
  return (
    <Modal opened onClose={onClose} title={t('ratings.complete')} size={520} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className={dialogCss.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      >
        {task.ticket && (
          <p className={dialogCss.subject}>
            <span className="num">{task.ticket.number}</span> {task.ticket.title}
          </p>
        )}
        {task.rating.comment && <blockquote className={c.quote}>{task.rating.comment}</blockquote>}
        <Textarea
          label={t('ratings.note')}
          description={t('ratings.noteHint')}
          autosize
          minRows={3}
          maxLength={2000}
          required
          data-autofocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Checkbox
          label={task.rater ? t('ratings.contactedName', { name: task.rater.name }) : t('ratings.contacted')}
          checked={contacted}
          onChange={(event) => setContacted(event.currentTarget.checked)}
        />
        {completion.error && <p role="alert">{problemText(texts, completion.error)}</p>}
        <div className={dialogCss.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" loading={completion.isPending} disabled={!ready}>
            {t('ratings.completeButton')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
