import { Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowNarrowRight, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useRight } from '../data/session';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import tableCss from '../reports/table.module.css';
import { useTexts } from '../texts';
import c from './what-if.module.css';
import type { ChangedSide, WhatIfResult } from './what-if-queries';

const FIRST = 50;

function Side({ side }: { side: 'met' | 'breached' }) {
  const { t } = useTexts();
  const Sign = side === 'met' ? IconCheck : IconAlertTriangle;
  return (
    <span className={c.outcome} data-side={side}>
      <Sign size={15} aria-hidden /> {t(`whatIf.side.${side}`)}
    </span>
  );
}

function Row({ row, desk }: { row: ChangedSide; desk: boolean }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const { ticket } = row;
  const deadline = (at: string | null): string => (at === null ? t('whatIf.paused') : dateTime(at));
  return (
    <tr>
      <td>
        {!ticket && <span className={reportsCss.dim}>{t('rows.notYours')}</span>}
        {ticket && desk && (
          <Link to="/desk/tickets/$number" params={{ number: ticket.number }} search={{ view: 'all' }}>
            {ticket.number}
          </Link>
        )}
        {ticket && !desk && ticket.number} {ticket?.title}
      </td>
      <td>{row.institution.name}</td>
      <td className={tableCss.nowrap}>
        P{row.priority} · {row.kind === 'response' ? t('whatIf.kind.response') : t('whatIf.kind.resolution')}
      </td>
      <td className={tableCss.nowrap}>
        {deadline(row.deadlineWas)} <IconArrowNarrowRight size={15} role="img" aria-label={t('whatIf.becomes')} />{' '}
        {deadline(row.deadlineWould)}
      </td>
      <td className={tableCss.nowrap}>
        <Side side={row.was} /> <IconArrowNarrowRight size={15} role="img" aria-label={t('whatIf.becomes')} /> <Side side={row.would} />
      </td>
    </tr>
  );
}

/** The very tickets whose outcome turns, those whose deadlines move farthest first. */
export function ChangedCard({ result, changed }: { result: WhatIfResult; changed: readonly ChangedSide[] }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const desk = useRight('ticket.desk');
  const titleId = useId();
  const [all, setAll] = useState(false);
  const total = result.toBreached + result.toMet;
  const rows = all ? changed : changed.slice(0, FIRST);
  return (
    <section className={reportsCss.card} aria-labelledby={titleId}>
      <header>
        <div>
          <h2 id={titleId}>{t('whatIf.changed')}</h2>
          <p>
            {total === 0 && t('whatIf.changedNone')}
            {total > 0 && changed.length === 0 && t('whatIf.changedHidden', { count: total })}
            {changed.length > 0 && t('whatIf.changedText', { shown: number(rows.length), all: number(total) })}
          </p>
        </div>
      </header>
      {rows.length > 0 && (
        <div className={tableCss.tableScroll}>
          <table className={`${tableCss.table} num`}>
            <caption className="vh">{t('whatIf.changed')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('whatIf.ticket')}</th>
                <th scope="col">{t('whatIf.institution')}</th>
                <th scope="col">{t('whatIf.promise')}</th>
                <th scope="col">{t('whatIf.deadline')}</th>
                <th scope="col">{t('whatIf.outcome')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <Row key={at} row={row} desk={desk} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!all && changed.length > FIRST && (
        <Button variant="subtle" mt={8} onClick={() => setAll(true)}>
          {t('whatIf.showAll', { count: changed.length })}
        </Button>
      )}
    </section>
  );
}
