import { useSyncExternalStore } from 'react';
import type { Me } from '../../shared/api/api-types';
import { api, bodyOf } from '../../shared/api/api';
import { setCsrfToken, whenSignedOut } from '../../shared/api/http';
import { ApiProblem } from '../../shared/api/problem';
import type { Locale } from '../../shared/i18n/messages';
import { chooseTheme, storedTheme } from '../../shared/theme/theme';
import { i18n } from '../texts';

/** Who is here: not known yet, nobody, somebody, or unknown because the server did not answer. */
export type Session =
  { state: 'unknown' } | { state: 'signed-out'; ended: boolean } | { state: 'failed'; error: unknown } | { state: 'signed-in'; me: Me };

let session: Session = { state: 'unknown' };
const listeners = new Set<() => void>();

function become(next: Session): void {
  session = next;
  setCsrfToken(next.state === 'signed-in' ? next.me.csrfToken : '');
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The present session, followed. */
export const useSession = (): Session => useSyncExternalStore(subscribe, () => session);

/** The signed-in person, followed; only for pages that are drawn for somebody signed in. */
export function useMe(): Me {
  const current = useSession();
  if (current.state !== 'signed-in') throw new Error('This page is drawn for a signed-in person only.');
  return current.me;
}

async function enter(me: Me): Promise<void> {
  if (me.locale !== i18n.texts().locale) await i18n.use(me.locale);
  become({ state: 'signed-in', me });
}

/** Asks who is here. `ready` is what must be there before the language is decided: the texts of this browser's language. */
export async function loadSession(ready: Promise<void> = Promise.resolve()): Promise<void> {
  try {
    const [me] = await Promise.all([bodyOf(api.GET('/api/v1/me')), ready]);
    await enter(me);
  } catch (error) {
    const nobody = error instanceof ApiProblem && error.status === 401;
    become(nobody ? { state: 'signed-out', ended: false } : { state: 'failed', error });
  }
}

/** What is asked after the password: a code, or setting up an authenticator. */
export type SignInStep = 'code' | 'enrolment';

/** Opens a session, or says which step is asked next. @throws ApiProblem with code identity.wrong-credentials or identity.too-many-attempts. */
export async function signIn(login: string, password: string): Promise<Me | SignInStep> {
  const answer = await bodyOf(api.POST('/api/v1/session', { body: { login, password } }));
  return 'step' in answer ? answer.step : comeIn(answer);
}

/** Somebody has taken the last step. His theme comes with him. Whoever works elsewhere leaves the portal, so its pages are not drawn for him. */
export async function comeIn(me: Me): Promise<Me> {
  if (me.theme !== storedTheme()) chooseTheme(me.theme);
  if (me.home === 'portal') await enter(me);
  return me;
}

/** The signed-in person as he is now. */
export function putMe(me: Me): void {
  become({ state: 'signed-in', me });
}

/** Ends the session and returns to the start, by the page on which a provider is signed out of too, where there is one. */
export async function signOut(): Promise<void> {
  const there = await bodyOf(api.DELETE('/api/v1/session')).catch((error: unknown) => {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
  });
  if (there) location.assign(there.goTo);
  else become({ state: 'signed-out', ended: false });
}

/** Switches the language here and, for somebody signed in, in the account. The page switches at once; the account may follow. */
export async function chooseLocale(locale: Locale): Promise<void> {
  await i18n.use(locale);
  if (session.state !== 'signed-in') return;
  const me = await bodyOf(api.PATCH('/api/v1/me', { body: { locale } }));
  become({ state: 'signed-in', me: { ...session.me, ...me } });
}

whenSignedOut(() => become({ state: 'signed-out', ended: true }));
