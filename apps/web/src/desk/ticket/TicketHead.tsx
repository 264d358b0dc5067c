import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowsDiagonal,
  IconArrowsDiagonalMinimize2,
  IconDots,
  IconLink,
  IconPrinter,
  IconX,
} from '@tabler/icons-react';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import type { Ticket } from '../data/types';
import { Avatar } from '../marks/Avatar';
import { PriorityBars } from '../marks/PriorityBars';
import { StatePill } from '../marks/StatePill';
import { useTexts, type TextKey } from '../texts';
import { isAllowed, ticketActions, type TicketAction } from './current-ticket';
import c from './ticket.module.css';

interface Props {
  ticket: Ticket;
  act: (action: TicketAction) => void;
  busy: boolean;
  wide: boolean;
  onWide: () => void;
}

const keyOf = (action: TicketAction): string | undefined =>
  Object.entries(ticketActions)
    .find(([, name]) => name === action)?.[0]
    ?.toUpperCase();

function label(ticket: Ticket, action: TicketAction): TextKey {
  if (action === 'resolve' && !ticket.abilities.resolve) return 'action.acceptResolve';
  if (action === 'security' && ticket.security) return 'action.report';
  return action === 'cancel' ? 'action.cancelTicket' : `action.${action as 'accept'}`;
}

/** The order says what is most likely next: take it, solve it, wait. */
const inHead: TicketAction[] = ['accept', 'resume', 'resolve', 'hold', 'reopen'];
const inMenu: TicketAction[] = ['assign', 'priority', 'service', 'category', 'security', 'major', 'aside', 'merge', 'unmerge', 'cancel'];

function Actions({ ticket, act, busy }: Pick<Props, 'ticket' | 'act' | 'busy'>) {
  const { t } = useTexts();
  const allowed = inHead.filter((action) => isAllowed(ticket, action));
  return (
    <div className={c.actions}>
      {allowed.map((action, index) => (
        <Tooltip key={action} label={<kbd>{keyOf(action)}</kbd>} disabled={!keyOf(action)} openDelay={500}>
          <Button size="xs" variant={index === 0 ? 'filled' : 'default'} loading={busy && index === 0} onClick={() => act(action)}>
            {t(label(ticket, action))}
          </Button>
        </Tooltip>
      ))}
    </div>
  );
}

function MoreMenu({ ticket, act }: Pick<Props, 'ticket' | 'act'>) {
  const { t } = useTexts();
  const actions = inMenu.filter((action) => isAllowed(ticket, action));
  const copy = async (): Promise<void> => {
    await navigator.clipboard?.writeText(`${location.origin}/desk/tickets/${ticket.number}`);
    notifications.show({ message: t('ticket.linkCopied'), autoClose: 2500, withBorder: true });
  };
  return (
    <Menu position="bottom-end" shadow="md" width={230}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('ticket.more')} className={c.quiet}>
          <IconDots size={17} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('ticket.more')}>
        {actions.map((action) => (
          <Menu.Item key={action} onClick={() => act(action)} rightSection={keyOf(action) ? <kbd>{keyOf(action)}</kbd> : null}>
            {t(label(ticket, action))}…
          </Menu.Item>
        ))}
        {actions.length > 0 && <Menu.Divider />}
        <Menu.Item leftSection={<IconLink size={15} aria-hidden />} onClick={() => void copy()}>
          {t('ticket.copyLink')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => window.print()}>
          {t('ticket.print')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function WindowButtons({ wide, onWide }: Pick<Props, 'wide' | 'onWide'>) {
  const { t } = useTexts();
  const Wide = wide ? IconArrowsDiagonalMinimize2 : IconArrowsDiagonal;
  const name = t(wide ? 'ticket.narrow' : 'ticket.wide');
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={name}
        title={name}
        aria-pressed={wide}
        onClick={onWide}
        className={c.wideButton}
      >
        <Wide size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={c.quiet}
        aria-label={t('ticket.close')}
        renderRoot={(props) => <Link to="/desk" search={(old) => old} {...props} />}
      >
        <IconX size={17} aria-hidden />
      </ActionIcon>
    </>
  );
}

/** Number, title, state, priority, requester, and what can be done next. */
export function TicketHead({ ticket, act, busy, wide, onWide }: Props) {
  const { t } = useTexts();
  return (
    <header className={c.head}>
      <div className={c.meta}>
        <Link to="/desk" search={(old) => old} className={c.back} aria-label={t('ticket.back')}>
          <IconArrowLeft size={18} aria-hidden />
        </Link>
        <span className={`${c.number} num`}>{ticket.number}</span>
        <span className={c.type}>{t('ticket.type.incident')}</span>
        {ticket.restricted && <b>{t('ticket.restricted')}</b>}
        {ticket.security && <b>{t('ticket.security')}</b>}
        {ticket.major === 'declared' && <b>{t('ticket.major')}</b>}
        <span className={c.grow} />
        <MoreMenu ticket={ticket} act={act} />
        <WindowButtons wide={wide} onWide={onWide} />
      </div>
      <h2>{ticket.title}</h2>
      <div className={c.props}>
        <StatePill state={ticket.state} holdReason={ticket.holdReason} />
        <span className={c.prop}>
          <PriorityBars priority={ticket.priority} /> P{ticket.priority}
        </span>
        <span className={c.prop}>
          <Avatar name={ticket.affectedUser.name} tone="brand" size="small" decorative />
          {ticket.affectedUser.name}
        </span>
        <Actions ticket={ticket} act={act} busy={busy} />
      </div>
    </header>
  );
}
