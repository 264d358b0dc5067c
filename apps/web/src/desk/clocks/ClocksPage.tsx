import { Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { queries } from '../data/queries';
import type { ClockExplanation, Ticket } from '../data/types';
import { useFormat } from '../format';
import { clockMood, secondsLeft } from '../marks/clock-mood';
import { PriorityBars } from '../marks/PriorityBars';
import { StatePill } from '../marks/StatePill';
import { useNow } from '../now';
import { FailedPage } from '../shell/Failed';
import { useKeys } from '../shell/keyboard';
import { useTexts } from '../texts';
import { ClockPicture } from './ClockPicture';
import { ClockTable } from './ClockTable';
import c from './clocks.module.css';
import { Decisions } from './Decisions';
import { Promises } from './Promises';

function Sums({ clock }: { clock: ClockExplanation }) {
  const { t } = useTexts();
  const { duration, weekdayTime } = useFormat();
  const now = useNow();
  const mood = clockMood(clock, now);
  const left = secondsLeft(clock, now);
  const late = mood === 'breach' || mood === 'late';
  return (
    <dl className={c.sums}>
      <div>
        <dt>{t('clock.counted')}</dt>
        <dd className="num">{duration(clock.consumedSeconds)}</dd>
      </div>
      {mood !== 'done' && mood !== 'none' && (
        <div data-late={late || undefined}>
          <dt>{t(late ? 'clock.late' : 'clock.remaining')}</dt>
          <dd className="num">{duration(late ? -left : left)}</dd>
        </div>
      )}
      <div>
        <dt>{t('clock.due')}</dt>
        <dd className="num">{clock.dueAt ? weekdayTime(clock.dueAt) : t('desk.clock.paused')}</dd>
      </div>
    </dl>
  );
}

/** One tab for each clock: kind, party, and the cycle where one of the same came before. */
function Tabs({ clocks, current, ticket }: { clocks: ClockExplanation[]; current: string; ticket: Ticket }) {
  const { t } = useTexts();
  const again = (clock: ClockExplanation): boolean =>
    clocks.some(({ kind, party, cycle }) => kind === clock.kind && party?.id === clock.party?.id && cycle < clock.cycle);
  return (
    <nav className={c.tabs} aria-label={t('clock.strip')}>
      {clocks.map((clock) => (
        <Link
          key={clock.id}
          to="/desk/tickets/$number/clocks"
          params={{ number: ticket.number }}
          hash={clock.id}
          replace
          activeOptions={{ includeHash: true }}
          aria-current={clock.id === current ? 'page' : undefined}
        >
          {t(`desk.clock.${clock.kind}`)}
          {clock.party && ` · ${clock.party.name}`}
          {again(clock) && ` · ${t('clock.cycle', { cycle: String(clock.cycle) })}`}
        </Link>
      ))}
    </nav>
  );
}

function Head({ ticket, clocks, clock }: { ticket: Ticket; clocks: ClockExplanation[]; clock: ClockExplanation }) {
  const { t } = useTexts();
  return (
    <header className={c.head}>
      <div>
        <p className={c.crumbs}>
          <Link to="/desk/tickets/$number" params={{ number: ticket.number }}>
            <IconArrowLeft size={15} aria-hidden /> <span className="num">{ticket.number}</span>
          </Link>
          <span aria-hidden>/</span>
          <span>{t('clock.title')}</span>
        </p>
        <h1>{ticket.title}</h1>
        <div className={c.props}>
          <StatePill state={ticket.state} holdReason={ticket.holdReason} />
          <span className={c.prop}>
            <PriorityBars priority={ticket.priority} /> P{ticket.priority}
          </span>
          <Tabs clocks={clocks} current={clock.id} ticket={ticket} />
        </div>
      </div>
      <Sums clock={clock} />
    </header>
  );
}

function Loading() {
  const { t } = useTexts();
  return (
    <div className={c.page} role="status" aria-label={t('desk.loading')}>
      <div className={c.head}>
        <Skeleton height={50} width={380} />
      </div>
      <main className={c.main}>
        <Skeleton height={260} radius={12} />
        <Skeleton height={360} radius={12} mt={16} />
      </main>
    </div>
  );
}

/** How a deadline came about: to scale, in a list that adds up, and in words. */
export function ClocksPage() {
  const { number } = useParams({ from: '/desk/tickets/$number/clocks' });
  const { hash } = useLocation();
  const navigate = useNavigate();
  const { t } = useTexts();
  const ticket = useQuery(queries.ticket(number));
  const clocks = useQuery(queries.clocks(number));
  useKeys({ Escape: () => void navigate({ to: '/desk/tickets/$number', params: { number } }) });
  const error = ticket.error ?? clocks.error;
  if (error) return <FailedPage error={error} />;
  if (!ticket.data || !clocks.data) return <Loading />;
  const named = clocks.data.find((clock) => clock.id === hash);
  const ofKind = clocks.data.filter((clock) => clock.kind === (hash === 'response' ? 'response' : 'resolution'));
  const clock = named ?? ofKind.at(-1) ?? clocks.data.at(-1);
  if (!clock) return <p className={c.none}>{t('clock.nothing')}</p>;
  return (
    <div className={c.page}>
      <Head ticket={ticket.data} clocks={clocks.data} clock={clock} />
      <main className={c.main}>
        <ClockPicture clock={clock} />
        <div className={c.grid}>
          <ClockTable clock={clock} />
          <Promises clock={clock} />
        </div>
        {clock.ledger.length > 0 && <Decisions ticket={ticket.data} clock={clock} />}
      </main>
    </div>
  );
}
