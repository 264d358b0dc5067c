import { IconBolt, IconChartHistogram, IconHome, IconInbox, IconKeyboard, IconMail, IconPlus, IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMe } from '../data/session';
import { views } from '../queue/queue-search';
import { useListedGroups } from '../queue/ViewsColumn';
import { useShell } from '../shell/shell-context';
import { useTexts } from '../texts';
import { isAllowed, requestAction, useCurrentTicket, type TicketAction } from '../ticket/current-ticket';
import type { Entry } from './entry';

const actions: [TicketAction, string][] = [
  ['accept', 'A'],
  ['resolve', 'E'],
  ['assign', 'S'],
  ['hold', 'H'],
  ['resume', ''],
  ['priority', 'P'],
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

/** Where the person may go, and what works everywhere. */
function usePlaces(): Entry[] {
  const { t } = useTexts();
  const { rights } = useMe();
  const navigate = useNavigate();
  const shell = useShell();
  const groups = useListedGroups();
  const desk = rights.includes('ticket.desk');
  const entries: (Entry | false)[] = [
    rights.includes('ticket.create') && { id: 'new', group: 'go', icon: IconPlus, title: t('desk.new'), keys: 'C', run: shell.openNew },
    ...(desk ? views : []).map((view): Entry => ({
      id: view,
      group: 'go',
      icon: IconInbox,
      title: t('palette.view', { view: t(`view.${view}`) }),
      keys: viewKeys[view],
      run: () => void navigate({ to: '/desk', search: { view } }),
    })),
    ...(desk ? groups : []).map((group): Entry => ({
      id: group.id,
      group: 'go',
      icon: IconUsers,
      title: t('palette.view', { view: group.name }),
      run: () => void navigate({ to: '/desk', search: { view: 'all', groupId: group.id } }),
    })),
    rights.includes('report.read') && {
      id: 'reports',
      group: 'go',
      icon: IconChartHistogram,
      title: t('desk.rail.reports'),
      keys: 'G R',
      run: () => void navigate({ to: '/reports' }),
    },
    rights.includes('admin.mailbox') && {
      id: 'mailbox',
      group: 'go',
      icon: IconMail,
      title: t('desk.rail.mailbox'),
      run: () => void navigate({ to: '/admin/mailbox' }),
    },
    { id: 'keys', group: 'go', icon: IconKeyboard, title: t('desk.keys.title'), keys: '?', run: shell.openKeys },
    { id: 'portal', group: 'go', icon: IconHome, title: t('desk.me.portal'), run: () => location.assign('/') },
  ];
  return entries.filter((entry) => entry !== false);
}

/** The commands whose words hold the query; all of them while nothing is typed. */
export function useCommands(query: string): Entry[] {
  const words = query.toLocaleLowerCase();
  return [...useTicketCommands(), ...usePlaces()].filter((entry) => entry.title.toLocaleLowerCase().includes(words));
}
