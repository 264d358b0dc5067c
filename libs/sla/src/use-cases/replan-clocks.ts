import { Injectable } from '@nestjs/common';
import { versionChains } from '#calendars';
import type { Tx, Run, Slice } from '#platform';
import { countOutdated, ticketsWithOutdated } from '../store/outdated-clocks.js';
import { ReplanTickets } from './replan-tickets.js';

/** Tickets in one transaction: few enough that an agent who needs one of them waits a fraction of a second. */
const BATCH = 400;
/** Tickets that somebody held are tried again after this. */
const AGAIN_MS = 500;

/** What the slices so far came to, in clocks; `failed` and the `skipped` tickets are those of this round. */
interface Progress {
  readonly replanned: number;
  readonly moved: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Moves every open clock of a calendar to its version in force. It walks through the tickets by their ids and begins again while there were
 * some that somebody held. What it has not reached runs on by the old version.
 */
@Injectable()
export class ReplanClocks {
  constructor(private readonly tickets: ReplanTickets) {}

  /** The next tickets of a run of kind `replan`. */
  async slice(tx: Tx, run: Run): Promise<Slice> {
    const before = { replanned: 0, moved: 0, failed: 0, skipped: 0, ...run.progress } as Progress;
    const [chain] = await versionChains(tx, String(run.request['calendarId']));
    const older = chain?.older ?? [];
    const total = run.total ?? (await countOutdated(tx, older));
    const ids = await ticketsWithOutdated(tx, older, run.cursor, BATCH);
    const place = { done: run.done, total, cursor: run.cursor, progress: { ...before } };
    if (!chain || ids.length === 0) {
      if (before.skipped > 0) return { ...place, cursor: null, progress: { ...before, failed: 0, skipped: 0 }, pauseMs: AGAIN_MS };
      const { replanned, moved, failed } = before;
      return { ...place, end: { result: { replanned, moved, unmoved: replanned - moved, failed } } };
    }
    const { clocks, moved, failed, skipped } = await this.tickets.execute(tx, ids, chain, run.actorId);
    const progress = {
      replanned: before.replanned + clocks,
      moved: before.moved + moved,
      failed: before.failed + failed,
      skipped: before.skipped + skipped,
    };
    return { done: run.done + clocks, total, cursor: ids.at(-1) ?? null, progress };
  }
}
