import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../texts';
import { type LoadSearch, type RowsOf, withoutRows } from './load-search';

interface Props {
  search: LoadSearch;
  /** Which rows. */
  of: RowsOf;
  /** What the figure is of, for who hears it. */
  label: string;
  children: ReactNode;
}

/** A figure that opens the tickets it counts. */
export function RowsLink({ search, of, label, children }: Props) {
  const { t } = useTexts();
  return (
    <Link
      to="/reports/load"
      search={{ ...withoutRows(search), ...of }}
      replace
      resetScroll={false}
      aria-label={t('load.openRows', { name: label })}
    >
      {children}
    </Link>
  );
}
