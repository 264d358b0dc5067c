import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { NewChangeDialog } from '../changes/dialogs/NewChangeDialog';
import { IdentifyDialog } from './dialogs/IdentifyDialog';
import { LinkChangeDialog, LinkIncidentDialog } from './dialogs/LinkDialogs';
import { AssignProblemDialog, InvestigateDialog } from './dialogs/OwnerDialogs';
import { VerifyDialog } from './dialogs/VerifyDialog';
import { AcceptRiskDialog, DismissDialog, ResolveProblemDialog } from './dialogs/WordsDialog';
import type { ProblemAction } from './problem-actions';
import type { Problem } from './types';

interface Props {
  problem: Problem;
  onClose: () => void;
}

/** A change that is to remove the cause; it opens on its own page. */
function RaiseChange({ problem, onClose }: Props) {
  const navigate = useNavigate();
  const client = useQueryClient();
  return (
    <NewChangeDialog
      incident={problem}
      onClose={onClose}
      onMade={({ number }) => {
        void client.invalidateQueries({ queryKey: ['problems'] });
        void navigate({ to: '/desk/changes/$number', params: { number } });
      }}
    />
  );
}

const dialogs = {
  investigate: InvestigateDialog,
  identify: IdentifyDialog,
  resolve: ResolveProblemDialog,
  verify: VerifyDialog,
  raiseChange: RaiseChange,
  acceptRisk: AcceptRiskDialog,
  linkIncident: LinkIncidentDialog,
  linkChange: LinkChangeDialog,
  assign: AssignProblemDialog,
  dismiss: DismissDialog,
} as const satisfies Record<ProblemAction, unknown>;

/** The dialog of the action that was asked for. */
export function ProblemDialogs({ problem, action, onClose }: Props & { action: ProblemAction | null }) {
  if (action === null) return null;
  const Dialog = dialogs[action];
  return <Dialog problem={problem} onClose={onClose} />;
}
