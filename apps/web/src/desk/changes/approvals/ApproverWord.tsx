import { IconCheck, IconX } from '@tabler/icons-react';
import { useFormat } from '../../format';
import { useNow } from '../../now';
import { useTexts } from '../../texts';
import c from '../parts.module.css';
import type { StandingApproval } from '../types';

/** What an approver has said, in a word and a sign; the reader's own turn stands out. */
export function ApproverWord({ approval, waiting = false }: { approval: StandingApproval; waiting?: boolean }) {
  const { t } = useTexts();
  const { short } = useFormat();
  const now = useNow();
  const { state, decidedAt, mine } = approval;
  const at = decidedAt ? short(decidedAt, now) : '';
  const word =
    state === 'pending'
      ? t(mine && !waiting ? 'change.approvals.you' : 'change.approvals.pending')
      : t(`change.approvals.${state}`, { at });
  const Sign = state === 'approved' ? IconCheck : state === 'rejected' ? IconX : null;
  return (
    <span className={`${c.word} num`} data-state={state} data-mine={(mine && !waiting && state === 'pending') || undefined}>
      {Sign && <Sign size={14} stroke={2.4} aria-hidden />}
      {word}
    </span>
  );
}
