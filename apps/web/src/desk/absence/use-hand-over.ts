import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TicketSummary } from '../data/types';
import { type BatchOutcome, useBatch } from '../queue/bulk/use-batch';
import type { HandoverRow } from './handover-queries';
import { type Others, type RefusedRow, useHandOverOthers } from './use-hand-over-others';

/** What one request of a batch takes. */
const AT_ONCE = 100;
const NONE: Others = { done: [], refused: [] };

type TakerOf = (row: Pick<HandoverRow, 'id'>) => string | undefined;

const termsOf =
  (taker: TakerOf) =>
  (row: TicketSummary): { assignment: { groupId: string; assigneeId?: string } } => {
    const assigneeId = taker(row);
    return { assignment: { groupId: row.group?.id ?? '', ...(assigneeId ? { assigneeId } : {}) } };
  };

/** Hands work over, incidents a hundred at a time, and remembers what became of each, so that it can be taken back. */
export function useHandOver() {
  const client = useQueryClient();
  const { run, takeBack } = useBatch();
  const { move, moving } = useHandOverOthers();
  const [outcomes, setOutcomes] = useState<BatchOutcome[]>([]);
  const [others, setOthers] = useState<Others>(NONE);
  const [undone, setUndone] = useState(false);
  const read = async (): Promise<void> => {
    for (const key of ['problems', 'changes']) void client.invalidateQueries({ queryKey: [key] });
    await client.invalidateQueries({ queryKey: ['handover'] });
  };
  /** `to`: who of a row's group takes it; undefined for nobody. */
  const handOver = async (rows: readonly HandoverRow[], to: (row: HandoverRow) => string | undefined): Promise<void> => {
    const takers = new Map(rows.map((row) => [row.id, to(row)]));
    const incidents = rows.flatMap(({ incident }) => incident ?? []);
    const done: BatchOutcome[] = [];
    setUndone(false);
    setOutcomes([]);
    setOthers(NONE);
    for (let from = 0; from < incidents.length; from += AT_ONCE) {
      const some = incidents.slice(from, from + AT_ONCE);
      done.push(await run.mutateAsync({ action: 'assign', rows: some, incident: termsOf(({ id }) => takers.get(id)) }));
      setOutcomes([...done]);
    }
    const rest = rows.filter(({ incident }) => incident === null);
    setOthers(await move(rest, ({ id }) => takers.get(id) ?? null));
    await read();
  };
  const undo = async (): Promise<void> => {
    for (const { undo: back } of outcomes) if (back) await takeBack.mutateAsync(back);
    const { refused } = await move(others.done, ({ assignee }) => assignee?.id ?? null);
    setOutcomes([]);
    setOthers({ done: [], refused });
    setUndone(true);
    await read();
  };
  const busy = run.isPending || takeBack.isPending || moving;
  return { handOver, undo, undone, busy, error: run.error ?? takeBack.error, ...summaryOf(outcomes, others) };
}

function summaryOf(outcomes: readonly BatchOutcome[], others: Others): { doneCount: number; refused: RefusedRow[] } {
  return {
    doneCount: outcomes.reduce((count, { done }) => count + done.length, others.done.length),
    refused: [...outcomes.flatMap((outcome): RefusedRow[] => outcome.refused), ...others.refused],
  };
}
