import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCalculator } from '@tabler/icons-react';
import { problemText } from '../../shared/api/problem';
import { useRight } from '../data/session';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { isUnderWay, type Recount, useBeginRecount, useRecounts } from './recount-queries';
import c from './recount.module.css';

const WATCHED_DAYS = 7;
const DAY_MS = 86_400_000;

/** What a recount was of, in words. */
function useExtent(): (recount: Recount) => string {
  const { t } = useTexts();
  const { dayMonth } = useFormat();
  return ({ kind, days }) =>
    kind === 'all' ? t('recount.ofAll') : t('recount.ofDays', { days: days.map((day) => dayMonth(`${day}T12:00:00Z`)).join(', ') });
}

function Progress({ recount: { done, total } }: { recount: Recount }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const share = total ? Math.min(1, done / total) : 0;
  return (
    <>
      <p role="status" className="num">
        {total === null ? t('recount.counting') : t('recount.doneOf', { done: number(done), total: number(total) })}. {t('recount.leave')}
      </p>
      <div
        className={c.progress}
        role="progressbar"
        aria-label={t('recount.progress')}
        aria-valuemin={0}
        aria-valuemax={total ?? 0}
        aria-valuenow={done}
      >
        <i style={{ width: `${Math.round(share * 100)}%` }} />
      </div>
    </>
  );
}

/** The alarm: a recount of the last days found something. */
function Alarm({ recount }: { recount: Recount }) {
  const { t } = useTexts();
  const { dateTime, number } = useFormat();
  const extent = useExtent();
  const count = recount.facts + recount.cells;
  return (
    <p role="alert" className={c.alarm}>
      <IconAlertTriangle size={17} aria-hidden />
      <span>
        {t('recount.healed', { count, n: number(count), at: dateTime(recount.finishedAt ?? recount.createdAt), what: extent(recount) })}
      </span>
    </p>
  );
}

function Last({ recount }: { recount: Recount | undefined }) {
  const { t } = useTexts();
  const { dateTime, number } = useFormat();
  const extent = useExtent();
  if (!recount) return <p>{t('recount.never')}</p>;
  const at = dateTime(recount.finishedAt ?? recount.createdAt);
  if (recount.state === 'failed') return <p>{t('recount.failed', { at })}</p>;
  const tickets = t('recount.tickets', { count: recount.done, n: number(recount.done) });
  return <p className="num">{t('recount.same', { at, what: extent(recount), tickets })}</p>;
}

/** Whether the figures agree with the events they are made of: the last recount, the one under way, and what was found lately. */
export function RecountPanel() {
  const texts = useTexts();
  const { t } = texts;
  const may = useRight('kpi.recount');
  const { data, dataUpdatedAt, error } = useRecounts();
  const begin = useBeginRecount();
  const problem = begin.error ?? error;
  if (!data) return problem ? <p role="alert">{problemText(texts, problem)}</p> : null;
  const running = data.items.find(isUnderWay);
  const ended = data.items.filter((one) => one.finishedAt !== null);
  const since = dataUpdatedAt - WATCHED_DAYS * DAY_MS;
  const alarms = ended.filter((one) => one.facts + one.cells > 0 && Date.parse(one.finishedAt ?? '') > since);
  const clean = ended.find((one) => one.facts + one.cells === 0);
  return (
    <section className={c.panel} aria-label={t('recount.title')} data-alarm={alarms.length > 0 || undefined}>
      <div>
        <b>{t('recount.title')}</b>
        {alarms.map((one) => (
          <Alarm key={one.id} recount={one} />
        ))}
        {running ? <Progress recount={running} /> : <Last recount={clean ?? ended[0]} />}
        {problem && <p role="alert">{problemText(texts, problem)}</p>}
      </div>
      {may && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCalculator size={15} aria-hidden />}
          loading={begin.isPending || running?.kind === 'all'}
          onClick={() => begin.mutate()}
        >
          {t('recount.run')}
        </Button>
      )}
    </section>
  );
}
