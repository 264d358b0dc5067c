import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../shared/api-schema';
import { api, bodyOf } from '../../../shared/api/api';
import { ticketChanged } from '../../data/ticket-cache';
import type { Ticket, TicketSummary } from '../../data/types';
import { useTexts } from '../../texts';

type Schemas = components['schemas'];
export type Batch = Schemas['IncidentBatchRequest'];
export type BatchAction = Batch['action'];
type Result = Schemas['BatchResultResponse'];

/** A batch that was carried out: what became of each ticket, and what each was before. */
export interface BatchOutcome {
  action: BatchAction;
  done: { ticket: Ticket; before: TicketSummary }[];
  refused: { before: TicketSummary; detail: string }[];
  /** The batch that takes it back; null where the lifecycle has no way back. */
  undo: (Batch & { rows: TicketSummary[] }) | null;
}

/** A batch without its tickets, which the rows name. */
export type BatchTerms = Omit<Batch, 'incidents'> & { incident?: (row: TicketSummary) => Partial<Batch['incidents'][number]> };

function outcomeOf(action: BatchAction, rows: readonly TicketSummary[], items: readonly Result[]): Omit<BatchOutcome, 'undo'> {
  const before = new Map(rows.map((row) => [row.id, row]));
  const known = items.flatMap((item) => {
    const row = before.get(item.id);
    return row ? [{ item, row }] : [];
  });
  return {
    action,
    done: known.flatMap(({ item, row }) => (item.ticket ? [{ ticket: item.ticket as Ticket, before: row }] : [])),
    refused: known.flatMap(({ item, row }) => (item.refusal ? [{ before: row, detail: item.refusal.detail }] : [])),
  };
}

/** What takes a batch back: the assignment to whom each ticket had before, the end of a hold. Each on the version that the batch has left. */
function undoOf({ action, done }: Omit<BatchOutcome, 'undo'>, reason: string): BatchOutcome['undo'] {
  const at = ({ id, version }: Ticket): { id: string; version: number } => ({ id, version });
  const rows = done.map(({ ticket }) => ticket);
  if (action === 'hold' && done.length > 0) return { action: 'resume', rows, incidents: rows.map(at) };
  const homes = done.flatMap(({ ticket, before: { group, assignee } }) =>
    group ? [{ ticket, assignment: { groupId: group.id, reason, ...(assignee ? { assigneeId: assignee.id } : {}) } }] : [],
  );
  if (action !== 'assign' || homes.length === 0) return null;
  return {
    action,
    rows: homes.map(({ ticket }) => ticket),
    incidents: homes.map(({ ticket, assignment }) => ({ ...at(ticket), assignment })),
  };
}

/** Does one thing with several tickets, each on the version that the list shows. Rows, counts and open tickets follow. */
export function useBatch() {
  const client = useQueryClient();
  const { t } = useTexts();
  const send = async (body: Batch, rows: readonly TicketSummary[]): Promise<BatchOutcome> => {
    const { items } = await bodyOf(api.POST('/api/v1/incidents/batches', { body }));
    const outcome = outcomeOf(body.action, rows, items);
    outcome.done.forEach(({ ticket }) => ticketChanged(client, ticket));
    return { ...outcome, undo: undoOf(outcome, t('bulk.undoReason')) };
  };
  const run = useMutation({
    mutationFn: ({ rows, incident, ...terms }: BatchTerms & { rows: readonly TicketSummary[] }) =>
      send({ ...terms, incidents: rows.map((row) => ({ id: row.id, version: row.version, ...incident?.(row) })) }, rows),
  });
  const takeBack = useMutation({
    mutationFn: async ({ rows, ...body }: NonNullable<BatchOutcome['undo']>) => ({ ...(await send(body, rows)), undo: null }),
  });
  return { run, takeBack };
}
