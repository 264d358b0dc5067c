import '../shared/font.css';
import '../shared/tokens.css';
import './portal.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { storedLocale } from '../shared/i18n/create-i18n';
import { followTheme } from '../shared/theme/theme';
import { App } from './app';
import { matchPath } from './router/location';
import { loadSession } from './session/session';
import { i18n } from './texts';

async function startPortal(root: HTMLElement): Promise<void> {
  const texts = i18n.use(storedLocale());
  await loadSession(texts);
  await texts;
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

followTheme();
const root = document.getElementById('root');
const surveyToken = matchPath('/survey/:token', location.pathname.replace(/(.)\/$/, '$1'));
if (root && surveyToken !== null) (await import('../survey/start')).startSurvey(root, surveyToken);
else if (root) await startPortal(root);
