import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useDays } from '../campaigns/use-days';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { OrderDialog, ReasonDialog } from './StepDialogs';
import { Success } from './Success';
import { TemplateForm } from './TemplateForm';
import { TemplatePill } from './TemplatePill';
import type { Template, TemplateVersion } from './template-queries';
import c from './templates.module.css';

type Open = 'edit' | 'approval' | 'suspension' | 'retirement' | null;

function Why({ template }: { template: Template }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const { suspension, state, retirementReason } = template;
  if (state === 'retired') return <p className={c.ended}>{t('templates.retiredWhy', { reason: retirementReason ?? '' })}</p>;
  if (state !== 'suspended' || !suspension) return null;
  const { at, cause, note, failures, of } = suspension;
  return (
    <p className={c.why}>
      <IconAlertTriangle size={16} aria-hidden />
      <span>
        {cause === 'failures'
          ? t('templates.suspendedByFailures', { at: dateTime(at), failures: String(failures), of: String(of) })
          : t('templates.suspendedByDecision', { at: dateTime(at), reason: note ?? '' })}
      </span>
    </p>
  );
}

function Contents({ version }: { version: TemplateVersion }) {
  const { t } = useTexts();
  const { steps, testPlan, rollbackPlan, rollbackNotNeeded, description } = version;
  const texts = [
    ['templates.description', description],
    ['templates.testPlan', testPlan],
    ['templates.rollbackPlan', rollbackPlan],
    ['templates.rollbackNotNeeded', rollbackNotNeeded],
  ] as const;
  return (
    <details className={c.contents}>
      <summary>{t('templates.contents', { count: steps.length })}</summary>
      <ol>
        {steps.map((step, at) => (
          <li key={at}>
            {step.text}
            {step.offsetMinutes !== null && <small className="num"> {t('templates.after', { minutes: String(step.offsetMinutes) })}</small>}
          </li>
        ))}
      </ol>
      <dl>
        {texts.map(([label, text]) =>
          text ? (
            <div key={label}>
              <dt>{t(label)}</dt>
              <dd>{text}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </details>
  );
}

function Facts({ version }: { version: TemplateVersion }) {
  const { t } = useTexts();
  const { day } = useDays();
  const { service, group, minutes, outageMinutes, maxRisk, order } = version;
  const facts: [string, string][] = [
    [t('templates.serviceId'), service?.name ?? '–'],
    [t('templates.groupId'), group?.name ?? '–'],
    [t('templates.window'), t('templates.windowOf', { minutes: String(minutes), outage: String(outageMinutes) })],
    [t('templates.maxRisk'), t(`templates.risk.${maxRisk}`)],
    [
      t('templates.order'),
      order ? t('templates.orderOf', { number: order.number, date: day(order.date), by: order.by.name }) : t('templates.noOrder'),
    ],
  ];
  return (
    <dl className={c.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Acts({ template, open }: { template: Template; open: (what: Open) => void }) {
  const { t } = useTexts();
  const { approve, change, suspend, retire } = template.abilities;
  if (!approve && !change) return null;
  return (
    <div className={c.acts}>
      {approve && <Button onClick={() => open('approval')}>{t('templates.approve')}</Button>}
      {change && (
        <Button variant="default" onClick={() => open('edit')}>
          {t(template.draft ? 'templates.edit' : 'templates.nextVersion')}
        </Button>
      )}
      {suspend && (
        <Button variant="subtle" color="gray" onClick={() => open('suspension')}>
          {t('templates.suspension')}
        </Button>
      )}
      {retire && (
        <Button variant="subtle" color="gray" onClick={() => open('retirement')}>
          {t('templates.retirement')}
        </Button>
      )}
    </div>
  );
}

/** One template: what it is for, how it goes, by which order it holds, and why it does not. */
export function TemplateCard({ template }: { template: Template }) {
  const { t } = useTexts();
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const { current, draft, state } = template;
  return (
    <article className={c.card} data-state={state}>
      <header>
        <div>
          <h2>{current.name}</h2>
          <p>
            {t('templates.version', { version: String(current.version) })}
            {draft && draft.version !== current.version && ` · ${t('templates.draftWaits', { version: String(draft.version) })}`}
          </p>
        </div>
        <TemplatePill state={state} />
      </header>
      <Why template={template} />
      <div className={c.body}>
        <Facts version={current} />
        <div className={c.rate}>
          <h3>{t('templates.success')}</h3>
          <Success template={template} />
        </div>
      </div>
      <Contents version={current} />
      <Acts template={template} open={setOpen} />
      {open === 'edit' && <TemplateForm template={template} onClose={close} />}
      {open === 'approval' && <OrderDialog template={template} onClose={close} />}
      {(open === 'suspension' || open === 'retirement') && <ReasonDialog template={template} step={open} onClose={close} />}
    </article>
  );
}
