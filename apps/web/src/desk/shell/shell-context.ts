import { createContext, use } from 'react';

/** What any page may open over itself. */
export interface ShellCommands {
  openPalette: () => void;
  openKeys: () => void;
  openNew: () => void;
}

export const ShellContext = createContext<ShellCommands>({
  openPalette: () => undefined,
  openKeys: () => undefined,
  openNew: () => undefined,
});

export const useShell = (): ShellCommands => use(ShellContext);
