import { IconArrowUpRight } from '@tabler/icons-react';
import { useFormat } from '../format';
import page from '../reports/reports.module.css';
import table from '../reports/table.module.css';
import { RowsLink } from '../scorecard/RowsLink';
import { useTexts } from '../texts';
import type { ReportColumn, ReportDocument, ReportSection } from './library-queries';
import c from './library.module.css';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

type Cell = string | number | null;

const isNumber = ({ kind }: ReportColumn): boolean => kind !== 'text' && kind !== 'instant';

/** Words of a cell; the two bounds of an interval stand in one. */
function useCellWords(): (cell: Cell, column: ReportColumn) => string {
  const { number, date, dateTime } = useFormat();
  return (cell, { kind }) => {
    if (cell === null || cell === '') return '–';
    if (typeof cell === 'string') return kind === 'instant' ? dateTime(Date.parse(cell)) : DAY.test(cell) ? date(Date.parse(cell)) : cell;
    return number(cell, kind === 'count' ? 0 : 1);
  };
}

/** Columns as they are shown: the upper bound of an interval goes into the cell of the lower one. */
function shownColumns(columns: ReportColumn[]): { column: ReportColumn; at: number }[] {
  return columns.map((column, at) => ({ column, at })).filter(({ column }) => column.kind !== 'high');
}

function Section({ section }: { section: ReportSection }) {
  const { t } = useTexts();
  const words = useCellWords();
  const shown = shownColumns(section.columns);
  return (
    <section className={`${page.card} ${c.section}`}>
      <header>
        <div>
          <h2>{section.title}</h2>
          {section.note && <p>{section.note}</p>}
        </div>
        {section.opens && (
          <RowsLink path={section.opens} className={c.opens}>
            {t('library.open')}
            <IconArrowUpRight size={14} aria-hidden />
          </RowsLink>
        )}
      </header>
      {section.rows.length === 0 ? (
        <p className={page.nothing}>{t('library.noRows')}</p>
      ) : (
        <div className={table.tableScroll} tabIndex={0} role="region" aria-label={section.title}>
          <table className={`${table.table} ${c.table}`}>
            <thead>
              <tr>
                {shown.map(({ column, at }) => (
                  <th key={at} scope="col" className={isNumber(column) ? table.right : undefined}>
                    {column.kind === 'low' ? t('library.interval') : column.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {section.rows.map((row, line) => (
                <tr key={line}>
                  {shown.map(({ column, at }) => {
                    const cell = row.cells[at] ?? null;
                    if (at === 0)
                      return (
                        <th key={at} scope="row">
                          {row.opens === null ? words(cell, column) : <RowsLink path={row.opens}>{words(cell, column)}</RowsLink>}
                        </th>
                      );
                    const high = column.kind === 'low' ? (row.cells[at + 1] ?? null) : null;
                    return (
                      <td key={at} className={isNumber(column) ? `${table.right} num` : undefined}>
                        {high === null ? words(cell, column) : `${words(cell, column)}–${words(high, column)}`}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** A report: what it says, then its tables; the same on the screen and on paper. */
export function DocumentView({ document }: { document: ReportDocument }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const { about, dataAt, definitionVersion, definitions, conclusion, sections } = document;
  return (
    <article className={c.document}>
      <section className={`${page.card} ${c.conclusion}`} aria-label={t('library.conclusion')}>
        <h2>{t('library.conclusion')}</h2>
        <ul>
          {conclusion.map((sentence, at) => (
            <li key={at}>{sentence}</li>
          ))}
          {conclusion.length === 0 && <li>{t('library.noRows')}</li>}
        </ul>
        <p className={`${c.stamp} num`}>
          {about} · {t('library.dataAt', { at: dateTime(Date.parse(dataAt)) })} ·{' '}
          {t('library.version', { version: String(definitionVersion) })}
          {definitions.length > 0 && ` · ${definitions.map(({ code, version }) => `${code} v${version}`).join(', ')}`}
        </p>
      </section>
      {sections.map((section, at) => (
        <Section key={at} section={section} />
      ))}
    </article>
  );
}
