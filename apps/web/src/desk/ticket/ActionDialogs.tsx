import type { Ticket } from '../data/types';
import type { TicketAction } from './current-ticket';
import { AsideDialog } from './dialogs/AsideDialog';
import { AssignDialog } from './dialogs/AssignDialog';
import { CancelDialog } from './dialogs/CancelDialog';
import { CategoryDialog } from './dialogs/CategoryDialog';
import { HoldDialog } from './dialogs/HoldDialog';
import { MajorDialog } from './dialogs/MajorDialog';
import { MergeDialog } from './dialogs/MergeDialog';
import { PriorityDialog } from './dialogs/PriorityDialog';
import { ReopenDialog } from './dialogs/ReopenDialog';
import { ResolveDialog } from './dialogs/ResolveDialog';
import { SecurityDialog } from './dialogs/SecurityDialog';
import { ServiceDialog } from './dialogs/ServiceDialog';
import { UnmergeDialog } from './dialogs/UnmergeDialog';

const dialogs = {
  assign: AssignDialog,
  hold: HoldDialog,
  resolve: ResolveDialog,
  reopen: ReopenDialog,
  cancel: CancelDialog,
  priority: PriorityDialog,
  service: ServiceDialog,
  category: CategoryDialog,
  security: SecurityDialog,
  major: MajorDialog,
  aside: AsideDialog,
  merge: MergeDialog,
  unmerge: UnmergeDialog,
};
const hasDialog = (action: TicketAction): action is keyof typeof dialogs => action in dialogs;

/** The dialog of the action that was asked for, if it needs one. */
export function ActionDialogs({ ticket, action, onClose }: { ticket: Ticket; action: TicketAction; onClose: () => void }) {
  if (!hasDialog(action)) return null;
  const Dialog = dialogs[action];
  return <Dialog ticket={ticket} onClose={onClose} />;
}
