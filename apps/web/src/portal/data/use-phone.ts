import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 900px)');
const subscribe = (listener: () => void): (() => void) => {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
};

/** Whether the page has a single column, as on a phone. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
