import { useFormat } from '../format';
import { useTexts } from '../texts';
import { growth } from './load-figures';
import type { Backlog, Forecast, Load } from './load-queries';
import type { LoadSearch } from './load-search';
import { RowsLink } from './RowsLink';
import c from './load.module.css';

interface Props {
  load: Load;
  backlog: Backlog | undefined;
  forecast: Forecast | undefined;
  search: LoadSearch;
}

/** The five figures of the page; what counts tickets opens them. */
export function Strip({ load, backlog, forecast, search }: Props) {
  const { t } = useTexts();
  const { number } = useFormat();
  const { arrived, reopened, resolved, cancelled } = load.whole;
  const working = load.days.filter((day) => day.working).length;
  const grown = growth(load.whole);
  const sign = grown > 0 ? '+' : grown < 0 ? '\u2212' : '±';
  const expected = forecast?.forecast?.days.reduce((sum, day) => sum + day.expected, 0);
  const error = forecast?.forecast?.error;
  const workingArrived = load.days.filter((day) => day.working).reduce((sum, day) => sum + day.arrived, 0);
  return (
    <dl className={`${c.strip} num`}>
      <div>
        <dt>{t('load.arrived')}</dt>
        <dd>
          <RowsLink search={search} of={{ rows: 'arrived' }} label={t('load.arrived')}>
            {number(arrived)}
          </RowsLink>
        </dd>
        <dd>{working > 0 && t('load.perWorkingDay', { n: number(workingArrived / working, 1) })}</dd>
      </div>
      <div>
        <dt>{t('load.resolved')}</dt>
        <dd>
          <RowsLink search={search} of={{ rows: 'resolved' }} label={t('load.resolved')}>
            {number(resolved)}
          </RowsLink>
        </dd>
        <dd>
          <RowsLink search={search} of={{ rows: 'cancelled' }} label={t('load.cancelled')}>
            {t('load.andCancelled', { n: number(cancelled) })}
          </RowsLink>
        </dd>
      </div>
      <div>
        <dt>{t('load.change')}</dt>
        <dd>{`${sign}${number(Math.abs(grown))}`}</dd>
        <dd>
          <RowsLink search={search} of={{ rows: 'reopened' }} label={t('load.reopened')}>
            {t('load.andReopened', { n: number(reopened) })}
          </RowsLink>
        </dd>
      </div>
      <div>
        <dt>{t('load.open')}</dt>
        <dd>
          {backlog ? (
            <RowsLink search={search} of={{ rows: 'open' }} label={t('load.open')}>
              {number(backlog.whole.n)}
            </RowsLink>
          ) : (
            '–'
          )}
        </dd>
        <dd>{backlog?.whole.median != null && t('load.medianAge', { n: number(Math.round(backlog.whole.median)) })}</dd>
      </div>
      <div>
        <dt>{t('load.expected')}</dt>
        <dd>{expected === undefined ? '–' : t('load.about', { n: number(Math.round(expected)) })}</dd>
        <dd>{error?.percent != null && t('load.offBy', { n: number(error.percent, 0) })}</dd>
      </div>
    </dl>
  );
}
