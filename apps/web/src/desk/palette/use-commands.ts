import { IconBolt, IconDeviceTv, IconHome, IconInbox, IconKeyboard, IconPlus, IconUser, IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMe, useRight } from '../data/session';
import { views } from '../queue/queue-search';
import { useListedGroups } from '../queue/ViewsColumn';
import { useShell } from '../shell/shell-context';
import { useTexts } from '../texts';
import { isAllowed, requestAction, useCurrentTicket, type TicketAction } from '../ticket/current-ticket';
import type { Entry } from './entry';
import { reachedPlaces, REPORTS } from './places';

const actions: [TicketAction, string][] = [
  ['accept', 'A'],
  ['resolve', 'E'],
  ['assign', 'S'],
  ['hold', 'H'],
  ['resume', ''],
  ['priority', 'P'],
  ['service', ''],
  ['category', ''],
  ['security', ''],
  ['major', ''],
  ['aside', ''],
  ['merge', ''],
  ['unmerge', ''],
  ['reopen', ''],
  ['reply', 'R'],
  ['note', 'N'],
  ['cancel', ''],
];
const viewKeys = { mine: 'G M', group: 'G G', unassigned: 'G N', breaching: 'G S', all: 'G A' };

/** What can be done with the open ticket. */
function useTicketCommands(): Entry[] {
  const { t } = useTexts();
  const ticket = useCurrentTicket();
  if (!ticket) return [];
  return actions
    .filter(([action]) => isAllowed(ticket, action))
    .map(([action, keys]) => ({
      id: `do-${action}`,
      group: 'current',
      icon: IconBolt,
      title: t(action === 'resolve' && !ticket.abilities.resolve ? 'action.acceptResolve' : `palette.do.${action}`),
      detail: ticket.number,
      ...(keys ? { keys } : {}),
      run: () => requestAction(ticket.number, action),
    }));
}

/** The views of the queue, and one for each group. */
function useViews(): Entry[] {
  const { t } = useTexts();
  const navigate = useNavigate();
  const groups = useListedGroups();
  const desk = useRight('ticket.desk');
  if (!desk) return [];
  const own = views.map((view): Entry => ({
    id: view,
    group: 'go',
    icon: IconInbox,
    title: t('palette.view', { view: t(`view.${view}`) }),
    keys: viewKeys[view],
    run: () => void navigate({ to: '/desk', search: { view } }),
  }));
  const ofGroups = groups.map(({ id, name }): Entry => {
    const run = (): void => void navigate({ to: '/desk', search: { view: 'all', groupId: id } });
    return { id, group: 'go', icon: IconUsers, title: t('palette.view', { view: name }), run };
  });
  return [...own, ...ofGroups];
}

/** Where the person may go, and what works everywhere. */
function usePlaces(): Entry[] {
  const { t } = useTexts();
  const { rights } = useMe();
  const navigate = useNavigate();
  const { openNew, openKeys } = useShell();
  const listed = useViews();
  const go = 'go' as const;
  const create = { id: 'new', group: 'create' as const, icon: IconPlus, title: t('desk.new'), keys: 'C', run: openNew };
  const reports = rights.includes('report.read') ? [REPORTS] : [];
  const reached = [...reports, ...reachedPlaces(rights)].map(({ to, text, icon, ...keys }): Entry => {
    const run = (): void => void navigate({ to });
    return { id: to, group: go, icon, title: t(text), href: to, ...keys, run };
  });
  const wall = { id: 'wall', group: go, icon: IconDeviceTv, title: t('wall.open'), run: () => void navigate({ to: '/desk/wall' }) };
  return [
    ...(rights.includes('ticket.create') ? [create] : []),
    ...listed,
    ...reached,
    ...(rights.includes('wall.read') ? [wall] : []),
    { id: 'keys', group: go, icon: IconKeyboard, title: t('desk.keys.title'), keys: '?', run: openKeys },
    { id: 'profile', group: go, icon: IconUser, title: t('desk.me.profile'), run: () => location.assign('/profile') },
    { id: 'portal', group: go, icon: IconHome, title: t('desk.me.portal'), run: () => location.assign('/') },
  ];
}

/** The commands whose words hold the query; all of them while nothing is typed. */
export function useCommands(query: string): Entry[] {
  const words = query.toLocaleLowerCase();
  return [...useTicketCommands(), ...usePlaces()].filter((entry) => entry.title.toLocaleLowerCase().includes(words));
}
