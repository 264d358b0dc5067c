import { useEffect, useRef } from 'react';
import { StatePill } from '../marks/StatePill';
import { Keys } from '../shell/KeyHelp';
import { useTexts, type TextKey } from '../texts';
import type { Entry } from './entry';
import c from './palette.module.css';

/** The text with the part that was looked for marked. */
function Matched({ text, query }: { text: string; query: string }) {
  const at = query ? text.toLocaleLowerCase().indexOf(query.toLocaleLowerCase()) : -1;
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + query.length)}</mark>
      {text.slice(at + query.length)}
    </>
  );
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
        <span>
          <Matched text={entry.title} query={query} />
        </span>
        {entry.detail && (
          <small className="num">
            <Matched text={entry.detail} query={query} />
          </small>
        )}
      </span>
      {entry.state && <StatePill state={entry.state} holdReason={entry.holdReason ?? null} />}
      {entry.keys && <Keys keys={entry.keys} />}
    </li>
  );
}

const groups: [Entry['group'], TextKey][] = [
  ['tickets', 'desk.rail.tickets'],
  ['current', 'palette.current'],
  ['go', 'palette.go'],
];

/** The hits in groups; one list for the keyboard. */
export function Entries(props: Props) {
  const { id, entries, query } = props;
  const { t } = useTexts();
  if (entries.length === 0) return <p className={c.nothing}>{query ? t('palette.nothing', { query }) : t('palette.hint')}</p>;
  return (
    <div id={id} role="listbox" aria-label={t('palette.hits')} className={c.list}>
      {groups.map(([group, title]) => {
        const own = entries.flatMap((entry, index) => (entry.group === group ? [{ entry, index }] : []));
        if (own.length === 0) return null;
        return (
          <ul key={group} role="group" aria-label={t(title)}>
            <li role="presentation" className={c.title}>
              {t(title)}
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
