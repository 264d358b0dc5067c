import type { ReactNode } from 'react';
import { Mark } from '../../shared/brand/mark';
import { LanguageButton } from '../components/top-bar';
import { useTexts } from '../texts';
import css from './sign-in.module.css';

/** The frame of the pages for somebody who is not signed in: what this is on the left, what to do on the right. */
export function FrontPage({ children }: { children: ReactNode }) {
  const { t } = useTexts();
  return (
    <div className={css.page}>
      <header className={css.side}>
        <div className={css.brand}>
          <Mark size={34} /> {t('app.name')}
        </div>
        <div className={css.claim}>
          <p>{t('signIn.claim')}</p>
          <p>{t('signIn.claimSub')}</p>
        </div>
      </header>
      <main className={css.main} id="content">
        <div className={css.language}>
          <LanguageButton className={css.languageButton} />
        </div>
        {children}
      </main>
    </div>
  );
}
