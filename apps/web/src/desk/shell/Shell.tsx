import { Outlet } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { part } from '../part';
import { useRight } from '../data/session';
import { useLive } from '../live';
import { useTexts } from '../texts';
import { Rail } from './Rail';
import c from './shell.module.css';
import { ShellContext, type ShellCommands } from './shell-context';
import { useShellKeys } from './use-shell-keys';
import { useWarm } from './warm';

const Palette = part(() => import('../palette/Palette'), 'Palette');
const NewTicket = part(() => import('../create/NewTicket'), 'NewTicket');
const KeyHelp = part(() => import('./KeyHelp'), 'KeyHelp');
const layers = [Palette, NewTicket, KeyHelp];

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
  useWarm(layers);
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
        <Suspense>
          {layer === 'palette' && <Palette onClose={close} />}
          {layer === 'new' && <NewTicket onClose={close} />}
          {layer === 'keys' && <KeyHelp onClose={close} />}
        </Suspense>
      </div>
    </ShellContext>
  );
}
