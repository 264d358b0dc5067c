import { homePath } from '../../shared/api/sign-in-path';
import { Link } from '../router/link';
import { usePlace } from '../router/location';
import { chooseLocale, useSession } from '../session/session';
import { type TextKey, useTexts } from '../texts';
import { initials } from './avatar';
import { Mark } from '../../shared/brand/mark';
import css from './top-bar.module.css';

const pages = [
  { to: '/', label: 'nav.home', short: 'nav.home' },
  { to: '/tickets', label: 'nav.tickets', short: 'nav.ticketsShort' },
  { to: '/new', label: 'nav.new', short: 'nav.new' },
] as const satisfies { to: string; label: TextKey; short: TextKey }[];

/** Switches to the other language; the button is named in that language. */
export function LanguageButton({ className }: { className?: string | undefined }) {
  const { t, locale } = useTexts();
  const other = locale === 'lv' ? 'en' : 'lv';
  return (
    <button
      type="button"
      lang={other}
      className={className ?? css.language}
      onClick={() => void chooseLocale(other).catch(() => undefined)}
    >
      <span className={css.long}>{t(`locale.${other}`)}</span>
      <abbr className={css.short} title={t(`locale.${other}`)} aria-label={t(`locale.${other}`)}>
        {other.toUpperCase()}
      </abbr>
    </button>
  );
}

/** The head of every page: where I am, where I can go, in which language, and who I am. */
export function TopBar() {
  const { t } = useTexts();
  const { path } = usePlace();
  const session = useSession();
  const me = session.state === 'signed-in' ? session.me : null;
  return (
    <header className={css.top}>
      <a className={css.skip} href="#content">
        {t('nav.skip')}
      </a>
      <nav className={css.bar} aria-label={t('nav.label')}>
        <Link to="/" className={css.brand} aria-label={t('nav.brand')}>
          <Mark /> <span className={css.word}>{t('app.name')}</span>
        </Link>
        {me && (
          <ul className={css.links}>
            {pages.map((page) => (
              <li key={page.to} className={page.to === '/' ? css.home : undefined}>
                <Link
                  to={page.to}
                  aria-current={path === page.to || (page.to === '/tickets' && path.startsWith('/tickets/')) ? 'page' : undefined}
                >
                  <span className={css.long}>{t(page.label)}</span>
                  <span className={css.short}>{t(page.short)}</span>
                </Link>
              </li>
            ))}
            {me.rights.includes('institution.overview') && (
              <li className={css.home}>
                <Link to="/institution" aria-current={path === '/institution' ? 'page' : undefined}>
                  {t('institution.title')}
                </Link>
              </li>
            )}
            {me.home !== 'portal' && (
              <li>
                <a href={homePath(me.home)}>{t('nav.desk')}</a>
              </li>
            )}
          </ul>
        )}
        <LanguageButton />
        {me && (
          <Link
            to="/profile"
            className={css.person}
            aria-label={t('nav.profile', { name: me.name })}
            aria-current={path === '/profile' ? 'page' : undefined}
          >
            <span className={css.face} aria-hidden>
              {initials(me.name)}
            </span>
          </Link>
        )}
      </nav>
    </header>
  );
}
