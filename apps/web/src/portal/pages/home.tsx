import { IconAlertCircle, IconBuilding, IconBulb, IconCalendarEvent, IconGavel, IconListDetails } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { TicketState, TicketSummary } from '../../shared/api/api-types';
import { Card } from '../components/card';
import { ProblemNotice } from '../components/notice';
import { usePageHeading } from '../components/page';
import { Skeleton } from '../components/skeleton';
import { awaitsRequester } from '../components/state-pill';
import { TicketList } from '../components/ticket-list';
import { ownTickets } from '../data/ticket-calls';
import { useLiveTicket } from '../data/use-live-ticket';
import { useResource } from '../data/use-resource';
import { OwnOpenChanges } from '../parts/own-changes';
import { DeskHoursLine } from '../parts/desk-hours';
import { Disruptions } from '../parts/disruptions';
import { OwnSearch } from '../parts/own-search';
import { Link } from '../router/link';
import { useMe } from '../session/session';
import { useTexts } from '../texts';
import css from './home.module.css';

const SHOWN = 20;
export const OPEN_STATES: TicketState[] = ['new', 'assigned', 'in_progress', 'on_hold', 'resolved'];

interface TileProps {
  to: string;
  icon: ReactNode;
  title: string;
  text: string;
}

function TileWords({ icon, title, text }: Omit<TileProps, 'to'>) {
  return (
    <>
      <i>{icon}</i>
      <b>{title}</b>
      <span>{text}</span>
    </>
  );
}

function Tile({ to, ...words }: TileProps) {
  return (
    <Link className={css.tile} to={to}>
      <TileWords {...words} />
    </Link>
  );
}

/** A page of the desk, for somebody whose home is here: a coordinator who decides for his institution. */
function DeskTile({ to, ...words }: TileProps) {
  return (
    <a className={css.tile} href={to}>
      <TileWords {...words} />
    </a>
  );
}

function DeskTiles() {
  const { t } = useTexts();
  const { home, rights } = useMe();
  if (home !== 'portal') return null;
  return (
    <>
      {rights.includes('approval.decide') && (
        <DeskTile
          to="/desk/approvals"
          icon={<IconGavel size={22} aria-hidden />}
          title={t('home.approvals')}
          text={t('home.approvalsText')}
        />
      )}
      {rights.includes('change.calendar') && (
        <DeskTile
          to="/desk/calendar"
          icon={<IconCalendarEvent size={22} aria-hidden />}
          title={t('home.calendar')}
          text={t('home.calendarText')}
        />
      )}
    </>
  );
}

/** What needs the person's word, and what has been resolved and asks whether it works. */
const needsWord = (ticket: TicketSummary): boolean => awaitsRequester(ticket) || ticket.state === 'resolved';

function Section({ title, tickets, more }: { title: string; tickets: TicketSummary[]; more?: boolean }) {
  const { t } = useTexts();
  if (tickets.length === 0) return null;
  return (
    <Card padded={false}>
      <div className={css.head}>
        <h2>{title}</h2>
        {more && (
          <Link className={css.more} to="/tickets">
            {t('home.all')}
          </Link>
        )}
      </div>
      <TicketList tickets={tickets} />
    </Card>
  );
}

function NothingOpen() {
  const { t } = useTexts();
  return (
    <Card className={css.pad} padded={false}>
      <h2>{t('home.nothingTitle')}</h2>
      <p>{t('home.nothingText')}</p>
    </Card>
  );
}

function OwnOpenTickets() {
  const { t } = useTexts();
  const own = useResource('own open', async (signal) => (await ownTickets({ state: OPEN_STATES }, SHOWN, signal)).items);
  useLiveTicket(null, own.reload);
  if (own.loading) {
    return (
      <Card>
        <Skeleton lines={6} />
      </Card>
    );
  }
  const tickets = own.data ?? [];
  const first = tickets.filter(needsWord).sort((a, b) => Number(awaitsRequester(b)) - Number(awaitsRequester(a)));
  return (
    <>
      <ProblemNotice error={own.error} onRetry={own.reload} />
      <Section title={t('home.needsYou')} tickets={first} />
      <Section title={t('home.open')} tickets={tickets.filter((ticket) => !needsWord(ticket))} more />
      {own.data && tickets.length === 0 && <NothingOpen />}
    </>
  );
}

/** The start page: search first, the ways in that exist, own open tickets with what waits for an answer on top. */
export function HomePage() {
  const { t } = useTexts();
  const me = useMe();
  const heading = usePageHeading(t('nav.home'));
  const [firstName = me.name] = me.name.split(' ');
  return (
    <main id="content">
      <div className={css.hero}>
        <div className={css.inner}>
          <h1 ref={heading} tabIndex={-1}>
            {t('home.greeting', { name: firstName })}
          </h1>
          <OwnSearch />
          <DeskHoursLine />
        </div>
      </div>
      <div className={css.body}>
        <Disruptions />
        <div className={css.tiles}>
          <Tile to="/new" icon={<IconAlertCircle size={22} aria-hidden />} title={t('home.report')} text={t('home.reportText')} />
          {me.rights.includes('change.draft') && (
            <Tile to="/changes/new" icon={<IconBulb size={22} aria-hidden />} title={t('home.change')} text={t('home.changeText')} />
          )}
          <Tile to="/tickets" icon={<IconListDetails size={22} aria-hidden />} title={t('nav.tickets')} text={t('home.ticketsText')} />
          {me.rights.includes('institution.overview') && (
            <Tile
              to="/institution"
              icon={<IconBuilding size={22} aria-hidden />}
              title={t('institution.title')}
              text={t('institution.tile')}
            />
          )}
          <DeskTiles />
        </div>
        <OwnOpenTickets />
        {me.rights.includes('change.draft') && <OwnOpenChanges />}
      </div>
    </main>
  );
}
