import { Skeleton } from '@mantine/core';
import { IconAlertTriangleFilled, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import css from '../assets/assets.module.css';
import table from '../changes/changes.module.css';
import { useFormat } from '../format';
import { useNow } from '../now';
import { FailedPage } from '../shell/Failed';
import { type TextKey, useTexts } from '../texts';
import c from './operations.module.css';
import { operationsQueries, type SystemState } from './operations-queries';

type Line = SystemState['settings'][number];

const groups: readonly Line['group'][] = ['web', 'sign-in', 'mailOut', 'mailIn', 'promises', 'database'];

function Facts({ system }: { system: SystemState }) {
  const { t } = useTexts();
  const { fileSize, number, short } = useFormat();
  const now = useNow();
  const { mail } = system;
  const at = (when: string | null): string => (when ? short(when, now) : '–');
  const facts: readonly [TextKey, string, string?][] = [
    ['system.version', system.version, `Node.js ${system.node}`],
    ['system.database', `PostgreSQL ${system.databaseVersion}`, fileSize(system.databaseBytes)],
    ['system.migrations', number(system.migrations), system.lastMigration],
    ['system.queues', system.queueBackend === 'redis' ? 'Redis' : 'PostgreSQL'],
    ['system.mailOut', t('system.mailWaiting', { count: mail.waiting }), t('system.lastSent', { at: at(mail.lastSentAt) })],
    [
      'system.mailIn',
      t('system.mailParked', { count: mail.parked }),
      mail.mailboxError ?? t('system.lastReceived', { at: at(mail.lastReceivedAt) }),
    ],
  ];
  return (
    <dl className={c.facts}>
      {facts.map(([key, value, more]) => (
        <div key={key}>
          <dt>{t(key)}</dt>
          <dd>
            {value}
            {more && <small>{more}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Probes({ probes }: { probes: SystemState['probes'] }) {
  const { t, has } = useTexts();
  return (
    <ul className={c.probes}>
      {probes.map(({ name, ok, detail }) => {
        const key = `system.probe.${name}`;
        const Sign = ok ? IconCheck : IconAlertTriangleFilled;
        return (
          <li key={name}>
            <span className={c.state} data-state={ok ? 'ok' : 'failed'}>
              <Sign size={15} aria-hidden /> {has(key) ? t(key as TextKey) : name}: {t(ok ? 'system.well' : 'system.notWell')}
            </span>
            {!ok && <small>{detail}</small>}
          </li>
        );
      })}
    </ul>
  );
}

function useValue(): (line: Line) => string {
  const { t } = useTexts();
  return ({ value, secret }) => {
    if (value === null) return t('system.notSet');
    if (secret) return t('system.secretSet');
    return value === 'true' || value === 'false' ? t(value === 'true' ? 'system.on' : 'system.off') : value;
  };
}

function Settings({ lines }: { lines: readonly Line[] }) {
  const { t, has } = useTexts();
  const valueOf = useValue();
  return (
    <table className={table.table}>
      <thead>
        <tr>
          {(['name', 'value', 'from'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`system.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const key = `system.setting.${line.name}`;
          return (
            <tr key={line.name}>
              <th scope="row">
                {has(key) ? t(key as TextKey) : line.name}
                <small className={c.code}>{line.name}</small>
              </th>
              <td data-label={t('system.column.value')} className={c.value} data-none={line.value === null || undefined}>
                {valueOf(line)}
              </td>
              <td data-label={t('system.column.from')}>{t(line.given ? 'system.given' : 'system.ownValue')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What is installed, how it does, and what the environment sets; what can be changed here leads to its own page. */
export function SettingsPage() {
  const { t } = useTexts();
  const system = useQuery(operationsQueries.system);
  if (system.error && !system.data) return <FailedPage error={system.error} reset={() => void system.refetch()} />;
  return (
    <main className={css.page}>
      <header className={css.head}>
        <div>
          <h1>{t('system.title')}</h1>
          <p>{t('system.lead')}</p>
        </div>
      </header>
      {system.isPending && <Skeleton height={420} radius={10} role="status" aria-label={t('desk.loading')} />}
      {system.data && (
        <>
          <section className={css.card} aria-labelledby="system-state">
            <h2 id="system-state">{t('system.state')}</h2>
            <Probes probes={system.data.probes} />
            <Facts system={system.data} />
          </section>
          <section className={css.card} aria-labelledby="system-here">
            <h2 id="system-here">{t('system.here')}</h2>
            <ul className={c.links}>
              <li>
                <Link to="/admin/sign-in">{t('system.link.signIn')}</Link>
              </li>
              <li>
                <Link to="/admin/reference">{t('system.link.reference')}</Link>
              </li>
              <li>
                <Link to="/admin/contact">{t('system.link.contact')}</Link>
              </li>
              <li>
                <Link to="/admin/jobs">{t('system.link.jobs')}</Link>
              </li>
            </ul>
          </section>
          <section className={css.card} aria-labelledby="system-environment">
            <h2 id="system-environment">{t('system.environment')}</h2>
            <p className={c.why}>{t('system.environmentWhy')}</p>
            {groups.map((group) => (
              <section key={group} aria-labelledby={`system-${group}`}>
                <h3 id={`system-${group}`} className={c.group}>
                  {t(`system.group.${group}`)}
                </h3>
                <Settings lines={system.data.settings.filter((line) => line.group === group)} />
              </section>
            ))}
          </section>
        </>
      )}
    </main>
  );
}
