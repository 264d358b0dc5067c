import { useEffect, useState } from 'react';
import { browserNow } from '../../shared/format/browser-clock';

/** The browser's time in milliseconds, refreshed twice a minute, so that "11 minutes ago" does not grow stale. */
export function useNow(): number {
  const [now, setNow] = useState(browserNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(browserNow()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
