import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts';
import type { Place } from './places';
import c from './shell.module.css';

/** On a phone: the places that the bar has no room for. */
export function MorePlaces({ places, here }: { places: readonly Place[]; here: Place | undefined }) {
  const { t } = useTexts();
  const within = places.some((place) => place === here);
  return (
    <Menu position="top-end" width={230} shadow="md" withinPortal={false}>
      <Menu.Target>
        <button type="button" className={`${c.railButton} ${c.more}`} data-active={within || undefined} aria-label={t('desk.rail.more')}>
          <IconDots size={21} stroke={1.7} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('desk.rail.more')}>
        {places.map((place) => (
          <Menu.Item
            key={place.to}
            renderRoot={(props) => <Link to={place.to} {...props} />}
            leftSection={<place.icon size={17} stroke={1.7} aria-hidden />}
            aria-current={place === here ? 'page' : undefined}
          >
            {t(place.text)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
