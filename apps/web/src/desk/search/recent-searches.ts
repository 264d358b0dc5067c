import { useMe } from '../data/session';

const KEPT = 8;

function stored(key: string): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

const keyOf = (personId: string): string => `atbalsts-searches-${personId}`;

/** Keeps what somebody looked for on this device, the latest first. */
export function rememberSearch(personId: string, q: string): void {
  const words = q.trim();
  if (words.length < 2) return;
  const key = keyOf(personId);
  try {
    localStorage.setItem(key, JSON.stringify([words, ...stored(key).filter((one) => one !== words)].slice(0, KEPT)));
  } catch {
    // Without storage nothing is remembered.
  }
}

/** What the person looked for lately on this device, the latest first. */
export function useRecentSearches(): { recent: string[]; remember: (q: string) => void } {
  const { id } = useMe();
  return { recent: stored(keyOf(id)), remember: (q) => rememberSearch(id, q) };
}
