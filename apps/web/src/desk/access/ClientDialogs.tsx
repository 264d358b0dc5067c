import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { useFormat } from '../format';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import { SecretShown } from './SecretShown';
import { useAccessChange } from './use-access-change';

interface Props {
  client: { id: string; name: string };
  onClose: () => void;
}

const DAYS = 90;
const DAYS_MAX = 365;

/** A token in place of the one before, for so many days. */
export function TokenDialog({ client, onClose }: Props) {
  const { t } = useTexts();
  const { date } = useFormat();
  const [days, setDays] = useState(DAYS);
  const issue = useAccessChange(() =>
    bodyOf(api.PUT('/api/v1/api-clients/{id}/token', { params: { path: { id: client.id } }, body: { days } })),
  );
  if (issue.data)
    return (
      <SecretShown
        title={t('access.token')}
        warning={t('access.tokenOnce')}
        secret={issue.data.token}
        use={t('access.tokenUse', { date: date(issue.data.expiresAt) })}
        kept={t('access.tokenKept')}
        onClose={onClose}
      />
    );
  return (
    <FormDialog
      title={t('access.tokenFor', { name: client.name })}
      submit={t('access.issue')}
      ready={days >= 1 && days <= DAYS_MAX}
      busy={issue.isPending}
      error={issue.error}
      onSubmit={() => issue.mutate(undefined)}
      onClose={onClose}
    >
      <p>{t('access.issueWhy')}</p>
      <NumberInput
        label={t('access.days')}
        description={t('access.daysMost', { count: DAYS_MAX })}
        value={days}
        onChange={(value) => setDays(Number(value) || 0)}
        min={1}
        max={DAYS_MAX}
        allowDecimal={false}
      />
    </FormDialog>
  );
}

/** Ends a client for good. */
export function RevokeDialog({ client, onClose }: Props) {
  const { t } = useTexts();
  const revoke = useAccessChange(
    () => bodyOf(api.POST('/api/v1/api-clients/{id}/revocation', { params: { path: { id: client.id } } })),
    onClose,
  );
  return (
    <FormDialog
      title={t('access.revokeTitle', { name: client.name })}
      submit={t('access.revoke')}
      ready
      grave
      busy={revoke.isPending}
      error={revoke.error}
      onSubmit={() => revoke.mutate(undefined)}
      onClose={onClose}
    >
      <p>{t('access.revokeWhy')}</p>
    </FormDialog>
  );
}
