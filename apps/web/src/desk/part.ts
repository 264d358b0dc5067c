import { lazyRouteComponent } from '@tanstack/react-router';
import { i18n } from './texts';

/** A page, dialog or pane that is fetched when it is first wanted, together with the texts that only such parts say. */
export function part<Module extends Record<string, unknown>, Name extends keyof Module>(load: () => Promise<Module>, name: Name) {
  return lazyRouteComponent<Module, Name>(async () => (await Promise.all([load(), i18n.whole()]))[0], name);
}
