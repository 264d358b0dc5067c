import { IconAlertTriangle, IconCheck, IconClock, IconMinus } from '@tabler/icons-react';
import type { ComplianceRow } from '../data/types';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import figureCss from './figure.module.css';
import rowsCss from './rows.module.css';
import tableCss from './table.module.css';
import { TicketCell } from './TicketCell';

type Clock = NonNullable<ComplianceRow['clock']>;

/** What came of a promise, and when: icon and words. */
function Outcome({ outcome, at }: { outcome: Clock['agreedOutcome']; at: string | null }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const Sign = outcome === 'met' ? IconCheck : outcome === 'breached' ? IconAlertTriangle : outcome === 'pending' ? IconClock : IconMinus;
  const words = outcome === null ? t('rows.excluded') : t(`rows.${outcome}`);
  return (
    <span className={rowsCss.outcome}>
      <span className={figureCss.outcome} data-good={outcome === 'met' ? true : outcome === 'breached' ? false : undefined}>
        <Sign size={16} aria-hidden /> {words}
      </span>
      {at && <small>{dateTime(at)}</small>}
    </span>
  );
}

/** What is unusual about a clock: reopened late, voided, relaxed by whom, on hold for how long. */
function useRemarks(): (clock: Clock) => string[] {
  const { t } = useTexts();
  const { brief } = useFormat();
  return ({ mark, voids, relaxations, pausedSeconds, exclusion }) => [
    ...(exclusion ? [t(`compliance.list.${exclusion}`)] : []),
    ...(mark ? [t(mark === 'continued' ? 'rows.continued' : 'rows.reopenedLate')] : []),
    ...(voids > 0 ? [t('rows.voided')] : []),
    ...(pausedSeconds > 0 ? [t('rows.paused', { time: brief(pausedSeconds) })] : []),
    ...relaxations.map(({ seconds, by, allowedBy, confirmedBy }) => {
      const allowed =
        allowedBy === 'requester'
          ? t('rows.askedByRequester')
          : confirmedBy === null
            ? t('rows.unconfirmed')
            : t('rows.confirmedBy', { person: confirmedBy });
      return `${t('rows.relaxedBy', { time: brief(seconds), person: by ?? t('compliance.system') })} (${allowed})`;
    }),
  ];
}

function Lengths({ clock }: { clock: Clock }) {
  const { t } = useTexts();
  const { brief } = useFormat();
  const length = (seconds: number | null): string => (seconds === null ? '–' : brief(seconds));
  return (
    <>
      <td data-label={t('rows.worked')} className={tableCss.nowrap}>
        {length(clock.workedSeconds)}
      </td>
      <td data-label={t('rows.waited')} className={tableCss.nowrap}>
        {length(clock.waitedSeconds)}
      </td>
    </>
  );
}

function Row({ row }: { row: ComplianceRow }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const remarks = useRemarks();
  const { clock } = row;
  const notes = clock ? remarks(clock) : [];
  return (
    <tr>
      <th scope="row">
        <TicketCell ticket={row.ticket} />
        {notes.length > 0 && <small>{notes.join(' · ')}</small>}
      </th>
      {clock ? (
        <>
          <td data-label={t('sla.by.kind')} className={tableCss.nowrap}>
            {t(`kind.${clock.kind}`)} · P{clock.priority}
          </td>
          <td data-label={t('rows.outcome')}>
            <Outcome outcome={clock.outcome ?? (clock.exclusion ? null : 'pending')} at={clock.outcomeAt} />
          </td>
          <td data-label={t('rows.agreed')}>
            <Outcome outcome={clock.agreedOutcome} at={clock.agreedOutcome === 'pending' ? null : clock.agreedAt} />
          </td>
          <Lengths clock={clock} />
        </>
      ) : (
        <td colSpan={5} data-label={t('rows.noClock')}>
          {dateTime(row.at)}
        </td>
      )}
    </tr>
  );
}

/** Clocks behind a number, by both promises; tickets without a clock say since when. */
export function ClockRows({ rows }: { rows: ComplianceRow[] }) {
  const { t } = useTexts();
  return (
    <table className={`${tableCss.table} ${rowsCss.rows} num`}>
      <caption className="vh">{t('rows.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rows.ticket')}</th>
          <th scope="col">{t('sla.by.kind')}</th>
          <th scope="col">{t('rows.outcome')}</th>
          <th scope="col">{t('rows.agreed')}</th>
          <th scope="col">{t('rows.worked')}</th>
          <th scope="col">{t('rows.waited')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}
