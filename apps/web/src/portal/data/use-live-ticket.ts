import { useEffect, useEffectEvent } from 'react';
import { onLive } from '../../shared/live/stream';

/** Calls `reload` when the server says that a ticket changed (any ticket, when no id is given), or that something may have been missed. */
export function useLiveTicket(id: string | null, reload: () => void): void {
  const changed = useEffectEvent(reload);
  useEffect(() => {
    let timer = 0;
    const stop = onLive((event) => {
      if (event.type === 'ticket' && id !== null && event.id !== id) return;
      if (event.type !== 'ticket' && event.type !== 'resync') return;
      // Several events of one change come together.
      clearTimeout(timer);
      timer = window.setTimeout(changed, 150);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [id]);
}
