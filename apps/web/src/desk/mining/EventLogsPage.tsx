import { ActionIcon, Button, FileButton, Modal, Progress, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconFileImport, IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { useFormat } from '../format';
import { ProcessTabs } from '../processes/ProcessTabs';
import reportsCss from '../reports/reports.module.css';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { ColumnsDialog } from './ColumnsDialog';
import { type EventLog, miningQueries } from './mining-queries';
import c from './mining.module.css';

/** Sends a file; nothing of it is read until its columns are chosen. */
function send(file: File): Promise<EventLog> {
  const form = new FormData();
  form.set('file', file, file.name);
  // The API's description leaves multipart bodies open, so the form cannot be checked against it.
  return bodyOf(api.POST('/api/v1/event-logs', { params: { query: { name: file.name } }, body: form as never }));
}

function State({ log, onChoose }: { log: EventLog; onChoose: () => void }) {
  const { t } = useTexts();
  const { number, date } = useFormat();
  const { state, done, total } = log;
  if (state === 'reading') {
    const text = total === null ? t('mining.log.begins') : t('mining.log.reading', { done: number(done ?? 0), total: number(total) });
    return (
      <div className={c.reading}>
        <span role="status">{text}</span>
        <Progress value={total ? (100 * (done ?? 0)) / total : 3} aria-label={text} />
      </div>
    );
  }
  if (state === 'ready')
    return (
      <span className="num">
        {t('mining.log.ready', { cases: number(log.cases ?? 0), events: number(log.events ?? 0) })}
        {log.firstAt && log.lastAt && ` · ${date(log.firstAt)} – ${date(log.lastAt)}`}
      </span>
    );
  return (
    <span>
      {log.fault && <b className={c.fault}>{log.fault} </b>}
      {log.abilities.read && (
        <Button size="compact-sm" variant="light" onClick={onChoose}>
          {t('mining.log.choose')}
        </Button>
      )}
    </span>
  );
}

/** Asks once more: what was read of the file goes with it. */
function RemoveDialog({ log, onClose }: { log: EventLog; onClose: () => void }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => api.DELETE('/api/v1/event-logs/{id}', { params: { path: { id: log.id } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['mining', 'logs'] }).then(onClose),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('mining.log.remove', { name: log.name })}
      closeButtonProps={{ 'aria-label': t('mining.close') }}
    >
      <p>{t('mining.log.removeText')}</p>
      {remove.error && <ProblemNote error={remove.error} />}
      <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
        {t('mining.log.removeNow')}
      </Button>
    </Modal>
  );
}

function Log({ log, onChoose }: { log: EventLog; onChoose: () => void }) {
  const { t } = useTexts();
  const { dateTime, fileSize } = useFormat();
  const [removing, setRemoving] = useState(false);
  return (
    <li className={c.log}>
      <div>
        <h2>
          {log.state === 'ready' ? (
            <Link to="/reports/mining" search={{ log: log.id }}>
              {log.name}
            </Link>
          ) : (
            log.name
          )}
        </h2>
        <State log={log} onChoose={onChoose} />
        <small>
          {log.format.toUpperCase()} · {fileSize(log.bytes)} · {log.addedBy.name} · {dateTime(log.addedAt)}
        </small>
      </div>
      {log.abilities.remove && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t('mining.log.remove', { name: log.name })}
          onClick={() => setRemoving(true)}
        >
          <IconTrash size={17} aria-hidden />
        </ActionIcon>
      )}
      {removing && <RemoveDialog log={log} onClose={() => setRemoving(false)} />}
    </li>
  );
}

/** Event logs of other systems: taking one in, choosing its columns, and the way to its flow. */
export function EventLogsPage() {
  const { t } = useTexts();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<EventLog | null>(null);
  const query = useInfiniteQuery(miningQueries.logs());
  const refresh = () => client.invalidateQueries({ queryKey: ['mining', 'logs'] });
  const add = useMutation({
    mutationFn: send,
    onSuccess: (log) => {
      setChosen(log);
      return refresh();
    },
  });
  if (query.error) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  const logs = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <main className={reportsCss.page}>
      <ProcessTabs />
      <header className={reportsCss.head}>
        <div>
          <Link to="/reports/mining" className={reportsCss.backLink}>
            <IconArrowLeft size={15} aria-hidden /> {t('mining.title')}
          </Link>
          <h1>{t('mining.logs')}</h1>
          <p>{t('mining.logsText')}</p>
        </div>
        {query.data?.pages[0]?.add && (
          <FileButton accept=".csv,.xes,.xml,.gz,text/csv,application/gzip" onChange={(file) => file && add.mutate(file)}>
            {(props) => (
              <Button {...props} loading={add.isPending} leftSection={<IconFileImport size={16} aria-hidden />}>
                {t('mining.log.add')}
              </Button>
            )}
          </FileButton>
        )}
      </header>
      {add.error && <ProblemNote error={add.error} />}
      {!query.data && <Skeleton height={160} radius={12} />}
      {query.data && logs.length === 0 && <p className={`${reportsCss.card} ${c.nothing}`}>{t('mining.noLogs')}</p>}
      {logs.length > 0 && (
        <ul className={`${reportsCss.card} ${c.logs}`}>
          {logs.map((log) => (
            <Log key={log.id} log={log} onChoose={() => setChosen(log)} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('mining.more')}
        </Button>
      )}
      {chosen && <ColumnsDialog log={chosen} onClose={() => setChosen(null)} onBegun={refresh} />}
    </main>
  );
}
