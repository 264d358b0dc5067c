import { Button } from '@mantine/core';
import { IconDownload, IconFilePlus } from '@tabler/icons-react';
import { useId } from 'react';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import c from './page.module.css';
import type { ProcessAction } from './process-actions';
import type { Evidence, Process } from './process-queries';

type Act = (action: ProcessAction) => void;

const actions = ['file', 'verify', 'takeBack', 'withdraw'] as const;
const ability = { file: 'file', verify: 'verify', takeBack: 'takeVerificationBack', withdraw: 'withdraw' } as const;

function useFacts({ orderNumber, orderDate, signatory, validTo, addedBy, addedAt }: Evidence): string {
  const { t } = useTexts();
  const { date } = useFormat();
  return [
    orderNumber && t('processes.numbered', { number: orderNumber }),
    orderDate && date(orderDate),
    signatory && t('processes.signedBy', { name: signatory }),
    validTo && t('processes.validTo', { date: date(validTo) }),
    t('processes.addedBy', { name: addedBy.name, date: date(addedAt) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function Document({ process, evidence, act }: { process: Process; evidence: Evidence; act: Act }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const facts = useFacts(evidence);
  const { id, kind, document, file, verifiedBy, verifiedAt, withdrawnAt, withdrawalReason, abilities } = evidence;
  return (
    <li data-withdrawn={withdrawnAt !== null || undefined}>
      <div>
        <strong>{document}</strong> <em>{t(`processes.kind.${kind}`)}</em>
        <p>{facts}</p>
        {file && (
          <p>
            <a href={`/api/v1/processes/${process.id}/evidence/${id}/file`} download>
              <IconDownload size={14} aria-hidden /> {file.name}
            </a>{' '}
            <code title={file.sha256}>SHA-256 {file.sha256.slice(0, 12)}…</code>
          </p>
        )}
        {withdrawnAt !== null ? (
          <p className={c.withdrawn}>{t('processes.withdrawn', { date: date(withdrawnAt), reason: withdrawalReason ?? '' })}</p>
        ) : (
          <p>
            {verifiedBy && verifiedAt
              ? t('processes.verifiedBy', { name: verifiedBy.name, date: date(verifiedAt) })
              : t('processes.notVerified')}
          </p>
        )}
      </div>
      <div className={c.buttons}>
        {actions
          .filter((name) => abilities[ability[name]])
          .map((name) => (
            <Button
              key={name}
              size="compact-sm"
              variant={name === 'verify' ? 'filled' : 'default'}
              onClick={() => act({ do: name, evidence })}
            >
              {t(`processes.action.${name}`)}
            </Button>
          ))}
      </div>
    </li>
  );
}

/** Its documents, the latest first; what was withdrawn stays, with the reason. */
export function EvidenceCard({ process, act }: { process: Process; act: Act }) {
  const { t } = useTexts();
  const id = useId();
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('processes.documents')}</h2>
          <p>{t('processes.documentsText')}</p>
        </div>
        {process.abilities.addEvidence && (
          <Button
            variant="default"
            leftSection={<IconFilePlus size={16} aria-hidden />}
            className={reportsCss.noPrint ?? ''}
            onClick={() => act({ do: 'addEvidence', kind: null })}
          >
            {t('processes.action.addEvidence')}
          </Button>
        )}
      </header>
      {process.evidence.length === 0 && <p className={c.none}>{t('processes.noDocuments')}</p>}
      <ul className={`${c.documents} num`}>
        {process.evidence.map((evidence) => (
          <Document key={evidence.id} process={process} evidence={evidence} act={act} />
        ))}
      </ul>
    </section>
  );
}
