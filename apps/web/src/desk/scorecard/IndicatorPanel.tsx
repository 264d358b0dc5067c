import { Button, Modal, Skeleton } from '@mantine/core';
import { IconPencilPlus, IconTarget } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../../shared/api/problem';
import { useFormat } from '../format';
import { StatusMark } from '../reports/StatusMark';
import { useTexts } from '../texts';
import { open } from './IndicatorRow';
import c from './panel.module.css';
import { RecordDialog } from './RecordDialog';
import { RowsLink } from './RowsLink';
import { type IndicatorDetail, scorecardQueries } from './scorecard-queries';
import { TargetDialog } from './TargetDialog';
import { type IndicatorWords, noonOf, useIndicatorWords } from './use-indicator-words';

/** Every year: target, value, status, and where the value comes from. */
function Years({ indicator }: { indicator: IndicatorDetail }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const words = useIndicatorWords();
  return (
    <ul className={`${c.list} num`}>
      {[...indicator.years].reverse().map((year) => {
        const { figure, target } = year;
        const beside = [words.below(indicator, figure), words.sample(indicator, figure)].filter(Boolean).join(' · ');
        return (
          <li key={year.year}>
            <b>{year.year}</b>
            <div>
              <p>
                {t('scorecard.valueAgainst', { value: words.figure(indicator, figure), target: goalOf(indicator, target, words) })}{' '}
                {year.status ? (
                  <StatusMark status={year.status} />
                ) : (
                  <span className={c.dim}>{open({ ...indicator, years: [] }, year, t)}</span>
                )}
              </p>
              {beside && <p className={c.dim}>{beside}</p>}
              {figure && (
                <p className={c.dim}>
                  {t(`scorecard.from.${figure.origin}`, { source: figure.source ?? '', at: dateTime(figure.dataAt) })}
                  {year.frozen && ` · ${t('scorecard.frozenMark')}`}
                </p>
              )}
              {figure?.rowsPath && (
                <RowsLink path={figure.rowsPath} label={t('scorecard.openRows', { name: `${indicator.name}, ${year.year}` })}>
                  {t('scorecard.rows')}
                </RowsLink>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function goalOf(indicator: IndicatorDetail, target: number | null, words: IndicatorWords): string {
  return indicator.dueYear === null ? words.target(indicator, target) : words.endOf(indicator.dueYear);
}

/** Values that were recorded: the document, its file, who and when; those that no longer stand are struck. */
function Recorded({ indicator }: { indicator: IndicatorDetail }) {
  const { t } = useTexts();
  const { date, dateTime } = useFormat();
  const words = useIndicatorWords();
  if (indicator.measurements.length === 0) return <p className={c.dim}>{t('scorecard.nothingRecorded')}</p>;
  return (
    <ul className={`${c.list} num`}>
      {indicator.measurements.map((one) => {
        const value = one.achievedOn ? date(noonOf(one.achievedOn)) : one.value === null ? '–' : words.value(indicator, one.value);
        return (
          <li key={one.id} data-replaced={one.replaced || undefined}>
            <b>{one.year}</b>
            <div>
              <p>
                <span className={c.main}>{value}</span>
                {one.denominator !== null && ` (${t('figure.counts', { hits: one.numerator ?? 0, n: one.denominator })})`}
                {one.replaced && <span className={c.dim}> {t('scorecard.replaced')}</span>}
              </p>
              <p>{one.source}</p>
              {one.file && (
                <p>
                  <a href={`/api/v1/indicators/${indicator.id}/measurements/${one.id}/file`} download>
                    {one.file.name}
                  </a>
                </p>
              )}
              <p className={c.dim}>
                {t(`scorecard.origin.${one.origin}`)} · {one.recordedBy?.name ?? ''} {dateTime(one.recordedAt)}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Targets({ indicator }: { indicator: IndicatorDetail }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const words = useIndicatorWords();
  return (
    <ul className={`${c.list} num`}>
      {indicator.targets.map((one) => (
        <li key={`${one.year} ${one.setAt} ${one.value}`} data-replaced={one.replaced || undefined}>
          <b>{one.year}</b>
          <div>
            <p>
              <span className={c.main}>{words.target(indicator, one.value)}</span>
              {one.replaced && <span className={c.dim}> {t('scorecard.replaced')}</span>}
            </p>
            <p>{one.source}</p>
            <p className={c.dim}>
              {one.setBy?.name ?? ''} {dateTime(one.setAt)}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Body({ indicator, year }: { indicator: IndicatorDetail; year: number }) {
  const { t } = useTexts();
  const [dialog, setDialog] = useState<'record' | 'target' | null>(null);
  const close = (): void => setDialog(null);
  return (
    <div className={c.body}>
      <p className={c.dim}>{indicator.goals.join(' → ')}</p>
      <p>
        {indicator.note}
        {indicator.sourceCode && ` · ${indicator.sourceCode}`}
      </p>
      {(indicator.abilities.record || indicator.abilities.setTarget) && (
        <div className={c.acts}>
          {indicator.abilities.record && (
            <Button variant="default" leftSection={<IconPencilPlus size={16} aria-hidden />} onClick={() => setDialog('record')}>
              {t('scorecard.record')}
            </Button>
          )}
          {indicator.abilities.setTarget && (
            <Button variant="default" leftSection={<IconTarget size={16} aria-hidden />} onClick={() => setDialog('target')}>
              {t('scorecard.setTarget')}
            </Button>
          )}
        </div>
      )}
      <h3>{t('scorecard.tasks')}</h3>
      <ul className={c.tasks}>
        {indicator.tasks.map((task) => (
          <li key={task}>{task}</li>
        ))}
      </ul>
      <h3>{t('scorecard.years')}</h3>
      <Years indicator={indicator} />
      <h3>{t('scorecard.recorded')}</h3>
      <Recorded indicator={indicator} />
      {indicator.targets.length > 0 && (
        <>
          <h3>{t('scorecard.targets')}</h3>
          <Targets indicator={indicator} />
        </>
      )}
      {dialog === 'record' && <RecordDialog indicator={indicator} year={year} onClose={close} />}
      {dialog === 'target' && <TargetDialog indicator={indicator} onClose={close} />}
    </div>
  );
}

/** One indicator over the page. */
export function IndicatorPanel({ id, year, onClose }: { id: string; year: number; onClose: () => void }) {
  const texts = useTexts();
  const { data, error } = useQuery(scorecardQueries.indicator(id));
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={data?.name ?? texts.t('scorecard.indicator')}
      closeButtonProps={{ 'aria-label': texts.t('action.close') }}
    >
      {error && <p role="alert">{problemText(texts, error)}</p>}
      {!data && !error && <Skeleton height={320} radius={12} />}
      {data && <Body key={data.id} indicator={data} year={year} />}
    </Modal>
  );
}
