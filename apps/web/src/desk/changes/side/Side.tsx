import { Told } from '../../announcements/Told';
import { useRight } from '../../data/session';
import type { ChangeAction } from '../change-actions';
import c from '../side.module.css';
import type { Change } from '../types';
import { ApprovalCard } from './ApprovalCard';
import { NextCard } from './NextCard';
import { WindowCard } from './WindowCard';

/** Beside the document: what comes next, who decides, and when. */
export function Side({ change, act }: { change: Change; act: (action: ChangeAction) => void }) {
  const reads = useRight('change.read');
  const planned = change.state === 'scheduled' || change.state === 'implementing';
  return (
    <aside className={c.side}>
      <NextCard change={change} />
      <ApprovalCard change={change} />
      <WindowCard change={change} act={act} />
      {reads && planned && <Told of={{ change }} />}
    </aside>
  );
}
