import { useState } from 'react';
import type { Page } from '../../shared/api/api-types';

/** The pages after the first, read one by one at the person's wish; what has moved onto the first meanwhile is not shown twice. */
export function useMorePages<Item extends { id: string }>(first: Page<Item> | null, read: (cursor: string) => Promise<Page<Item>>) {
  const [more, setMore] = useState<Page<Item>[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const cursor = (more.at(-1) ?? first)?.nextCursor ?? null;
  const next = async (): Promise<void> => {
    if (!cursor) return;
    setBusy(true);
    setError(null);
    try {
      const page = await read(cursor);
      setMore((before) => [...before, page]);
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  };
  const known = new Set(first?.items.map((item) => item.id));
  const items = [...(first?.items ?? []), ...more.flatMap((page) => page.items).filter((item) => !known.has(item.id))];
  return { items, hasMore: cursor !== null, busy, error, next };
}
