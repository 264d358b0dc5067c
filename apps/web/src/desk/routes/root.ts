import { createRootRoute, notFound, redirect } from '@tanstack/react-router';
import { homePath } from '../../shared/api/sign-in-path';
import { queryClient } from '../data/client';
import { referenceQuery } from '../data/reference-words';
import { meQuery } from '../data/session';
import { FailedPage, NotFoundPage } from '../shell/Failed';
import { Shell } from '../shell/Shell';
import { i18n } from '../texts';

/** What every page of the desk stands in. */
export const root = createRootRoute({
  beforeLoad: async () => {
    // The names of codes come beside the person; a page does not wait for them for long, nor fail without them.
    const words = queryClient.ensureQueryData(referenceQuery).catch(() => undefined);
    const me = await queryClient.ensureQueryData(meQuery);
    await words;
    if (i18n.texts().locale !== me.locale) await i18n.use(me.locale);
  },
  component: Shell,
  errorComponent: FailedPage,
  notFoundComponent: NotFoundPage,
});

/** Who has no desk begins where his own work begins. */
export async function requireDesk(): Promise<void> {
  const me = await queryClient.ensureQueryData(meQuery);
  if (me.rights.includes('ticket.desk')) return;
  throw me.home === 'portal' ? redirect({ href: '/', reloadDocument: true }) : redirect({ href: homePath(me.home) });
}

/** What a person has no right to is not there for him. */
export const requireRight =
  (...oneOf: string[]) =>
  async (): Promise<void> => {
    const me = await queryClient.ensureQueryData(meQuery);
    if (!oneOf.some((right) => me.rights.includes(right))) throw notFound();
  };
