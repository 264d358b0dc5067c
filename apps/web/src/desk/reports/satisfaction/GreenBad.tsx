import { Button, Skeleton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { Disappointed, Satisfaction } from '../../data/types';
import { useFormat } from '../../format';
import { FailedPage } from '../../shell/Failed';
import { useTexts } from '../../texts';
import reportsCss from '../reports.module.css';
import { TicketCell } from '../TicketCell';
import c from './satisfaction.module.css';
import { disappointedQuery } from './satisfaction-queries';

const SHARE_FROM = 10;

/** What kept promises say of satisfaction, as sentences; small numbers as counts. */
function useSentence({ kept, broken }: Satisfaction): string {
  const { t } = useTexts();
  const { percent, number } = useFormat();
  if (!kept) return t('satisfaction.greenFew');
  const share = ({ bad, rated }: { bad: number; rated: number }): string =>
    rated < SHARE_FROM ? t('figure.counts', { hits: number(bad), n: number(rated) }) : percent((100 * bad) / rated, 0);
  const said = [t('satisfaction.greenKept', { count: kept.bad, rated: number(kept.rated), share: share(kept) })];
  if (broken) said.push(t('satisfaction.greenBroken', { share: share(broken), rated: number(broken.rated) }));
  return said.join(' ');
}

function Row({ row }: { row: Disappointed }) {
  const { t } = useTexts();
  const { brief, dateTime, date } = useFormat();
  const { workedSeconds, waitedSeconds, followUp } = row;
  return (
    <li>
      <div className={c.what}>
        <p className={c.ticket}>
          <TicketCell ticket={row.ticket} />
        </p>
        {row.comment ? <blockquote>{row.comment}</blockquote> : <p className={c.none}>{t('satisfaction.noComment')}</p>}
        <p className={`${c.where} num`}>
          {[row.institution.name, row.service?.name, row.group.name, dateTime(row.at)].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className={`${c.how} num`}>
        {workedSeconds !== null && (
          <span className={c.green}>
            <IconCircleCheck size={17} aria-hidden /> {t('satisfaction.inTime', { time: brief(workedSeconds) })}
          </span>
        )}
        {waitedSeconds !== null && <span>{t('satisfaction.waited', { time: brief(waitedSeconds) })}</span>}
        {followUp && <span className={c.none}>{t(`satisfaction.followUp.${followUp.state}`, { due: date(followUp.dueAt) })}</span>}
      </div>
    </li>
  );
}

function Rows({ month }: { month: string }) {
  const { t } = useTexts();
  const query = useInfiniteQuery(disappointedQuery(month, true));
  if (query.error) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={160} radius={8} />;
  const rows = query.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <p className={reportsCss.nothing}>{t('satisfaction.greenNone')}</p>;
  return (
    <>
      <ul className={c.disappointed}>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          variant="subtle"
          mt={8}
          className={reportsCss.noPrint}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('rows.more')}
        </Button>
      )}
    </>
  );
}

/** "Green clock, bad rating": every promise was kept, and the user was disappointed all the same. */
export function GreenBad({ satisfaction }: { satisfaction: Satisfaction }) {
  const { t } = useTexts();
  const id = useId();
  const sentence = useSentence(satisfaction);
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('satisfaction.green')}</h2>
          <p className="num">{sentence}</p>
        </div>
      </header>
      {satisfaction.rows ? <Rows month={satisfaction.month} /> : <p className={reportsCss.nothing}>{t('satisfaction.noRows')}</p>}
    </section>
  );
}
