import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { storedLocale } from '../shared/i18n/create-i18n';
import { SurveyPage } from './survey-page';

/** Draws the survey behind a link. Nobody asks here who is signed in: that would leave a trace in the session of when somebody answered. */
export function startSurvey(root: HTMLElement, token: string): void {
  createRoot(root).render(
    <StrictMode>
      <SurveyPage token={token} locale={storedLocale()} />
    </StrictMode>,
  );
}
