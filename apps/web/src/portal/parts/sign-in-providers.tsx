import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';
import { safeNext } from '../../shared/api/sign-in-path';
import { Button } from '../components/button';
import { ProblemNotice } from '../components/notice';
import css from '../pages/sign-in.module.css';
import { useTexts } from '../texts';

/** The page to go on to afterwards: the one that was asked for, or the one at whose address somebody signs in. */
const nextPath = (): string | null => safeNext(location.search) ?? (location.pathname === '/' ? null : location.pathname + location.search);

export type SignInProvider = components['schemas']['SignInProviderResponse'];

/** Ways to sign in by the account of one's institution, which come before a password of ours. */
export function SignInProviders({ items }: { items: readonly SignInProvider[] }) {
  const { t, locale } = useTexts();
  const [chosen, setChosen] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  const go = async (code: string): Promise<void> => {
    setChosen(code);
    setFailure(null);
    try {
      const path = { code };
      const { goTo } = await bodyOf(api.POST('/api/v1/session/providers/{code}/attempt', { params: { path }, body: { next: nextPath() } }));
      location.assign(goTo);
    } catch (error) {
      setFailure(error);
      setChosen(null);
    }
  };

  return (
    <div className={css.providers}>
      <ProblemNotice error={failure} />
      {items.map(({ code, nameLv, nameEn }) => (
        <Button key={code} look="primary" busy={chosen === code} onClick={() => void go(code)}>
          {t('signIn.by', { name: locale === 'lv' ? nameLv : nameEn })}
        </Button>
      ))}
      <p className={css.or}>{t('signIn.or')}</p>
    </div>
  );
}
