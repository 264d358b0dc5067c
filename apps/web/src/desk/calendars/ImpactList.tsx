import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, bodyOf } from '../../shared/api/api';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import type { CalendarDetail, Impact } from './calendar-types';
import { Faults } from './dialogs/Faults';
import c from './panels.module.css';

/** Asked for by hand, and again when the draft has changed: it looks at every open clock. */
function useImpact({ id, draft }: CalendarDetail) {
  return useQuery({
    queryKey: ['calendar', id, 'impact', draft?.version],
    queryFn: () => bodyOf(api.POST('/api/v1/calendars/{id}/draft/impact', { params: { path: { id } } })),
    enabled: false,
    gcTime: 0,
  });
}

function Moved({ moved }: { moved: Impact['moved'] }) {
  const { t } = useTexts();
  const { weekdayTime, duration } = useFormat();
  return (
    <table className={c.moved}>
      <caption>{t('cal.movedClocks', { count: moved.length })}</caption>
      <tbody>
        {moved.map((clock, index) => (
          <tr key={`${clock.ticketNumber}${clock.kind}${index}`}>
            <td>
              {clock.ticketNumber ? (
                <Link className="num" to="/desk/tickets/$number" params={{ number: clock.ticketNumber }}>
                  {clock.ticketNumber}
                </Link>
              ) : (
                t('cal.hiddenTicket')
              )}
              <small>{clock.title}</small>
            </td>
            <td className="num">
              {weekdayTime(clock.before)} <IconArrowRight size={12} role="img" aria-label={t('cal.becomes')} /> {weekdayTime(clock.after)}
              <small>{t(clock.deltaSeconds > 0 ? 'cal.laterBy' : 'cal.earlierBy', { time: duration(Math.abs(clock.deltaSeconds)) })}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Which open clocks the draft would move, and by how much, before anybody publishes it. */
export function ImpactList({ calendar }: { calendar: CalendarDetail }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const impact = useImpact(calendar);
  const { data } = impact;
  return (
    <>
      <p className={c.hint}>{t('cal.impactHint')}</p>
      <Button variant="default" loading={impact.isFetching} onClick={() => void impact.refetch()}>
        {t(data ? 'cal.impactAgain' : 'cal.impactDo')}
      </Button>
      {impact.error && <Faults error={impact.error} />}
      {data && (
        <div role="status">
          <dl className={c.counts}>
            {(['affected', 'earlier', 'later', 'unmoved'] as const).map((name) => (
              <div key={name}>
                <dt>{t(`cal.impact.${name}`)}</dt>
                <dd className="num">{number(data[name])}</dd>
              </div>
            ))}
          </dl>
          {!data.complete && <p className={c.hint}>{t('cal.impactIncomplete')}</p>}
          {data.moved.length > 0 && <Moved moved={data.moved} />}
        </div>
      )}
    </>
  );
}
