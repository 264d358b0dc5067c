import { IconApps, IconBookmark, IconBulb, IconDevices, IconHistory, IconSearch, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRight } from '../data/session';
import type { HoldReason } from '../data/types';
import { useRecentSearches } from '../search/recent-searches';
import { searchOf } from '../search/SavedSearches';
import { isAsked, searchQueries, type SearchAnswer, type TicketHit } from '../search/search-queries';
import { ticketIcon } from '../search/TicketHits';
import { useTexts } from '../texts';
import type { Entry } from './entry';

const joined = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ');

const paths: Record<string, string> = { change: '/desk/changes/', problem: '/desk/problems/' };
const pathOf = ({ type, number }: TicketHit): string => `${paths[type] ?? '/desk/tickets/'}${number}`;

type Go = (href: string) => () => void;

/** Tickets that were found. */
function useTickets(): (found: SearchAnswer, go: Go) => Entry[] {
  const { t, has } = useTexts();
  return (found, go) =>
    found.tickets.map((hit) => {
      const word = `problem.step.${hit.state}`;
      return {
        ...{ id: hit.id, group: 'tickets', icon: ticketIcon(hit.type), title: hit.title.text, marks: hit.title.marks },
        detail: joined(hit.number, hit.affectedUser.name, hit.institution.name),
        state: hit.state,
        ...(hit.type === 'problem' && has(word) ? { stateWord: t(word) } : {}),
        holdReason: hit.holdReason as HoldReason | null,
        href: pathOf(hit),
        run: go(pathOf(hit)),
      };
    });
}

const entry = (go: Go, rest: Omit<Entry, 'run'> & { href: string }): Entry => ({ ...rest, run: go(rest.href) });

function knownErrors(found: SearchAnswer, go: Go): Entry[] {
  return found.knownErrors.flatMap(({ number, title, workaround }) =>
    number === null
      ? []
      : [
          entry(go, {
            id: number,
            group: 'knownErrors',
            icon: IconBulb,
            title: title.text,
            marks: title.marks,
            detail: joined(number, workaround),
            href: `/desk/problems/${number}`,
          }),
        ],
  );
}

function others(found: SearchAnswer, go: Go): Entry[] {
  return [
    ...knownErrors(found, go),
    ...found.people.map(({ id, name, institution, phone, email }) =>
      entry(go, {
        id,
        group: 'people',
        icon: IconUser,
        title: name.text,
        marks: name.marks,
        detail: joined(institution.name, phone ?? email),
        href: `/desk?view=all&state=any&requesterId=${id}`,
      }),
    ),
    ...found.items.map(({ id, tag, name, custodian, institution }) =>
      entry(go, {
        id,
        group: 'items',
        icon: IconDevices,
        title: name.text,
        marks: name.marks,
        detail: joined(tag, custodian?.name ?? institution.name),
        href: `/desk/assets/${encodeURIComponent(tag)}`,
      }),
    ),
    ...found.services.map(({ id, name }) =>
      entry(go, { id, group: 'services', icon: IconApps, title: name.text, marks: name.marks, href: `/desk?view=all&serviceId=${id}` }),
    ),
  ];
}

/** Searches to go on with: all results of this one, or, while nothing is typed, saved and recent ones. */
function useSearches(query: string): Entry[] {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { recent, remember } = useRecentSearches();
  const { data: saved = [] } = useQuery(searchQueries.saved());
  const go = (search: ReturnType<typeof searchOf>) => () => {
    remember(search.q ?? '');
    void navigate({ to: '/desk/search', search });
  };
  if (isAsked(query)) {
    const href = `/desk/search?q=${encodeURIComponent(query)}`;
    return [
      {
        id: 'all-results',
        group: 'everywhere',
        icon: IconSearch,
        title: t('palette.allResults', { query }),
        marks: [],
        href,
        run: go({ q: query }),
      },
    ];
  }
  return [
    ...saved.map((one): Entry => ({ id: one.id, group: 'searches', icon: IconBookmark, title: one.name, run: go(searchOf(one)) })),
    ...recent.slice(0, 5).map((q): Entry => ({ id: `recent ${q}`, group: 'searches', icon: IconHistory, title: q, run: go({ q }) })),
  ];
}

/** What the search finds while somebody types, and searches to go on with. */
export function useFound(query: string): Entry[] {
  const navigate = useNavigate();
  const desk = useRight('ticket.desk');
  const { remember } = useRecentSearches();
  const asked = desk && isAsked(query);
  const { data } = useQuery({ ...searchQueries.typed(query), enabled: asked });
  const tickets = useTickets();
  const searches = useSearches(query);
  const go: Go = (href) => () => {
    remember(query);
    void navigate({ href });
  };
  if (!desk) return [];
  return [...(asked && data ? [...tickets(data, go), ...others(data, go)] : []), ...searches];
}
