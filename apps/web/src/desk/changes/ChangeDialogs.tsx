import type { ChangeAction } from './change-actions';
import { ApproveDialog, RejectDialog } from './dialogs/DecideDialog';
import type { Change } from './types';

const dialogs = { approve: ApproveDialog, reject: RejectDialog };

/** The dialog of the action that was asked for. */
export function ChangeDialogs({ change, action, onClose }: { change: Change; action: ChangeAction | null; onClose: () => void }) {
  if (action === null) return null;
  const Dialog = dialogs[action];
  return <Dialog change={change} onClose={onClose} />;
}
