/** The colour scheme a person chose; `auto` follows the system. The key is shared with `public/theme.js` and with Mantine in the desk. */
export type Theme = 'light' | 'dark' | 'auto';

export const THEME_KEY = 'atbalsts-theme';
const ATTRIBUTE = 'data-mantine-color-scheme';
const darkSystem = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

/** The stored choice, `auto` when nothing (or nothing readable) is stored. */
export function storedTheme(): Theme {
  try {
    const value = localStorage.getItem(THEME_KEY);
    return value === 'light' || value === 'dark' ? value : 'auto';
  } catch {
    return 'auto';
  }
}

/** Draws the page in the given theme, without storing it. */
export function applyTheme(theme: Theme): void {
  const dark = theme === 'dark' || (theme === 'auto' && darkSystem().matches);
  document.documentElement.setAttribute(ATTRIBUTE, dark ? 'dark' : 'light');
}

/** Stores and draws a choice. A browser that refuses storage still shows it until the page is left. */
export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Private windows may refuse storage; the choice then lasts as long as the page.
  }
  applyTheme(theme);
}

/** Follows changes of the system's scheme and choices made in other tabs. Call once at start. */
export function followTheme(): void {
  darkSystem().addEventListener('change', () => applyTheme(storedTheme()));
  addEventListener('storage', (event) => {
    if (event.key === THEME_KEY) applyTheme(storedTheme());
  });
}
