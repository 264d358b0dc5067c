import { IconCheck, IconCpu, IconFileText, IconMinus, IconUser, IconX } from '@tabler/icons-react';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import c from './conditions.module.css';
import type { Condition, Evidence, Process } from './process-queries';
import { TodoLink } from './TodoLink';

const COMPUTED: readonly Condition['key'][] = ['usage', 'conformance', 'metric'];

/** The document that a condition rests on: the order that holds, or what stands for the desk's own figures. */
function documentOf({ evidence }: Process, { external, met }: Condition): Evidence | undefined {
  const kind = external ? 'external' : 'order';
  if (external && !met) return undefined;
  return evidence.find((one) => one.kind === kind && one.withdrawnAt === null && (one.verifiedBy !== null || !external));
}

/** Who says so: the system that computes it, or the person who held the document for right. */
function Source({ process, condition }: { process: Process; condition: Condition }) {
  const { t } = useTexts();
  const { date } = useFormat();
  if (COMPUTED.includes(condition.key) && !condition.external)
    return (
      <span className={c.source}>
        <IconCpu size={15} aria-hidden /> {t('processes.computed')}
      </span>
    );
  if (condition.key === 'owner')
    return (
      <span className={c.source}>
        <IconUser size={15} aria-hidden /> {process.owner?.name ?? t('processes.noOwner')}
      </span>
    );
  const document = documentOf(process, condition);
  if (!document) return <span className={c.source} />;
  return (
    <span className={c.source}>
      {document.verifiedBy ? <IconUser size={15} aria-hidden /> : <IconFileText size={15} aria-hidden />}
      {document.verifiedBy
        ? t('processes.verifiedBy', { name: document.verifiedBy.name, date: date(document.verifiedAt ?? document.addedAt) })
        : t('processes.notVerified')}
    </span>
  );
}

function Row({ process, condition }: { process: Process; condition: Condition }) {
  const { t } = useTexts();
  // A process that never counted lacks it yet; one that did has lost it.
  const counted = process.stage === 'implemented' || process.stage === 'at_risk' || process.stage === 'suspended';
  const Sign = condition.met ? IconCheck : counted ? IconX : IconMinus;
  const todo = process.todo.find(({ text }) => text === condition.text) ?? todoOf(process, condition);
  return (
    <li data-met={condition.met || undefined} data-lost={(counted && !condition.met) || undefined}>
      <span className={c.sign} role="img" aria-label={t(condition.met ? 'processes.met' : 'processes.notMet')}>
        <Sign size={15} stroke={2.4} aria-hidden />
      </span>
      <div className={c.words}>
        <strong>
          {t(`processes.condition.${condition.key}`)}
          {condition.external && <em>{t('processes.external')}</em>}
        </strong>
        <span>{condition.text}</span>
      </div>
      <Source process={process} condition={condition} />
      <span className={c.act}>{!condition.met && todo && <TodoLink process={process} todo={todo} />}</span>
    </li>
  );
}

const FOR: Partial<Record<Condition['key'], readonly string[]>> = {
  order: ['add-order', 'file-order'],
  verifier: ['verify'],
};

const todoOf = ({ todo }: Process, { key, external }: Condition) =>
  todo.find(({ code }) => (external ? code === 'external' || code === 'verify-external' : code === key || FOR[key]?.includes(code)));

/** The six conditions of an implemented process: met or not, in words, and who says so. */
export function Conditions({ process }: { process: Process }) {
  return (
    <ul className={`${c.list} num`}>
      {process.conditions.map((condition) => (
        <Row key={condition.key} process={process} condition={condition} />
      ))}
    </ul>
  );
}
