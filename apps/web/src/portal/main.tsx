import '../shared/font.css';
import '../shared/tokens.css';
import './portal.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { storedLocale } from '../shared/i18n/create-i18n';
import { followTheme } from '../shared/theme/theme';
import { App } from './app';
import { loadSession } from './session/session';
import { i18n } from './texts';

followTheme();
const texts = i18n.use(storedLocale());
await loadSession(texts);
await texts;

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
