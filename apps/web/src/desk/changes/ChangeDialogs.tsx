import type { ChangeAction } from './change-actions';
import { AuthoriseDialog } from './dialogs/AuthoriseDialog';
import { CloneDialog } from './dialogs/CloneDialog';
import { CloseDialog } from './dialogs/CloseDialog';
import { ConcurrenceDialog } from './dialogs/ConcurrenceDialog';
import { ConsentDialog } from './dialogs/ConsentDialog';
import { ApproveDialog, RejectDialog } from './dialogs/DecideDialog';
import { FinishDialog } from './dialogs/FinishDialog';
import { CancelChangeDialog, ReturnDialog } from './dialogs/ReasonDialog';
import { ReviewDialog } from './dialogs/ReviewDialog';
import { RiskDialog } from './dialogs/RiskDialog';
import { ScheduleDialog } from './dialogs/ScheduleDialog';
import { StartDialog } from './dialogs/StartDialog';
import { SubmitDialog } from './dialogs/SubmitDialog';
import type { Change } from './types';

const dialogs = {
  approve: ApproveDialog,
  reject: RejectDialog,
  submit: SubmitDialog,
  assessRisk: RiskDialog,
  requestAuthorisation: AuthoriseDialog,
  schedule: ScheduleDialog,
  reschedule: ScheduleDialog,
  start: StartDialog,
  finish: FinishDialog,
  review: ReviewDialog,
  close: CloseDialog,
  consent: ConsentDialog,
  return: ReturnDialog,
  concurrence: ConcurrenceDialog,
  clone: CloneDialog,
  cancel: CancelChangeDialog,
} as const satisfies Record<ChangeAction, unknown>;

/** The dialog of the action that was asked for. */
export function ChangeDialogs({ change, action, onClose }: { change: Change; action: ChangeAction | null; onClose: () => void }) {
  if (action === null) return null;
  const Dialog = dialogs[action];
  return <Dialog change={change} onClose={onClose} />;
}
