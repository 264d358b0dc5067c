import { Link, Outlet } from '@tanstack/react-router';
import { useMe } from '../data/session';
import { useTabInView } from '../shell/use-tab-in-view';
import { useTexts } from '../texts';
import { adminGroupsFor } from './admin-places';
import c from './frame.module.css';

/** The places of the administration beside each other; on a phone in one row above the page. */
export function AdminFrame() {
  const { t } = useTexts();
  const { rights } = useMe();
  const nav = useTabInView();
  return (
    <div className={c.frame}>
      <nav ref={nav} className={c.places} aria-label={t('admin.title')}>
        <h2>{t('admin.title')}</h2>
        {adminGroupsFor(rights).map(({ text, places }) => (
          <section key={text} aria-label={t(text)}>
            <h3>{t(text)}</h3>
            <ul>
              {places.map((place) => (
                <li key={place.to}>
                  <Link
                    to={place.to}
                    activeOptions={{ exact: false, includeSearch: false }}
                    activeProps={{ 'aria-current': 'page' } as object}
                  >
                    <place.icon size={17} stroke={1.7} aria-hidden />
                    {t(place.text)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}
