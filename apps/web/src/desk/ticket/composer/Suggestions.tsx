import { useEffect, useRef } from 'react';
import { useTexts } from '../../texts';
import c from './composer.module.css';

/** One thing that is offered while somebody types. */
export interface Suggestion {
  id: string;
  title: string;
  /** A line of it, or where it comes from. */
  detail: string;
  tag?: string;
}

interface Props {
  id: string;
  label: string;
  items: readonly Suggestion[];
  active: number;
  busy: boolean;
  onPick: (index: number) => void;
  onActive: (index: number) => void;
}

/** What is offered, above the field: the keys stay in the field, which names the marked one (`aria-activedescendant`). */
export function Suggestions({ id, label, items, active, busy, onPick, onActive }: Props) {
  const { t } = useTexts();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  if (items.length === 0)
    return (
      <p className={c.nothing} role="status">
        {t(busy ? 'desk.loading' : 'composer.nothing')}
      </p>
    );
  return (
    <ul ref={list} id={id} className={c.suggestions} role="listbox" aria-label={label} tabIndex={0}>
      {items.map(({ id: itemId, title, detail, tag }, index) => (
        <li
          key={itemId}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onMouseEnter={() => onActive(index)}
          // The field keeps the focus: what is picked goes where the cursor stands.
          onMouseDown={(event) => (event.preventDefault(), onPick(index))}
        >
          <b>{title}</b>
          {tag && <small className={c.tag}>{tag}</small>}
          <span>{detail}</span>
        </li>
      ))}
    </ul>
  );
}
