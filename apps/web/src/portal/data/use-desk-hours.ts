import { useEffect } from 'react';
import { millis } from '../../shared/format/riga-time';
import { type DeskHours, deskHours } from './hours-calls';
import { useNow } from './use-now';
import { useResource } from './use-resource';

/** The hours of the desk as they are now: read again when it has opened or closed. Null until they are known, or where they cannot be. */
export function useDeskHours(): { hours: DeskHours | null; now: number } {
  const { data, reload } = useResource('desk hours', deskHours);
  const now = useNow();
  const turn = data?.until ?? data?.opensAt ?? null;
  const over = turn !== null && millis(turn) <= now;
  useEffect(() => {
    if (over) reload();
  }, [over, now, reload]);
  return { hours: data, now };
}
