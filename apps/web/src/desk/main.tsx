import './mantine-styles';
import '../shared/font.css';
import '../shared/tokens.css';
import './desk.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { whenSignedOut } from '../shared/api/http';
import { storedLocale } from '../shared/i18n/create-i18n';
import { THEME_KEY } from '../shared/theme/theme';
import { queryClient } from './data/client';
import { router } from './router';
import { goToSignIn } from './sign-in';
import { i18n, useTexts } from './texts';
import { cssVariables, withCloseLabel } from './theme';

const nonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const schemes = localStorageColorSchemeManager({ key: THEME_KEY });

function App() {
  const { t } = useTexts();
  return (
    <MantineProvider
      theme={withCloseLabel(t('action.close'))}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      getStyleNonce={nonce}
    >
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-left" limit={2} containerWidth={320} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

async function start(): Promise<void> {
  whenSignedOut(goToSignIn);
  await i18n.use(storedLocale());
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<App />);
}

void start();
