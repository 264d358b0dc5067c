import { IconAlertTriangle, IconCalendarEvent, IconGavel, IconPlayerPause, IconTool, type Icon } from '@tabler/icons-react';
import { inRiga, millis } from '../../shared/format/riga-time';
import { byWhen } from '../../shared/format/wording';
import { buttonClass } from '../components/button';
import { Card } from '../components/card';
import { ProblemNotice } from '../components/notice';
import { Skeleton } from '../components/skeleton';
import { disruptions } from '../data/disruption-calls';
import { ownApprovals, plannedChanges } from '../data/institution-calls';
import { useLiveTicket } from '../data/use-live-ticket';
import { useNow } from '../data/use-now';
import { useResource } from '../data/use-resource';
import home from '../pages/home.module.css';
import css from '../pages/institution.module.css';
import { useMe } from '../session/session';
import { type PortalTexts, useTexts } from '../texts';
import { timeWords } from './disruption';

const DAYS_AHEAD = 28;
/** More than so many are folded, so that the tickets stay in sight. */
const SHOWN = 4;
const DAY_MS = 86_400_000;

interface Planned {
  key: string;
  /** Milliseconds: what comes first stands first. */
  at: number;
  sign: Icon;
  kind: string;
  title: string;
  when: string;
  urgent?: boolean;
}

type Read = Awaited<ReturnType<typeof readPlan>>;

async function readPlan(day: string, rights: readonly string[], signal: AbortSignal) {
  const until = inRiga(Date.parse(`${day}T12:00:00Z`) + DAYS_AHEAD * DAY_MS).date;
  const [told, calendar, approvals] = await Promise.all([
    disruptions({}, signal),
    rights.includes('change.calendar') ? plannedChanges(day, until, signal) : null,
    rights.includes('approval.decide') ? ownApprovals(signal) : [],
  ]);
  return { told: told.filter(({ phase }) => phase !== 'after'), calendar, approvals };
}

function decisionsOf(texts: PortalTexts, approvals: Read['approvals'], now: number): Planned[] {
  const { t } = texts;
  return approvals.map(({ id, ticket, dueAt }) => ({
    ...{ key: id, at: millis(dueAt), sign: IconGavel, kind: t('institution.decision'), title: `${ticket.title} (${ticket.number})` },
    ...{ when: t('institution.decideBy', { when: byWhen(texts, dueAt, now) }), urgent: true },
  }));
}

function plannedOf(texts: PortalTexts, { told, calendar, approvals }: Read, now: number): Planned[] {
  const { t } = texts;
  // A change that was announced stands there in the announcement's words.
  const announced = (from: string, serviceIds: string[]): boolean =>
    told.some(({ startsAt, services }) => startsAt === from && services.some(({ id }) => serviceIds.includes(id)));
  const stretch = (from: string, to: string): string =>
    timeWords(
      texts,
      { kind: 'planned_work', phase: millis(from) > now ? 'before' : 'during', startsAt: from, expectedEndAt: to, endedAt: null },
      now,
    );
  const changes = (calendar?.changes ?? []).filter(
    (change) =>
      millis(change.to) > now &&
      !announced(
        change.from,
        change.services.map(({ id }) => id),
      ),
  );
  const rest = [
    ...told.map((one) => ({
      ...{ key: one.id, at: millis(one.startsAt), title: one.title, when: timeWords(texts, one, now) },
      ...(one.kind === 'disruption'
        ? { sign: IconAlertTriangle, kind: t('institution.disruption') }
        : { sign: IconTool, kind: t('institution.work') }),
    })),
    ...changes.map(({ id, number, title, from, to, services }) => ({
      ...{ key: id, at: millis(from), sign: IconCalendarEvent, title: `${title} (${number})`, when: stretch(from, to) },
      kind: [t('institution.change'), ...services.slice(0, 1).map(({ name }) => name)].join(' · '),
    })),
    ...(calendar?.freezes ?? []).map(({ id, from, to, reason, service }) => ({
      ...{ key: id, at: millis(from), sign: IconPlayerPause, title: reason, when: stretch(from, to) },
      kind: [t('institution.freeze'), ...(service ? [service.name] : [])].join(' · '),
    })),
  ].sort((a, b) => a.at - b.at);
  return [...decisionsOf(texts, approvals, now), ...rest];
}

function PlannedRow({ planned: { sign: Sign, kind, title, when, urgent = false } }: { planned: Planned }) {
  const { t } = useTexts();
  return (
    <li data-urgent={urgent || undefined}>
      <Sign size={20} aria-hidden />
      <div>
        <small>{kind}</small>
        <b>{title}</b>
        <span>{when}</span>
      </div>
      {urgent && (
        <a className={buttonClass('default')} href="/desk/approvals">
          {t('institution.decide')}
        </a>
      )}
    </li>
  );
}

function Rows({ planned }: { planned: Planned[] }) {
  return (
    <ol className={css.plan}>
      {planned.map((one) => (
        <PlannedRow key={one.key} planned={one} />
      ))}
    </ol>
  );
}

/** The institution's time line: what waits for the coordinator's word, what is out of order, what is planned. */
export function InstitutionPlan() {
  const texts = useTexts();
  const { t } = texts;
  const { rights } = useMe();
  const now = useNow();
  const day = inRiga(now).date;
  const read = useResource(`plan ${day}`, (signal) => readPlan(day, rights, signal));
  useLiveTicket(null, read.reload);
  const planned = read.data ? plannedOf(texts, read.data, now) : [];
  return (
    <Card padded={false}>
      <div className={home.head}>
        <h2>{t('institution.plan')}</h2>
        {rights.includes('change.calendar') && (
          <a className={home.more} href="/desk/calendar">
            {t('institution.calendar')}
          </a>
        )}
      </div>
      <ProblemNotice error={read.error} onRetry={read.reload} />
      {read.loading && (
        <div className={css.pad}>
          <Skeleton lines={3} />
        </div>
      )}
      {read.data && planned.length === 0 && <p className={css.pad}>{t('institution.planNone')}</p>}
      <Rows planned={planned.slice(0, SHOWN)} />
      {planned.length > SHOWN && (
        <details className={css.rest}>
          <summary>{t('institution.planMore', { count: planned.length - SHOWN })}</summary>
          <Rows planned={planned.slice(SHOWN)} />
        </details>
      )}
    </Card>
  );
}
