import type { CalendarChange, CalendarConflict, ChangeCalendar } from './calendar-queries';

/** Two changes that do not go together, with all reasons; or one with a window that it does not fit. */
export interface Clash {
  key: string;
  blocking: boolean;
  from: string;
  to: string;
  first: CalendarChange;
  /** Null where the clash is with a freeze or with maintenance. */
  second: CalendarChange | null;
  conflicts: CalendarConflict[];
}

/** The clashes to explain, those that block first, then by time. Outside maintenance alone is no clash: the picture shows it. */
export function clashesOf({ changes, conflicts }: Pick<ChangeCalendar, 'changes' | 'conflicts'>): Clash[] {
  const byId = new Map(changes.map((change) => [change.id, change]));
  const found = new Map<string, Clash>();
  for (const conflict of conflicts) {
    const first = byId.get(conflict.changeId);
    if (!first || conflict.reason === 'outside_maintenance') continue;
    const key = `${conflict.changeId} ${conflict.otherId ?? conflict.freezeId ?? ''}`;
    const known = found.get(key);
    const { blocking, from, to } = conflict;
    if (known) known.conflicts.push(conflict);
    else found.set(key, { key, blocking, from, to, first, second: byId.get(conflict.otherId ?? '') ?? null, conflicts: [conflict] });
  }
  return [...found.values()].sort((a, b) => Number(b.blocking) - Number(a.blocking) || (a.from < b.from ? -1 : 1));
}

/** Which of the two to move: one that the reader may move, of both the one that takes less time. */
export function toMove({ first, second }: Clash): CalendarChange | null {
  const length = ({ from, to }: CalendarChange): number => Date.parse(to) - Date.parse(from);
  const movable = [first, second].filter((change): change is CalendarChange => change?.movable === true);
  return movable.sort((a, b) => length(a) - length(b))[0] ?? null;
}

/** Ids of changes in a clash. */
export function clashing(clashes: readonly Clash[]): Map<string, 'blocks' | 'warns'> {
  const ids = new Map<string, 'blocks' | 'warns'>();
  for (const { first, second, blocking } of clashes)
    for (const change of [first, second]) if (change && ids.get(change.id) !== 'blocks') ids.set(change.id, blocking ? 'blocks' : 'warns');
  return ids;
}
