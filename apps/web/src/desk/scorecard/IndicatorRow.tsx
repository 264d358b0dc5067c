import { Link } from '@tanstack/react-router';
import { StatusMark } from '../reports/StatusMark';
import { useTexts } from '../texts';
import { RowsLink } from './RowsLink';
import type { IndicatorYear, ScorecardIndicator } from './scorecard-queries';
import type { ScorecardSearch } from './scorecard-search';
import c from './score-table.module.css';
import { TargetScale, Tendency } from './TargetScale';
import { type IndicatorWords, useIndicatorWords } from './use-indicator-words';

interface Props {
  indicator: ScorecardIndicator;
  search: ScorecardSearch;
}

/** The value of a year: one click to its rows, or to the document that it comes from. */
function Value({ indicator, year, search }: Props & { year: IndicatorYear }) {
  const { t } = useTexts();
  const words = useIndicatorWords();
  const { figure } = year;
  const text = words.figure(indicator, figure);
  if (isSilent(indicator, year)) return null;
  if (!figure || text === '–') return <span className={c.dim}>–</span>;
  const mark = figure.origin === 'desk' ? null : <sup>{t(`scorecard.mark.${figure.origin}`)}</sup>;
  const name = `${indicator.name}, ${year.year}: ${text}`;
  return (
    <>
      {figure.rowsPath ? (
        <RowsLink path={figure.rowsPath} label={t('scorecard.openRows', { name })}>
          {text}
        </RowsLink>
      ) : (
        <Link
          to="/reports/scorecard"
          search={{ ...search, indicator: indicator.id }}
          resetScroll={false}
          aria-label={t('scorecard.openSource', { name })}
        >
          {text}
        </Link>
      )}
      {mark}
    </>
  );
}

/** A milestone speaks in the year in which it is due or done, and in the page's year. */
function isSilent({ kind, dueYear, years }: ScorecardIndicator, year: IndicatorYear): boolean {
  if (kind !== 'milestone' || year === years.at(-1)) return false;
  return year.year !== dueYear && !year.figure?.achievedOn?.startsWith(String(year.year));
}

function target(indicator: ScorecardIndicator, year: IndicatorYear, words: IndicatorWords): string {
  if (indicator.kind === 'numeric') return words.target(indicator, year.target);
  return indicator.dueYear === year.year ? words.endOf(year.year) : '';
}

/** An indicator: its baseline, target and value of each year, the interval against the target, its status and its way here. */
export function IndicatorRow({ indicator, search }: Props) {
  const { t } = useTexts();
  const words = useIndicatorWords();
  const now = indicator.years.at(-1)!;
  const sample = words.sample(indicator, now.figure);
  return (
    <tr>
      <th scope="row">
        <Link to="/reports/scorecard" search={{ ...search, indicator: indicator.id }} resetScroll={false}>
          {indicator.name}
        </Link>
        <small>{indicator.note}</small>
      </th>
      <td className={c.target} data-part="baseline" data-label={t('scorecard.baseline')}>
        {indicator.baseline === null ? '–' : words.value(indicator, indicator.baseline)}
      </td>
      {indicator.years.map((year) => [
        <td
          key={`t${year.year}`}
          className={`${c.target} ${c.year}`}
          data-now={year === now || undefined}
          data-part="year"
          data-label={t('scorecard.target')}
        >
          {target(indicator, year, words)}
        </td>,
        <td
          key={`v${year.year}`}
          className={c.value}
          data-now={year === now || undefined}
          data-part="year"
          data-label={t('scorecard.value')}
        >
          <Value indicator={indicator} year={year} search={search} />
          {year === now && <small>{words.below(indicator, year.figure)}</small>}
        </td>,
      ])}
      <td data-now data-part="scale">
        <TargetScale indicator={indicator} year={now} />
        {sample && <small>{sample}</small>}
      </td>
      <td data-now data-part="status" className={c.statusCell}>
        {now.status ? <StatusMark status={now.status} /> : <span className={c.open}>{open(indicator, now, t)}</span>}
      </td>
      <td data-part="tendency">
        <Tendency values={indicator.years.map(({ figure }) => figure?.value ?? null)} />
      </td>
    </tr>
  );
}

/** Why there is no status yet. */
export function open(
  indicator: ScorecardIndicator,
  { year, figure, target: goal }: IndicatorYear,
  t: ReturnType<typeof useTexts>['t'],
): string {
  if (indicator.kind === 'milestone') return t((indicator.dueYear ?? 0) >= year ? 'scorecard.stillTime' : 'scorecard.noValue');
  if (!figure) return t('scorecard.noValue');
  return goal === null ? t('scorecard.noTarget') : t('figure.tooFewClocks');
}
