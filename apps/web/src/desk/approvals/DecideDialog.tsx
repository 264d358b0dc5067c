import { Button, Modal, Textarea } from '@mantine/core';
import { problemText } from '../../shared/api/problem';
import { useTexts } from '../texts';
import dialogCss from '../ticket/dialogs/dialogs.module.css';
import { useDraft } from '../ticket/drafts';
import { type Decision, useDecision } from './approvals-queries';

interface Props {
  approvalId: string;
  ticket: { readonly number: string; readonly title: string };
  decision: Decision;
  onClose: () => void;
}

/** The last look before a decision that cannot be taken back; a rejection says why. */
export function DecideDialog({ approvalId, ticket, decision, onClose }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const rejects = decision === 'rejected';
  const [reason, setReason] = useDraft(`${approvalId}:${decision}`);
  const sending = useDecision(approvalId);
  const ready = !rejects || reason.trim() !== '';
  const send = (): void => {
    if (!ready || sending.isPending) return;
    sending.mutate({ decision, reason: reason.trim() }, { onSuccess: () => (setReason(''), onClose()) });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(rejects ? 'approvals.confirmReject' : 'approvals.confirmApprove')}
      size={480}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className={dialogCss.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p className={dialogCss.subject}>
          <span className="num">{ticket.number}</span> {ticket.title}
        </p>
        <Textarea
          label={t(rejects ? 'approvals.whyRejected' : 'approvals.comment')}
          description={rejects ? t('approvals.whyRejectedHint') : undefined}
          autosize
          minRows={2}
          maxLength={2000}
          required={rejects}
          data-autofocus={rejects || undefined}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <p className={dialogCss.subject}>{t('approvals.final')}</p>
        {sending.error && <p role="alert">{problemText(texts, sending.error)}</p>}
        <div className={dialogCss.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button
            type="submit"
            color={rejects ? 'red' : undefined}
            loading={sending.isPending}
            disabled={!ready}
            data-autofocus={!rejects || undefined}
          >
            {t(rejects ? 'approvals.reject' : 'approvals.approve')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
