import { useDeferredValue, useState } from 'react';
import { TicketPane } from '../ticket/TicketPane';
import { ListPane } from './ListPane';
import c from './queue.module.css';
import { SplitHandle, storedShare } from './SplitHandle';
import { useOpenNumber } from './use-queue';
import { useTexts } from '../texts';
import { ViewsColumn } from './ViewsColumn';

/** Views, list and the open ticket beside each other; on a phone the list, then the ticket over the whole screen. */
export function QueuePage() {
  const { t } = useTexts();
  const number = useOpenNumber();
  // The row answers the key at once; the ticket beside it follows, and one that the cursor has left already is not drawn.
  const shown = useDeferredValue(number);
  const [share, setShare] = useState(storedShare);
  const [wide, setWide] = useState(false);
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
        {number !== null && <TicketPane key={shown ?? number} number={shown ?? number} wide={wide} onWide={() => setWide((on) => !on)} />}
      </main>
    </div>
  );
}
