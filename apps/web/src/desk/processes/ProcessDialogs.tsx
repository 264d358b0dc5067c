import type { TextKey } from '../texts';
import { DescribeDialog } from './dialogs/DescribeDialog';
import { EvidenceDialog } from './dialogs/EvidenceDialog';
import { FileDialog } from './dialogs/FileDialog';
import { OwnerDialog } from './dialogs/OwnerDialog';
import { RetireDialog, StepDialog, WithdrawDialog } from './dialogs/TextDialog';
import type { ProcessAction, StepName } from './process-actions';
import type { Process } from './process-queries';

const PATHS: Record<StepName, string> = {
  design: 'design',
  approve: 'approval',
  goLive: 'start',
  implement: 'implementation',
  review: 'review',
};

interface Props {
  process: Process;
  action: ProcessAction | null;
  onClose: () => void;
}

/** The dialog of what was asked for. */
export function ProcessDialogs({ process, action, onClose }: Props) {
  if (!action) return null;
  const same = { process, onClose };
  switch (action.do) {
    case 'describe':
      return <DescribeDialog {...same} />;
    case 'owner':
      return <OwnerDialog {...same} />;
    case 'retire':
      return <RetireDialog {...same} />;
    case 'addEvidence':
      return <EvidenceDialog {...same} kind={action.kind} />;
    case 'withdraw':
      return <WithdrawDialog {...same} evidence={action.evidence} />;
    case 'file':
      return <FileDialog {...same} evidence={action.evidence} />;
    case 'verify':
    case 'takeBack': {
      const name = action.do;
      const step = {
        path: `evidence/${action.evidence.id}/verification`,
        method: name === 'verify' ? ('POST' as const) : ('DELETE' as const),
        title: `processes.action.${name}` as const,
        text: `processes.stepText.${name}` as const,
        done: `processes.done.${name}` as const,
        grave: name === 'takeBack',
      };
      return <StepDialog {...same} step={step} />;
    }
    default: {
      const { do: name } = action;
      const text = (part: 'action' | 'stepText' | 'done'): TextKey => `processes.${part}.${name}`;
      return <StepDialog {...same} step={{ path: PATHS[name], title: text('action'), text: text('stepText'), done: text('done') }} />;
    }
  }
}
