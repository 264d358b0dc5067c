import { IconChartHistogram, type Icon } from '@tabler/icons-react';
import { adminGroupsFor } from '../administration/admin-places';
import { placesFor, type Place } from '../shell/places';
import type { TextKey } from '../texts';

interface Reached {
  readonly to: Place['to'] | ReturnType<typeof adminGroupsFor>[number]['places'][number]['to'];
  readonly text: TextKey;
  readonly icon: Icon;
}

/** Entries of their own have these two: the queue has one for each view, the reports have a key. */
const apart: readonly string[] = ['/desk', '/reports', '/admin'];

/** Whatever the rail and the column of the administration lead to, each once. */
export function reachedPlaces(rights: readonly string[]): readonly Reached[] {
  const inRail: Reached[] = placesFor(rights).filter(({ to }) => !apart.includes(to));
  const inAdmin: Reached[] = adminGroupsFor(rights)
    .flatMap(({ places }) => places)
    .filter(({ to }) => !inRail.some((place) => place.to === to));
  return [...inRail, ...inAdmin];
}

/** The reports, where the key G R leads too. */
export const REPORTS = { to: '/reports', text: 'desk.rail.reports', icon: IconChartHistogram, keys: 'G R' } as const;
