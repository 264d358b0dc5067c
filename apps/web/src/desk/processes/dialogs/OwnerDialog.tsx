import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../../shell/FormDialog';
import { useTexts } from '../../texts';
import { type Process, processQueries } from '../process-queries';
import { send, useProcessCall } from '../use-process-call';
import { OwnerSelect } from './RegisterDialog';

/** Another owner, or none: without one a process that counts is suspended at once. */
export function OwnerDialog({ process, onClose }: { process: Process; onClose: () => void }) {
  const { t } = useTexts();
  const { data: board } = useQuery(processQueries.board());
  const [ownerId, setOwnerId] = useState<string | null>(process.owner?.id ?? null);
  const [nobody, setNobody] = useState(false);
  const call = useProcessCall('processes.done.owner', onClose);
  const counts = process.stage === 'implemented' || process.stage === 'at_risk';
  const body = nobody ? {} : { ownerId };
  return (
    <FormDialog
      title={t('processes.action.owner')}
      submit={t('processes.save')}
      ready={nobody || (ownerId !== null && ownerId !== process.owner?.id)}
      busy={call.isPending}
      error={call.error}
      grave={nobody && counts}
      onSubmit={() => call.mutate(() => send({ method: 'POST', path: `/${process.id}/owner`, body, revision: process.revision }))}
      onClose={onClose}
    >
      {board && !nobody && <OwnerSelect board={board} value={ownerId} onChange={setOwnerId} />}
      <Checkbox label={t('processes.nobodyOwns')} checked={nobody} onChange={(event) => setNobody(event.currentTarget.checked)} />
      {nobody && counts && <p>{t('processes.suspendsAtOnce')}</p>}
    </FormDialog>
  );
}
