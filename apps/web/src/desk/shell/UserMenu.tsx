import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconArrowsExchange, IconHome, IconKeyboard, IconLogout, IconUser } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, bodyOf } from '../../shared/api/api';
import { http } from '../../shared/api/http';
import type { Locale } from '../../shared/i18n/messages';
import type { Theme } from '../../shared/theme/theme';
import { useMe } from '../data/session';
import type { Me } from '../data/types';
import { initials } from '../marks/Avatar';
import { i18n, useTexts } from '../texts';
import c from './shell.module.css';
import { useShell } from './shell-context';

const themes: Theme[] = ['light', 'dark', 'auto'];
const locales: Locale[] = ['lv', 'en'];

function useLocaleChoice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (locale: Locale) => http.patch<Me>('/me', { locale }),
    onMutate: (locale) => void i18n.use(locale),
    onSuccess: async (me) => {
      client.setQueryData(['me'], me);
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
    },
  });
}

function ThemeItems() {
  const { t } = useTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choose = (value: string): void => {
    const theme = themes.find((one) => one === value) ?? 'auto';
    setColorScheme(theme);
    // It goes with the person to his other devices; here it is drawn already.
    void http.patch<Me>('/me', { theme }).catch(() => undefined);
  };
  return (
    <Menu.RadioGroup value={colorScheme} onChange={choose}>
      {themes.map((theme) => (
        <Menu.RadioItem key={theme} value={theme}>
          {t(`theme.${theme}`)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

function LocaleItems() {
  const { t, locale } = useTexts();
  const choose = useLocaleChoice();
  return (
    <Menu.RadioGroup value={locale} onChange={(value) => choose.mutate(value === 'en' ? 'en' : 'lv')}>
      {locales.map((code) => (
        <Menu.RadioItem key={code} value={code} lang={code}>
          {t(`locale.${code}`)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

async function signOut(): Promise<void> {
  const there = await bodyOf(api.DELETE('/api/v1/session')).catch(() => undefined);
  location.assign(there?.goTo ?? '/');
}

/** Who is signed in; language, theme, keys, the portal, sign out. */
export function UserMenu() {
  const { t } = useTexts();
  const me = useMe();
  const { openKeys } = useShell();
  return (
    <Menu position="right-end" width={230} shadow="md" withinPortal={false}>
      <Menu.Target>
        <button type="button" className={c.me} aria-label={t('desk.me.menu', { name: me.name })}>
          <span aria-hidden>{initials(me.name)}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('desk.me.menu', { name: me.name })}>
        <Menu.Label>
          {me.name}
          <br />
          {me.institution.name}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t('locale.label')}</Menu.Label>
        <LocaleItems />
        <Menu.Label>{t('theme.label')}</Menu.Label>
        <ThemeItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={15} aria-hidden />} onClick={openKeys}>
          {t('desk.keys.title')}
        </Menu.Item>
        {me.rights.includes('ticket.work') && (
          <Menu.Item component={Link} to="/desk/handover" leftSection={<IconArrowsExchange size={15} aria-hidden />}>
            {t('handover.menu')}
          </Menu.Item>
        )}
        <Menu.Item component="a" href="/profile" leftSection={<IconUser size={15} aria-hidden />}>
          {t('desk.me.profile')}
        </Menu.Item>
        <Menu.Item component="a" href="/" leftSection={<IconHome size={15} aria-hidden />}>
          {t('desk.me.portal')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={15} aria-hidden />} onClick={() => void signOut()}>
          {t('action.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
