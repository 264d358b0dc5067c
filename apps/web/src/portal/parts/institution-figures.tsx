import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { number, percentage } from '../../shared/format/numbers';
import { inRiga, type Month } from '../../shared/format/riga-time';
import { Card } from '../components/card';
import { ProblemNotice } from '../components/notice';
import { Skeleton } from '../components/skeleton';
import { type InstitutionFigure, institutionOverview } from '../data/institution-calls';
import { useLiveTicket } from '../data/use-live-ticket';
import { useNow } from '../data/use-now';
import { useResource } from '../data/use-resource';
import home from '../pages/home.module.css';
import css from '../pages/institution.module.css';
import { Link } from '../router/link';
import { type PortalTexts, useTexts } from '../texts';

/** `2026-11` so many months later. */
function monthAfter(month: string, count: number): string {
  const [year = 0, at = 1] = month.split('-').map(Number);
  const index = year * 12 + at - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function monthWords({ t }: PortalTexts, month: string): string {
  const [year = '', at = '1'] = month.split('-');
  return t('institution.month', { year, month: t(`month.name.${Number(at) as Month}`) });
}

/** A share as it may be shown: few opinions are hidden, few counts are told as counts, the others with n and interval (DOMAIN 5). */
function shareWords({ t, locale }: PortalTexts, { figure, target }: InstitutionFigure): { value: string; notes: string[] } {
  const { display, value, numerator, denominator, n, low, high } = figure;
  const percent = (share: number): string => percentage(share, locale);
  if (display === 'none') return { value: '–', notes: [t('institution.none')] };
  if (display === 'hidden') return { value: '–', notes: [t('institution.hidden')] };
  const notes = [
    ...(display === 'small' ? [t('institution.small')] : []),
    n !== null && low !== null && high !== null
      ? t('institution.spread', { n: number(n, locale), low: number(low, locale, 1), high: percent(high) })
      : t('institution.n', { n: number(n ?? 0, locale) }),
    ...(target === null ? [] : [t('institution.target', { target: percentage(target, locale, 0) })]),
  ];
  if (value === null) return { value: t('institution.of', { part: numerator ?? 0, whole: denominator ?? 0 }), notes };
  return { value: percent(value), notes };
}

function Figure({ label, value, notes = [], late = false }: { label: string; value: string; notes?: string[]; late?: boolean }) {
  return (
    <div className={css.figure}>
      <dt>{label}</dt>
      <dd>
        <b className="num">{value}</b>
        {notes.map((note) => (
          <span key={note} className={late ? css.late : undefined}>
            {note}
          </span>
        ))}
      </dd>
    </div>
  );
}

interface Props {
  month: string | undefined;
  /** The address of the page with another month. */
  at: (month: string) => string;
}

/** How the institution is served: what is open now, and a month's figures beside it. */
export function InstitutionFigures({ month, at }: Props) {
  const texts = useTexts();
  const { t, locale } = texts;
  const now = inRiga(useNow()).date.slice(0, 7);
  const shown = month ?? now;
  const read = useResource(`overview ${shown}`, (signal) => institutionOverview(shown, signal));
  useLiveTicket(null, read.reload);
  const counted = (count: number): string => number(count, locale);
  const figures = read.data;
  return (
    <Card padded={false}>
      <div className={home.head}>
        <h2>{figures ? figures.institutions.map(({ name }) => name).join(', ') || t('institution.figures') : t('institution.figures')}</h2>
        <nav className={css.months} aria-label={monthWords(texts, shown)}>
          <Link to={at(monthAfter(shown, -1))} aria-label={t('institution.earlier')}>
            <IconChevronLeft size={20} aria-hidden />
          </Link>
          <span>{monthWords(texts, shown)}</span>
          {shown < now ? (
            <Link to={at(monthAfter(shown, 1))} aria-label={t('institution.later')}>
              <IconChevronRight size={20} aria-hidden />
            </Link>
          ) : (
            <i />
          )}
        </nav>
      </div>
      <ProblemNotice error={read.error} onRetry={read.reload} />
      {read.loading && (
        <div className={css.pad}>
          <Skeleton lines={3} />
        </div>
      )}
      {figures && (
        <dl className={css.figures}>
          <Figure
            label={t('institution.open')}
            value={counted(figures.open)}
            {...(figures.late > 0 ? { notes: [`▲ ${t('institution.late', { count: figures.late })}`], late: true } : {})}
          />
          <Figure label={t('institution.submitted')} value={counted(figures.submitted)} />
          <Figure label={t('institution.resolved')} value={counted(figures.resolved)} />
          <Figure label={t('institution.inTime')} {...shareWords(texts, figures.inTime)} />
          <Figure label={t('institution.satisfied')} {...shareWords(texts, figures.satisfied)} />
        </dl>
      )}
    </Card>
  );
}
