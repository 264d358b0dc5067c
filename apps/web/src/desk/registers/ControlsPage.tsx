import { Button, Menu, Skeleton } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { exportHref } from '../data/export-href';
import { useFormat } from '../format';
import { ReportTabs } from '../reports/ReportTabs';
import reportsCss from '../reports/reports.module.css';
import { SaveMenu } from '../reports/SaveMenu';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { ControlDialog, ReviewDialog, RetireDialog, ReviewsDialog } from './ControlDialogs';
import { ControlPill } from './ControlPill';
import { type Control, registerQueries } from './register-queries';
import type { ControlState } from './registers-search';
import { RegisterTabs } from './RegisterTabs';
import c from './registers.module.css';

const route = getRouteApi('/reports/controls');

type Dialog = { what: 'describe' | 'review' | 'retire' | 'reviews'; control: Control };

function Acts({ control, open }: { control: Control; open: (dialog: Dialog) => void }) {
  const { t } = useTexts();
  const { abilities, document } = control;
  return (
    <div className={c.decide}>
      {abilities.review && (
        <Button size="xs" variant="default" onClick={() => open({ what: 'review', control })}>
          {t('registers.review')}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="xs" variant="subtle" aria-label={t('registers.more', { document })}>
            <IconDots size={16} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => open({ what: 'reviews', control })}>{t('registers.reviews')}</Menu.Item>
          {abilities.describe && <Menu.Item onClick={() => open({ what: 'describe', control })}>{t('registers.describe')}</Menu.Item>}
          {abilities.retire && <Menu.Item onClick={() => open({ what: 'retire', control })}>{t('registers.retire')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function ControlTable({ items, open }: { items: readonly Control[]; open: (dialog: Dialog) => void }) {
  const { t } = useTexts();
  const { date } = useFormat();
  return (
    <table className={`${c.rows} num`}>
      <thead>
        <tr>
          {(['document', 'owner', 'review', 'state'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`registers.column.${column}`)}
            </th>
          ))}
          <th scope="col" aria-label={t('registers.column.acts')} />
        </tr>
      </thead>
      <tbody>
        {items.map((control) => (
          <tr key={control.id}>
            <th scope="row">
              <b className={c.document}>{control.document}</b>
              <small>{[control.reference, t(`registers.area.${control.area}`), control.location].filter(Boolean).join(' · ')}</small>
            </th>
            <td>{control.owner.name}</td>
            <td>
              {date(control.reviewDueOn)}
              <small>
                {control.lastReviewOn ? t('registers.reviewedOn', { date: date(control.lastReviewOn) }) : t('registers.neverReviewed')}
              </small>
            </td>
            <td>
              <ControlPill state={control.state} />
            </td>
            <td>
              <Acts control={control} open={open} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Documents of internal control and the plan of their reviews, the next one first. */
export function ControlsPage() {
  const { t } = useTexts();
  const { number, dateTime } = useFormat();
  const { state } = route.useSearch();
  const list = useInfiniteQuery(registerQueries.controls(state));
  const [dialog, setDialog] = useState<Dialog | 'enter' | null>(null);
  if (list.error) return <FailedPage error={list.error} reset={() => void list.refetch()} />;
  const first = list.data?.pages[0];
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const close = (): void => setDialog(null);
  const counts: [ControlState | undefined, number][] = first
    ? [
        [undefined, first.counts.overdue + first.counts.dueSoon + first.counts.inOrder],
        ['overdue', first.counts.overdue],
        ['due_soon', first.counts.dueSoon],
        ['in_order', first.counts.inOrder],
        ['retired', first.counts.retired],
      ]
    : [];
  return (
    <main className={reportsCss.page}>
      <ReportTabs />
      <RegisterTabs />
      <header className={reportsCss.head}>
        <div>
          <h1>{t('registers.controls')}</h1>
          <p>
            {first && first.counts.overdue > 0
              ? t('registers.controlsLate', { n: number(first.counts.overdue) })
              : t('registers.controlsLead')}
          </p>
        </div>
        <SaveMenu href={(format) => exportHref('control-elements', { state }, format)} />
        {first?.abilities.enter && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog('enter')}>
            {t('registers.enterControl')}
          </Button>
        )}
      </header>
      <section className={reportsCss.card} aria-label={t('registers.controls')}>
        <nav className={`${c.counts} num`} aria-label={t('registers.show')}>
          {counts.map(([one, n]) => (
            <Link
              key={one ?? 'all'}
              to="/reports/controls"
              search={one ? { state: one } : {}}
              {...(one === state ? { 'aria-current': 'true' } : {})}
            >
              {t(one ? `registers.control.${one}` : 'registers.control.all')} <span>{number(n)}</span>
            </Link>
          ))}
        </nav>
        {list.isPending && <Skeleton height={320} radius={8} role="status" aria-label={t('desk.loading')} />}
        {first && items.length === 0 && <p className={reportsCss.nothing}>{t('registers.noControls')}</p>}
        {items.length > 0 && <ControlTable items={items} open={setDialog} />}
        {list.hasNextPage && (
          <Button variant="subtle" mt={8} loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('assets.more')}
          </Button>
        )}
        {first && <p className={c.source}>{t('registers.dataAt', { at: dateTime(first.counts.dataAt) })}</p>}
      </section>
      {dialog === 'enter' && <ControlDialog control={null} onClose={close} />}
      {dialog !== null && dialog !== 'enter' && <Open {...dialog} onClose={close} />}
    </main>
  );
}

function Open({ what, control, onClose }: Dialog & { onClose: () => void }) {
  const props = { control, onClose };
  if (what === 'describe') return <ControlDialog {...props} />;
  if (what === 'review') return <ReviewDialog {...props} />;
  return what === 'retire' ? <RetireDialog {...props} /> : <ReviewsDialog {...props} />;
}
