import { Modal, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { useValidity } from './Agreements';
import c from './agreements.module.css';
import { policyQueries } from './policy-queries';
import type { Agreement } from './types';

/** Every version of an agreement: who made it, when, and what it said. */
export function AgreementHistory({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const validity = useValidity();
  const { data } = useQuery(policyQueries.agreement(agreement.id));
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={`${agreement.reference}: ${t('sla.history')}`}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {!data && <Skeleton height={140} />}
      <ol className={c.history}>
        {data?.versions.map((version) => (
          <li key={version.version}>
            <b>{t(`sla.act.${version.act}`)}</b>
            <span className="num">
              {version.actor?.name} · {dateTime(version.at)}
            </span>
            <p className="num">
              {version.reference} · {validity(version)}
              {version.policy && ` · ${version.policy.name}`}
            </p>
            {version.reason && <p>{version.reason}</p>}
          </li>
        ))}
      </ol>
    </Modal>
  );
}
