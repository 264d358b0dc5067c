import { Button, Modal } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRight } from '../data/session';
import { useFormat } from '../format';
import tableCss from '../reports/table.module.css';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { miningQueries } from './mining-queries';
import type { Narrowed, Period } from './mining-search';
import { useFlowWords } from './use-flow-words';

export interface OpenedCases {
  readonly mark: string;
  readonly title: string;
}

interface Props {
  readonly processId: string;
  readonly narrowed: Narrowed;
  readonly period: Partial<Period>;
  readonly opened: OpenedCases;
  readonly onClose: () => void;
}

/** The cases behind a figure, latest first; those that the reader may not see are left out. */
export function CasesDialog({ processId, narrowed, period, opened, onClose }: Props) {
  const { t } = useTexts();
  const words = useFlowWords();
  const { dateTime } = useFormat();
  const desk = useRight('ticket.desk');
  const query = useInfiniteQuery(miningQueries.cases(processId, narrowed, period, opened.mark));
  const cases = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Modal opened onClose={onClose} title={opened.title} size="xl" closeButtonProps={{ 'aria-label': t('mining.close') }}>
      {query.error && <ProblemNote error={query.error} />}
      {query.data && cases.length === 0 && <p>{t('mining.noCases')}</p>}
      {cases.length > 0 && (
        <div className={tableCss.tableScroll}>
          <table className={`${tableCss.table} num`}>
            <caption className="vh">{opened.title}</caption>
            <thead>
              <tr>
                <th scope="col">{t('mining.ticket')}</th>
                <th scope="col">{t('mining.closed')}</th>
                <th scope="col" className={tableCss.right}>
                  {t('mining.lasting')}
                </th>
              </tr>
            </thead>
            <tbody>
              {cases.map(({ id, number, title, closedAt, seconds, deviations }) => (
                <tr key={id}>
                  <th scope="row">
                    {desk ? (
                      <Link to="/desk/tickets/$number" params={{ number }} search={{ view: 'all' }}>
                        {number}
                      </Link>
                    ) : (
                      number
                    )}{' '}
                    {title}
                    {deviations.map((text) => (
                      <div key={text}>{text}</div>
                    ))}
                  </th>
                  <td className={tableCss.nowrap}>{dateTime(closedAt)}</td>
                  <td className={`${tableCss.right} ${tableCss.nowrap}`}>{words.length(seconds)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {query.hasNextPage && (
        <Button variant="subtle" mt={8} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('mining.more')}
        </Button>
      )}
    </Modal>
  );
}
