import { Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useMe } from '../data/session';
import { useTexts } from '../texts';
import { MorePlaces } from './MorePlaces';
import { NoticeBell } from './NoticeBell';
import { foldedOf, placeOf, placesFor, type Place } from './places';
import c from './shell.module.css';
import { useShell } from './shell-context';
import { UserMenu } from './UserMenu';

function PlaceLink({ place, here, folded }: { place: Place; here: boolean; folded: boolean }) {
  const { t } = useTexts();
  const name = t(place.text);
  return (
    <Tooltip label={name} position="right" openDelay={300}>
      <Link
        to={place.to}
        className={c.railButton}
        activeOptions={{ exact: true }}
        data-active={here || undefined}
        data-folded={folded || undefined}
        aria-current={here ? 'page' : undefined}
        aria-label={name}
      >
        <place.icon size={21} stroke={1.7} aria-hidden />
      </Link>
    </Tooltip>
  );
}

/** The petrol rail: places that the person may go to, search, notices, the person. */
export function Rail() {
  const { t } = useTexts();
  const { rights } = useMe();
  const { openPalette } = useShell();
  const here = useLocation({ select: ({ pathname }) => placeOf(pathname) });
  const mine = placesFor(rights);
  const folded = foldedOf(mine);
  return (
    <nav className={c.rail} aria-label={t('desk.rail.label')}>
      <span className={c.mark} aria-hidden />
      {mine.map((place) => (
        <PlaceLink key={place.to} place={place} here={place === here} folded={folded.includes(place)} />
      ))}
      {folded.length > 0 && <MorePlaces places={folded} here={here} />}
      <span className={c.grow} />
      <Tooltip label={t('desk.palette.title')} position="right" openDelay={300}>
        <button type="button" className={c.railButton} aria-label={t('desk.palette.open')} onClick={openPalette}>
          <IconSearch size={21} stroke={1.7} aria-hidden />
        </button>
      </Tooltip>
      <NoticeBell />
      <UserMenu />
    </nav>
  );
}
