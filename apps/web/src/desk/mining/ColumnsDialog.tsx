import { Button, Modal, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import tableCss from '../reports/table.module.css';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import type { EventLog } from './mining-queries';
import c from './mining.module.css';

/** Names by which columns are guessed; what is guessed stands chosen and may be changed. */
const GUESSES = {
  case: /^(case(_?id)?|case:concept:name|number|ticket|incident|sr( number)?|numurs|pieteikums)$/i,
  activity: /^(concept:name|activity|status|state|incident_state|event|darbība|stāvoklis)$/i,
  time: /^(time:timestamp|timestamp|time|when|sys_updated_at|date|datums|laiks)$/i,
} as const;

const guess = (columns: readonly string[], what: keyof typeof GUESSES): string => columns.find((name) => GUESSES[what].test(name)) ?? '';

function Head({ head }: { head: NonNullable<EventLog['head']> }) {
  const { t } = useTexts();
  return (
    <div className={`${tableCss.tableScroll} ${c.peek}`} role="region" aria-label={t('mining.log.first')} tabIndex={0}>
      <table className={tableCss.table}>
        <caption className="vh">{t('mining.log.first')}</caption>
        <thead>
          <tr>
            {head.columns.map((name, at) => (
              <th key={at} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {head.rows.slice(0, 3).map((row, at) => (
            <tr key={at}>
              {row.map((cell, nth) => (
                <td key={nth}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Which columns of the file are the case, the activity and the time. */
export function ColumnsDialog({ log, onClose, onBegun }: { log: EventLog; onClose: () => void; onBegun: () => unknown }) {
  const { t } = useTexts();
  const head = log.head ?? { columns: [], rows: [] };
  const { columns } = head;
  const xes = log.format === 'xes';
  const [caseColumn, setCase] = useState(log.columns?.caseColumn ?? (xes ? 'concept:name' : guess(columns, 'case')));
  const [activityColumns, setActivity] = useState(log.columns?.activityColumns ?? [guess(columns, 'activity')].filter(Boolean));
  const [timeColumn, setTime] = useState(log.columns?.timeColumn ?? guess(columns, 'time'));
  const [timeFormat, setFormat] = useState(log.columns?.timeFormat ?? '');
  const [groupColumn, setGroup] = useState(log.columns?.groupColumn ?? '');
  const begin = useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST('/api/v1/event-logs/{id}/reading', {
          params: { path: { id: log.id } },
          body: { caseColumn, activityColumns, timeColumn, timeFormat: timeFormat || null, groupColumn: groupColumn || null },
        }),
      ),
    onSuccess: async () => {
      await onBegun();
      onClose();
    },
  });
  const one = [{ value: '', label: t('mining.log.none') }, ...columns.map((name) => ({ value: name, label: name }))];
  const complete = caseColumn && activityColumns.length > 0 && timeColumn;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('mining.log.columns', { name: log.name })}
      size="xl"
      closeButtonProps={{ 'aria-label': t('mining.close') }}
    >
      <form
        className={c.columns}
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate();
        }}
      >
        <Head head={head} />
        {xes ? (
          <TextInput label={t('mining.log.caseXes')} value={caseColumn} onChange={({ currentTarget }) => setCase(currentTarget.value)} />
        ) : (
          <NativeSelect
            label={t('mining.log.case')}
            data={one}
            value={caseColumn}
            onChange={({ currentTarget }) => setCase(currentTarget.value)}
          />
        )}
        <MultiSelect
          label={t('mining.log.activity')}
          description={t('mining.log.activityText')}
          data={columns}
          value={activityColumns}
          onChange={setActivity}
          maxValues={5}
        />
        <NativeSelect
          label={t('mining.log.time')}
          data={one}
          value={timeColumn}
          onChange={({ currentTarget }) => setTime(currentTarget.value)}
        />
        <TextInput
          label={t('mining.log.timeFormat')}
          description={t('mining.log.timeFormatText')}
          placeholder="d/m/yyyy HH:mm"
          value={timeFormat}
          onChange={({ currentTarget }) => setFormat(currentTarget.value)}
        />
        <NativeSelect
          label={t('mining.log.group')}
          description={t('mining.log.groupText')}
          data={one}
          value={groupColumn}
          onChange={({ currentTarget }) => setGroup(currentTarget.value)}
        />
        {begin.error && <ProblemNote error={begin.error} />}
        <Button type="submit" disabled={!complete} loading={begin.isPending}>
          {t('mining.log.read')}
        </Button>
      </form>
    </Modal>
  );
}
