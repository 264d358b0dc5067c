/** Where to send somebody without a session: the portal's sign-in, which leads back to `next` afterwards. */
export const signInPath = (next: string): string => `/?next=${encodeURIComponent(next)}`;

/** The `next` of an address, if it is a path of ours; anything that could lead to another site is dropped. */
export function safeNext(search: string): string | null {
  const next = new URLSearchParams(search).get('next');
  if (!next || !/^\/[^/\\]/.test(next)) return null;
  return new URL(next, location.origin).origin === location.origin ? next : null;
}

const HOMES = { portal: '/', desk: '/desk', reports: '/reports', processes: '/reports/processes', admin: '/admin' } as const;

/** The page that a person's work starts on. */
export const homePath = (home: keyof typeof HOMES): string => HOMES[home];
