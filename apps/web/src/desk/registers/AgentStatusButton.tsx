import { Button } from '@mantine/core';
import { IconRefreshDot } from '@tabler/icons-react';
import { useState } from 'react';
import { useRight } from '../data/session';
import { useTexts } from '../texts';
import { AgentStatusDialog } from './AgentStatusDialog';

/** For whoever keeps the register of devices: takes in what update agents say. */
export function AgentStatusButton() {
  const { t } = useTexts();
  const mayWrite = useRight('cmdb.write');
  const [taking, setTaking] = useState(false);
  if (!mayWrite) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconRefreshDot size={16} aria-hidden />} onClick={() => setTaking(true)}>
        {t('registers.takeStatus')}
      </Button>
      {taking && <AgentStatusDialog onClose={() => setTaking(false)} />}
    </>
  );
}
