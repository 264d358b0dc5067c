import { Button, Modal, Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../../shared/api/problem';
import { useTexts } from '../texts';
import dialogCss from '../ticket/dialogs/dialogs.module.css';
import { type ApprovalCard, delegatesQuery, useDelegation } from './approvals-queries';

/** Hands the decision to somebody who may take it too. */
export function DelegateDialog({ card, onClose }: { card: ApprovalCard; onClose: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const [toId, setToId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const people = useQuery(delegatesQuery(card.id));
  const sending = useDelegation(card.id);
  const ready = toId !== null && reason.trim() !== '';
  const error = people.error ?? sending.error;
  return (
    <Modal opened onClose={onClose} title={t('approvals.delegateTitle')} size={480} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className={dialogCss.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !sending.isPending) sending.mutate({ toId, reason: reason.trim() }, { onSuccess: onClose });
        }}
      >
        <p className={dialogCss.subject}>
          <span className="num">{card.ticket.number}</span> {card.ticket.title}
        </p>
        {people.data?.length === 0 ? (
          <p>{t('approvals.delegateNone')}</p>
        ) : (
          <Select
            label={t('approvals.delegateTo')}
            description={t('approvals.delegateHint')}
            placeholder={t('approvals.person')}
            searchable
            required
            data-autofocus
            data={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={toId}
            onChange={setToId}
          />
        )}
        <Textarea
          label={t('approvals.delegateWhy')}
          autosize
          minRows={2}
          maxLength={2000}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {error && <p role="alert">{problemText(texts, error)}</p>}
        <div className={dialogCss.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" loading={sending.isPending} disabled={!ready}>
            {t('approvals.delegate')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
