import { IconArrowDown, IconArrowUp, IconEyeOff } from '@tabler/icons-react';
import { useId } from 'react';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import c from './institutions.module.css';
import type { Line, Result } from './result-queries';
import { useInterval } from './use-interval';

interface Props {
  result: Result;
  /** The institution whose answers the questions show. */
  shown: string | undefined;
  onShow: (institutionId: string | undefined) => void;
}

const HIDDEN_BELOW = 5;

function Apart({ apart }: { apart: Line['apart'] }) {
  const { t } = useTexts();
  if (!apart) return null;
  const Sign = apart === 'above' ? IconArrowUp : IconArrowDown;
  const words = t(`results.apart.${apart}`);
  return (
    <span className={c.apart} data-apart={apart} title={words}>
      <Sign size={14} stroke={2.4} role="img" aria-label={words} />
    </span>
  );
}

function ShownLine({ line, pressed, onShow }: { line: Line; pressed: boolean; onShow: Props['onShow'] }) {
  const { t } = useTexts();
  const { number, percent } = useFormat();
  const interval = useInterval();
  const { institution, figure, before } = line;
  return (
    <>
      <th scope="row">
        <button
          type="button"
          className={c.pick}
          aria-pressed={pressed}
          title={t('results.showOne', { name: institution.name })}
          onClick={() => onShow(pressed ? undefined : institution.id)}
        >
          {institution.name}
        </button>
        {before?.value != null && figure.value !== null && (
          <small className={c.before}>{t('results.before', { share: percent(before.value) })}</small>
        )}
      </th>
      <td className={c.share}>
        <Apart apart={line.apart} />
        {figure.value === null
          ? t('figure.counts', { hits: number(figure.numerator ?? 0), n: number(figure.n ?? 0) })
          : percent(figure.value)}
      </td>
      <td className={c.interval}>{interval(figure)}</td>
      <td className={c.n}>{number(figure.n ?? 0)}</td>
    </>
  );
}

function HiddenLine({ line }: { line: Line }) {
  const { t } = useTexts();
  return (
    <>
      <th scope="row">{line.institution.name}</th>
      <td colSpan={3} className={c.hidden}>
        <IconEyeOff size={15} aria-hidden />
        {t('results.hiddenLine')}
      </td>
    </>
  );
}

/** Satisfied people of each institution by name: where intervals overlap there is no ranking. Hidden ones are listed with the reason. */
export function Institutions({ result, shown, onShow }: Props) {
  const { t } = useTexts();
  const id = useId();
  if (result.lines.length === 0) return null;
  const lines = [...result.lines.filter(({ hidden }) => !hidden), ...result.lines.filter(({ hidden }) => hidden)];
  const small = result.lines.some(({ figure }) => figure.display === 'small' || figure.display === 'counts');
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('results.byInstitution')}</h2>
          <p>{t('results.byInstitutionWhy')}</p>
        </div>
      </header>
      <table className={`${c.table} num`}>
        <thead>
          <tr>
            <th scope="col">{t('results.institution')}</th>
            <th scope="col">{t('results.satisfied')}</th>
            <th scope="col">{t('results.interval')}</th>
            <th scope="col">n</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.institution.id} data-shown={line.institution.id === shown || undefined}>
              {!line.hidden ? (
                <ShownLine line={line} pressed={line.institution.id === shown} onShow={onShow} />
              ) : (
                <HiddenLine line={line} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={c.foot}>
        {lines.some(({ hidden }) => hidden) && `${t('results.hiddenCount', { least: String(Math.max(HIDDEN_BELOW, result.minGroup)) })} `}
        {small && t('results.smallSample')}
      </p>
    </section>
  );
}
