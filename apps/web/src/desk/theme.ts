import { createTheme, type CSSVariablesResolver, type MantineColorsTuple, type MantineThemeOverride } from '@mantine/core';

const baltic: MantineColorsTuple = [
  '#eef7f6',
  '#dcedec',
  '#b9dbd9',
  '#8fc6c4',
  '#66afae',
  '#3f9597',
  '#237b80',
  '#0c5c63',
  '#094950',
  '#06363b',
];

/** The design language "Baltic" for Mantine: every colour comes from the tokens, the dark shade is the one that keeps white text readable. */
const theme = createTheme({
  primaryColor: 'baltic',
  colors: { baltic },
  primaryShade: { light: 7, dark: 6 },
  fontFamily: 'var(--font)',
  defaultRadius: 6,
  cursorType: 'pointer',
  autoContrast: true,
  luminanceThreshold: 0.36,
  respectReducedMotion: true,
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  // The page itself never scrolls, so nothing need be locked; the lock would add a style element that the policy refuses.
  components: {
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { lockScroll: false } },
    ModalRoot: { defaultProps: { lockScroll: false } },
  },
  headings: { fontFamily: 'inherit', fontWeight: '650' },
});

/** The same with a name for the cross of a note, which the library draws without one. */
export const withCloseLabel = (label: string): MantineThemeOverride => ({
  ...theme,
  components: { ...theme.components, Notification: { defaultProps: { closeButtonProps: { 'aria-label': label } } } },
});

const shared: Record<string, string> = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-error': 'var(--sla-breach)',
  '--mantine-color-anchor': 'var(--brand)',
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: {
    ...shared,
    '--mantine-color-dark-6': 'var(--raised)',
    '--mantine-color-dark-7': 'var(--surface)',
    '--mantine-color-dark-4': 'var(--line)',
  },
});
