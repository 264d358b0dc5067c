import { useEffect, useRef } from 'react';
import { StatePill } from '../marks/StatePill';
import { Marked } from '../search/Marked';
import { Keys } from '../shell/Keys';
import { useTexts, type TextKey } from '../texts';
import { entryGroups, type Entry, type EntryGroup } from './entry';
import c from './palette.module.css';

/** The text with the part that was looked for marked. */
function Matched({ text, query }: { text: string; query: string }) {
  const at = query ? text.toLocaleLowerCase().indexOf(query.toLocaleLowerCase()) : -1;
  return <Marked text={text} marks={at < 0 ? [] : [{ from: at, to: at + query.length }]} />;
}

interface Props {
  id: string;
  entries: Entry[];
  chosen: number;
  query: string;
  onChoose: (index: number) => void;
  onRun: (index: number) => void;
}

function Option({ entry, index, ...props }: Props & { entry: Entry; index: number }) {
  const { id, chosen, query, onChoose, onRun } = props;
  const item = useRef<HTMLLIElement>(null);
  const on = index === chosen;
  useEffect(() => {
    if (on) item.current?.scrollIntoView({ block: 'nearest' });
  }, [on]);
  return (
    <li ref={item} id={`${id}-${index}`} role="option" aria-selected={on} onMouseMove={() => onChoose(index)} onClick={() => onRun(index)}>
      <entry.icon size={20} stroke={1.7} aria-hidden />
      <span className={c.words}>
        <span>{entry.marks ? <Marked text={entry.title} marks={entry.marks} /> : <Matched text={entry.title} query={query} />}</span>
        {entry.detail && (
          <small className="num">
            <Matched text={entry.detail} query={query} />
          </small>
        )}
      </span>
      {entry.state && (
        <StatePill state={entry.state} holdReason={entry.holdReason ?? null} {...(entry.stateWord ? { word: entry.stateWord } : {})} />
      )}
      {entry.keys && <Keys keys={entry.keys} />}
    </li>
  );
}

const titles: Record<EntryGroup, TextKey> = {
  tickets: 'desk.rail.tickets',
  knownErrors: 'search.knownErrors',
  people: 'search.people',
  items: 'search.items',
  services: 'search.services',
  searches: 'search.title',
  everywhere: 'search.title',
  current: 'palette.current',
  create: 'palette.create',
  go: 'palette.go',
};

/** The entries in the order of their groups: as they stand, so the keyboard walks. */
export const inOrder = (entries: readonly Entry[]): Entry[] =>
  entryGroups.flatMap((group) => entries.filter((entry) => entry.group === group));

/** The hits in groups; one list for the keyboard. */
export function Entries(props: Props) {
  const { id, entries, query } = props;
  const { t } = useTexts();
  if (entries.length === 0) return <p className={c.nothing}>{query ? t('palette.nothing', { query }) : t('palette.hint')}</p>;
  return (
    <div id={id} role="listbox" aria-label={t('palette.hits')} className={c.list}>
      {entryGroups.map((group) => {
        const own = entries.flatMap((entry, index) => (entry.group === group ? [{ entry, index }] : []));
        if (own.length === 0) return null;
        return (
          <ul key={group} role="group" aria-label={t(titles[group])}>
            <li role="presentation" className={c.title}>
              {t(titles[group])}
            </li>
            {own.map(({ entry, index }) => (
              <Option key={entry.id} {...props} entry={entry} index={index} />
            ))}
          </ul>
        );
      })}
    </div>
  );
}
