import { useState } from 'react';
import { request } from '../../shared/api/http';
import { problemText } from '../../shared/api/problem';
import { useTexts } from '../texts';
import type { HandoverRow } from './handover-queries';

export interface RefusedRow {
  before: Pick<HandoverRow, 'id' | 'number' | 'title'>;
  detail: string;
}

/** What became of problems and changes. */
export interface Others {
  /** As they are now, each with the one who had it. */
  readonly done: readonly HandoverRow[];
  readonly refused: readonly RefusedRow[];
}

/** Gives a problem or a change to somebody of its group, or to nobody, on the version that is shown. The row as it is then. */
async function handOverOther(row: HandoverRow, assigneeId: string | null): Promise<HandoverRow> {
  const ifMatch = `"${row.version}"`;
  const { data } = await (row.kind === 'problem'
    ? request<{ version: number }>('POST', `/problems/${row.id}/assignment`, {
        body: { groupId: row.group.id, ...(assigneeId ? { assigneeId } : {}) },
        ifMatch,
      })
    : request<{ version: number }>('PATCH', `/changes/${row.id}`, { body: { assigneeId }, ifMatch }));
  return { ...row, version: data.version };
}

/** Hands over problems and changes: they are few, and go one by one by the rules of their modules. */
export function useHandOverOthers() {
  const texts = useTexts();
  const [moving, setMoving] = useState(false);
  const move = async (rows: readonly HandoverRow[], to: (row: HandoverRow) => string | null): Promise<Others> => {
    const done: HandoverRow[] = [];
    const refused: RefusedRow[] = [];
    setMoving(true);
    for (const row of rows) {
      await handOverOther(row, to(row)).then(
        (now) => done.push(now),
        (error: unknown) => refused.push({ before: row, detail: problemText(texts, error) }),
      );
    }
    setMoving(false);
    return { done, refused };
  };
  return { move, moving };
}
