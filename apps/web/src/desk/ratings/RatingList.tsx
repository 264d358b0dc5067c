import { Button, NativeSelect, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { exportHref } from '../data/export-href';
import type { ListedRating } from '../data/types';
import { useFormat } from '../format';
import { Face } from '../marks/Face';
import { SaveMenu } from '../reports/SaveMenu';
import { TicketCell } from '../reports/TicketCell';
import reportsCss from '../reports/reports.module.css';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import c from './ratings.module.css';
import { ratingFilters, ratingListQuery } from './ratings-queries';
import { type RatingsSearch, values } from './ratings-search';

interface Props {
  search: RatingsSearch;
  onSearch: (part: Partial<RatingsSearch>) => void;
}

const spans = [30, 90, 365] as const;

function Row({ rating }: { rating: ListedRating }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const { value, comment, followUp, ticket } = rating;
  const notes = [
    dateTime(rating.at),
    rating.group?.name,
    t(`ratings.channel.${rating.channel}`),
    rating.changedAt && t('ratings.changed'),
    rating.cycle > 1 && t('ratings.cycle', { number: String(rating.cycle) }),
    followUp && t(`ratings.task.${followUp.state}`),
  ];
  return (
    <li className={c.rating}>
      <Face value={value} />
      <div className={c.taskMain}>
        <p className={c.ticket}>
          <TicketCell ticket={ticket} />
        </p>
        {comment && <blockquote className={c.quote}>{comment}</blockquote>}
        <p className={`${c.dim} num`}>{notes.filter(Boolean).join(' · ')}</p>
      </div>
    </li>
  );
}

/** The counts are the filter: each answer with its number. */
function Values({ search, counts, onSearch }: Props & { counts: Record<'bad' | 'satisfactory' | 'good', number> | undefined }) {
  const { t } = useTexts();
  const { number } = useFormat();
  return (
    <div className={c.values} role="group" aria-label={t('ratings.byValue')}>
      {values.map((value) => (
        <button
          key={value}
          type="button"
          aria-pressed={search.value === value}
          onClick={() => onSearch({ value: search.value === value ? undefined : value } as Partial<RatingsSearch>)}
        >
          <Face value={value} />
          <b className="num">{counts ? number(counts[value]) : '–'}</b>
        </button>
      ))}
    </div>
  );
}

/** What people said of the group's work, newest first; never added up by who did it. */
export function RatingList({ search, onSearch }: Props) {
  const { t } = useTexts();
  const query = useInfiniteQuery(ratingListQuery(search));
  if (query.error) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={reportsCss.card} aria-label={t('ratings.list')}>
      <header className={c.cardHead}>
        <Values search={search} counts={query.data?.pages[0]?.counts} onSearch={onSearch} />
        <NativeSelect
          aria-label={t('ratings.span')}
          value={String(search.days ?? 90)}
          onChange={(event) => {
            const days = Number(event.currentTarget.value);
            onSearch({ days: days === 90 ? undefined : days } as Partial<RatingsSearch>);
          }}
          data={spans.map((days) => ({ value: String(days), label: t('ratings.days', { count: days }) }))}
        />
        <SaveMenu href={(format) => exportHref('ratings', ratingFilters(search), format)} />
      </header>
      {query.isPending && <Skeleton height={220} radius={8} />}
      {!query.isPending && items.length === 0 && <p className={reportsCss.nothing}>{t('ratings.none')}</p>}
      <ul className={c.tasks}>
        {items.map((rating) => (
          <Row key={rating.id} rating={rating} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button variant="subtle" mt={8} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('rows.more')}
        </Button>
      )}
    </section>
  );
}
