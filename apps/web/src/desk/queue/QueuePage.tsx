import { Suspense, useDeferredValue, useState } from 'react';
import { useWarm } from '../shell/warm';
import { TicketPane } from '../ticket/open-pane';
import { TicketLoading } from '../ticket/TicketLoading';
import { ListPane } from './ListPane';
import { useWide } from './queue-mode';
import c from './queue.module.css';
import { SplitHandle, storedShare } from './SplitHandle';
import { useOpenNumber } from './use-queue';
import { useTexts } from '../texts';
import { ViewsColumn } from './ViewsColumn';

const panes = [TicketPane];

/** Views, list and the open ticket beside each other; on a phone the list, then the ticket over the whole screen. */
export function QueuePage() {
  const { t } = useTexts();
  const number = useOpenNumber();
  // The row answers the key at once; the ticket beside it follows, and one that the cursor has left already is not drawn.
  const shown = useDeferredValue(number);
  const [share, setShare] = useState(storedShare);
  const { wide, turn } = useWide();
  useWarm(panes);
  const columns = `minmax(0, ${share}fr) 1px minmax(0, ${100 - share}fr)`;
  return (
    <div className={c.page}>
      <ViewsColumn />
      <main
        className={c.split}
        data-open={number !== null || undefined}
        data-wide={wide || undefined}
        style={number !== null && !wide ? { gridTemplateColumns: columns } : {}}
      >
        <h1 className="vh">{t('desk.rail.tickets')}</h1>
        <ListPane />
        {number !== null && <SplitHandle share={share} onChange={setShare} />}
        {number !== null && (
          <Suspense fallback={<TicketLoading />}>
            <TicketPane key={shown ?? number} number={shown ?? number} wide={wide} onWide={turn} />
          </Suspense>
        )}
      </main>
    </div>
  );
}
