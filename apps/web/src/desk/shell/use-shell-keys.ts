import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useRight } from '../data/session';
import { useKeys } from './keyboard';
import type { ShellCommands } from './shell-context';

/** Keys that work on every page: Ctrl-K, ?, C for a new ticket, and G with a letter to go somewhere. */
export function useShellKeys(commands: ShellCommands): void {
  const navigate = useNavigate();
  const desk = useRight('ticket.desk');
  const reports = useRight('report.read');
  const go = (view: 'mine' | 'group' | 'unassigned' | 'breaching' | 'all') => () => void navigate({ to: '/desk', search: { view } });
  const views = { 'g m': go('mine'), 'g g': go('group'), 'g n': go('unassigned'), 'g s': go('breaching'), 'g a': go('all') };
  useKeys({
    '?': commands.openKeys,
    c: commands.openNew,
    ...(desk ? views : {}),
    ...(reports ? { 'g r': () => void navigate({ to: '/reports' }) } : {}),
  });
  const { openPalette } = commands;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      openPalette();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}
