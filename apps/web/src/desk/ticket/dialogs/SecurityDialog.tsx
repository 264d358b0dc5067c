import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Ticket } from '../../data/types';
import { useNow } from '../../now';
import { useTexts } from '../../texts';
import { rigaInstant, rigaWall } from '../riga-wall';
import { useChange } from '../use-change';
import { ActionDialog } from './ActionDialog';
import { Choices } from './Choices';

const DAYS_BACK_MS = 72 * 3_600_000;
const reports = [
  { value: 'warning', verb: 'security/warning-sent', sent: 'warningSentAt' },
  { value: 'notification', verb: 'security/notification-sent', sent: 'notificationSentAt' },
  { value: 'final', verb: 'security/final-report-sent', sent: 'finalReportSentAt' },
] as const;

/** Marks a ticket as a security incident, or records what was sent of one. The law's clocks follow (DOMAIN 4.3(10)). */
export function SecurityDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTexts();
  const now = useNow();
  const { security } = ticket;
  const open = reports.filter(
    ({ value, sent }) => security && security[sent] === null && (value !== 'final' || security.notificationSentAt),
  );
  const [at, setAt] = useState(rigaWall(now));
  const [report, setReport] = useState<string | null>(open[0]?.value ?? null);
  const change = useChange(ticket);
  const chosen = open.find(({ value }) => value === report);
  const instant = rigaInstant(at);
  const title = t(security ? 'action.report' : 'action.security');
  const submit = (): void => {
    const sending = security && chosen ? ({ verb: chosen.verb, body: { at: instant }, done: 'done.report' } as const) : null;
    change.mutate(sending ?? { verb: 'security', body: { awareAt: instant }, done: 'done.security' }, { onSuccess: onClose });
  };
  return (
    <ActionDialog
      ticket={ticket}
      title={title}
      submit={t(security ? 'security.record' : 'security.declare')}
      ready={instant !== undefined && (!security || chosen !== undefined)}
      busy={change.isPending}
      error={change.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {security && (
        <Choices
          first
          label={t('security.what')}
          choices={open.map(({ value }) => ({ value, text: t(`security.${value}`), detail: t(`security.${value}.when`) }))}
          value={report}
          onChange={setReport}
        />
      )}
      <TextInput
        type="datetime-local"
        label={t(security ? 'security.sentAt' : 'security.awareAt')}
        description={t(security ? 'security.sentHint' : 'security.awareHint')}
        min={security ? undefined : rigaWall(now - DAYS_BACK_MS)}
        max={rigaWall(now)}
        required
        value={at}
        onChange={(event) => setAt(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}
