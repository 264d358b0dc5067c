import { IconAlertTriangleFilled, IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../texts';
import document from '../document.module.css';
import parts from '../parts.module.css';
import type { Change, ChangeConflict } from '../types';
import { useWindowWords } from '../use-window-words';

function Line({ conflict }: { conflict: ChangeConflict }) {
  const { t } = useTexts();
  const { times } = useWindowWords();
  const { reason, blocking, change, item, freeze } = conflict;
  const Sign = blocking ? IconAlertTriangleFilled : IconInfoCircle;
  return (
    <li data-blocking={blocking || undefined}>
      <Sign size={16} role="img" aria-label={t(blocking ? 'change.conflict.blocks' : 'change.conflict.warns')} />
      <p>
        <span className="num">{times(conflict)}</span> {t(`change.conflict.${reason}`)}
        {item && <span className="num"> {item}</span>}
        {freeze && <>: {freeze}</>}
        {change && (
          <>
            {' · '}
            <Link to="/desk/changes/$number" params={{ number: change.number }} className="num">
              {change.number}
            </Link>{' '}
            {change.title}
          </>
        )}
      </p>
    </li>
  );
}

/** What the window collides with, each with its reason; what blocks comes first. */
export function Conflicts({ change }: { change: Pick<Change, 'conflicts'> }) {
  const { t } = useTexts();
  const sorted = [...change.conflicts].sort((a, b) => Number(b.blocking) - Number(a.blocking));
  if (sorted.length === 0) return <p className={document.quiet}>{t('change.window.clear')}</p>;
  return (
    <ul className={parts.conflicts}>
      {sorted.map((conflict, index) => (
        <Line key={index} conflict={conflict} />
      ))}
    </ul>
  );
}
