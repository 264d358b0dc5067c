import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useRight } from '../data/session';
import { useLive } from '../live';
import { useTexts } from '../texts';
import { KeyHelp } from './KeyHelp';
import { Rail } from './Rail';
import c from './shell.module.css';
import { ShellContext, type ShellCommands } from './shell-context';
import { useShellKeys } from './use-shell-keys';

const Palette = lazy(() => import('../palette/Palette').then((m) => ({ default: m.Palette })));
const NewTicket = lazy(() => import('../create/NewTicket').then((m) => ({ default: m.NewTicket })));

type Layer = 'palette' | 'keys' | 'new' | null;

/** The frame of every page: rail, page, and the layers that open over it from anywhere. */
export function Shell() {
  const { t } = useTexts();
  const [layer, setLayer] = useState<Layer>(null);
  const mayCreate = useRight('ticket.create');
  const close = (): void => setLayer(null);
  const commands: ShellCommands = {
    openPalette: () => setLayer('palette'),
    openKeys: () => setLayer('keys'),
    openNew: () => setLayer(mayCreate ? 'new' : null),
  };
  useLive();
  useShellKeys(commands);
  return (
    <ShellContext value={commands}>
      <div className={c.app}>
        <a className={c.skip} href="#main">
          {t('desk.skip')}
        </a>
        <Rail />
        <div className={c.outlet} id="main" tabIndex={-1}>
          <Outlet />
        </div>
        <KeyHelp opened={layer === 'keys'} onClose={close} />
        <Suspense>
          {layer === 'palette' && <Palette onClose={close} />}
          {layer === 'new' && <NewTicket onClose={close} />}
        </Suspense>
      </div>
    </ShellContext>
  );
}
