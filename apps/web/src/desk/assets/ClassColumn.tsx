import { Select } from '@mantine/core';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import type { AssetsSearch } from './assets-search';
import c from './assets.module.css';
import type { ItemCounts } from './types';

interface Props {
  counts: ItemCounts | undefined;
  search: AssetsSearch;
  onChoose: (code: string | undefined) => void;
}

/** The classes with how many there are of each, not counting what is disposed of; on a phone a list to choose from. */
export function ClassColumn({ counts, search, onChoose }: Props) {
  const { t } = useTexts();
  const { number } = useFormat();
  const classes = (counts?.items ?? []).filter(({ live, class: { code } }) => live > 0 || code === search.class);
  const entry = (code: string | undefined, name: string, live: number) => (
    <li key={code ?? ''}>
      <button type="button" aria-pressed={search.class === code} onClick={() => onChoose(code)}>
        <span>{name}</span>
        <span className="num">{number(live)}</span>
      </button>
    </li>
  );
  return (
    <nav className={c.classes} aria-label={t('assets.classes')}>
      <ul>
        {entry(undefined, t('assets.all'), counts?.live ?? 0)}
        {classes.map(({ class: { code, name }, live }) => entry(code, name, live))}
      </ul>
      <Select
        className={c.classSelect}
        aria-label={t('assets.class')}
        placeholder={t('assets.all')}
        data={classes.map(({ class: { code, name }, live }) => ({ value: code, label: `${name} (${number(live)})` }))}
        value={search.class ?? null}
        onChange={(code) => onChoose(code ?? undefined)}
        clearable
        clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
      />
    </nav>
  );
}
