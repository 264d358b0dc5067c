import { useState } from 'react';
import { chooseTheme, storedTheme, type Theme } from '../../shared/theme/theme';
import type { Locale } from '../../shared/i18n/messages';
import { Button } from '../components/button';
import { Card } from '../components/card';
import { Choice } from '../components/choice';
import { ProblemNotice } from '../components/notice';
import { Page } from '../components/page';
import { PasswordForm } from '../parts/password-form';
import { chooseLocale, signOut, useMe } from '../session/session';
import { useTexts } from '../texts';
import css from './profile.module.css';

function PersonCard() {
  const { t } = useTexts();
  const me = useMe();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const leave = async (): Promise<void> => {
    setBusy(true);
    await signOut().catch((error: unknown) => {
      setFailure(error);
      setBusy(false);
    });
  };
  return (
    <Card className={css.form}>
      <div className={css.head}>
        <dl className={css.person}>
          <dt>{t('profile.name')}</dt>
          <dd>{me.name}</dd>
          <dt>{t('signIn.login')}</dt>
          <dd>{me.login}</dd>
          <dt>{t('profile.institution')}</dt>
          <dd>{me.institution.name}</dd>
          {me.email && (
            <>
              <dt>{t('profile.email')}</dt>
              <dd>{me.email}</dd>
            </>
          )}
        </dl>
        <Button busy={busy} onClick={() => void leave()}>
          {t('action.signOut')}
        </Button>
      </div>
      <ProblemNotice error={failure} />
    </Card>
  );
}

function LooksCard() {
  const { t, locale } = useTexts();
  const [theme, setTheme] = useState<Theme>(storedTheme);
  const [failure, setFailure] = useState<unknown>(null);
  const pick = (choice: Theme): void => {
    chooseTheme(choice);
    setTheme(choice);
  };
  return (
    <Card className={css.form}>
      <Choice<Locale>
        legend={t('locale.label')}
        value={locale}
        onChoose={(choice) => void chooseLocale(choice).catch(setFailure)}
        options={[
          { value: 'lv', label: t('locale.lv'), lang: 'lv' },
          { value: 'en', label: t('locale.en'), lang: 'en' },
        ]}
      />
      <ProblemNotice error={failure} />
      <Choice<Theme>
        legend={t('theme.label')}
        value={theme}
        onChoose={pick}
        options={[
          { value: 'auto', label: t('theme.auto') },
          { value: 'light', label: t('theme.light') },
          { value: 'dark', label: t('theme.dark') },
        ]}
      />
    </Card>
  );
}

/** Who I am here, and how I want it: language, colours, password, leaving. */
export function ProfilePage() {
  const { t } = useTexts();
  return (
    <Page title={t('profile.title')} narrow>
      <PersonCard />
      <LooksCard />
      <PasswordForm />
    </Page>
  );
}
