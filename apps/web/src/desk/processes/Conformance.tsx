import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useFormat } from '../format';
import { monthName } from '../reports/months';
import reportsCss from '../reports/reports.module.css';
import tableCss from '../reports/table.module.css';
import { useTexts } from '../texts';
import c from './page.module.css';
import { type Conformance as Found, type Process, processQueries } from './process-queries';

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

function Months({ months }: Pick<Process, 'months'>) {
  const texts = useTexts();
  const { t } = texts;
  const { percent } = useFormat();
  return (
    <div className={tableCss.tableScroll}>
      <table className={`${tableCss.table} num`} id="months">
        <caption className="vh">{t('processes.months')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('processes.month')}</th>
            {(['live', 'judged', 'conforming', 'share'] as const).map((name) => (
              <th key={name} scope="col" className={tableCss.right}>
                {t(`processes.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, live, judged, conforming }) => (
            <tr key={month}>
              <th scope="row">{monthName(month, texts)}</th>
              <td className={tableCss.right}>{live}</td>
              <td className={tableCss.right}>{judged}</td>
              <td className={tableCss.right}>{conforming}</td>
              <td className={tableCss.right}>{judged >= 10 ? percent((conforming / judged) * 100, 1) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Deviating({ deviating }: Pick<Found, 'deviating'>) {
  const { t } = useTexts();
  if (deviating.length === 0) return <p className={c.none}>{t('processes.noDeviating')}</p>;
  return (
    <ul className={`${c.cases} num`}>
      {deviating.map(({ ticketId, ticket, deviations }) => (
        <li key={ticketId}>
          {ticket === null ? (
            <span className={c.none}>{t('processes.hiddenCase')}</span>
          ) : ticket.type === 'change' ? (
            <Link to="/desk/changes/$number" params={{ number: ticket.number }}>
              {ticket.number}
            </Link>
          ) : (
            <Link to="/desk/tickets/$number" params={{ number: ticket.number }}>
              {ticket.number}
            </Link>
          )}
          <span>
            {ticket?.title}
            <small>{deviations.join(' ')}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What its records show: the counted months, and the cases that went otherwise. */
export function Conformance({ process }: { process: Process }) {
  const { t } = useTexts();
  const id = useId();
  const { data } = useQuery(processQueries.conformance(process.id));
  const { months } = process;
  const [live, judged, conforming] = (['live', 'judged', 'conforming'] as const).map((name) => sum(months.map((month) => month[name])));
  const said = { live: String(live), judged: String(judged), conforming: String(conforming) };
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('processes.records')}</h2>
          <p>{months.length === 0 ? t('processes.notCounted') : t('processes.recordsSaid', said)}</p>
        </div>
      </header>
      {months.length > 0 && <Months months={months} />}
      <h3 className={c.sub} id="cases">
        {t('processes.cases', { count: data?.deviating.length ?? 0 })}
      </h3>
      {data && <Deviating deviating={data.deviating} />}
    </section>
  );
}
