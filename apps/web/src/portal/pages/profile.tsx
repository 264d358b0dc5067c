import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { chooseTheme, storedTheme, type Theme } from '../../shared/theme/theme';
import type { Locale } from '../../shared/i18n/messages';
import { Card } from '../components/card';
import { Choice } from '../components/choice';
import { ProblemNotice } from '../components/notice';
import { Page } from '../components/page';
import { AbsenceCard } from '../parts/absence-card';
import { NoticesCard } from '../parts/notices-card';
import { PasswordForm } from '../parts/password-form';
import { PersonCard } from '../parts/person-card';
import { SecondFactorCard } from '../parts/second-factor-card';
import { SessionsCard } from '../parts/sessions-card';
import { chooseLocale, putMe, useMe } from '../session/session';
import { useTexts } from '../texts';
import css from './profile.module.css';

function LooksCard() {
  const { t, locale } = useTexts();
  const [theme, setTheme] = useState<Theme>(storedTheme);
  const [failure, setFailure] = useState<unknown>(null);
  const pick = (choice: Theme): void => {
    chooseTheme(choice);
    setTheme(choice);
    // The theme goes with the person: to his other devices too.
    bodyOf(api.PATCH('/api/v1/me', { body: { theme: choice } })).then(putMe, setFailure);
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

/** Who I am here, and how I want it: name, language, colours, what I am told, absence, password, second factor, sessions. For everybody, staff too. */
export function ProfilePage() {
  const { t } = useTexts();
  const { rights, ownPassword } = useMe();
  return (
    <Page title={t('profile.title')} narrow>
      <PersonCard />
      <LooksCard />
      <NoticesCard />
      {rights.includes('people.read') && <AbsenceCard />}
      {ownPassword && <PasswordForm />}
      <SecondFactorCard />
      <SessionsCard />
    </Page>
  );
}
