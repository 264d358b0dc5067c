import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PersonField } from '../create/PersonField';
import { useMe } from '../data/session';
import page from '../reports/reports.module.css';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { type Form, type Report, subscribersQuery } from './library-queries';
import c from './library.module.css';
import { TermsDialog } from './TermsDialog';
import { useReportChange } from './use-report-change';

const FORMS: Form[] = ['link', 'xlsx', 'csv'];

/** Whether and as what the report comes to the reader himself. */
function Mine({ report }: { report: Report }) {
  const { t } = useTexts();
  const me = useMe();
  const change = useReportChange(report);
  return (
    <>
      <Select
        label={t('library.mine')}
        description={t('library.mineText', { cadence: t(`library.when.${report.cadence}`) })}
        data={[
          { value: 'none', label: t('library.form.none') },
          ...FORMS.map((form) => ({ value: form as string, label: t(`library.form.${form}`) })),
        ]}
        value={report.subscription ?? 'none'}
        allowDeselect={false}
        disabled={change.isPending}
        onChange={(form) =>
          change.mutate(
            form === 'none' || form === null
              ? { do: 'unsubscribe', personId: me.id }
              : { do: 'subscribe', personId: me.id, form: form as Form },
          )
        }
      />
      {change.error && <ProblemNote error={change.error} />}
    </>
  );
}

/** Who else gets it; for who publishes reports. */
function Others({ report }: { report: Report }) {
  const { t } = useTexts();
  const { data } = useQuery(subscribersQuery(report.code));
  const change = useReportChange(report);
  return (
    <div className={c.others}>
      <ul className={c.runs}>
        {data?.items.map(({ person, form }) => (
          <li key={person.id}>
            <span>
              {person.name}
              <small>{t(`library.form.${form}`)}</small>
            </span>
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={t('library.dropOf', { name: person.name })}
              onClick={() => change.mutate({ do: 'unsubscribe', personId: person.id })}
            >
              {t('library.drop')}
            </Button>
          </li>
        ))}
      </ul>
      <PersonField
        label={t('library.addReader')}
        value={null}
        onChange={(person) => person && change.mutate({ do: 'subscribe', personId: person.id, form: 'link' })}
      />
      {change.error && <ProblemNote error={change.error} />}
    </div>
  );
}

/** What is decided about a report, and to whom it goes. */
export function Settings({ report }: { report: Report }) {
  const { t } = useTexts();
  const [editing, setEditing] = useState(false);
  const change = useReportChange(report);
  const { abilities } = report;
  const facts: [string, string][] = [
    [t('library.state'), t(report.published ? 'library.published' : 'library.unpublished')],
    [t('library.owner'), report.owner?.name ?? t('library.noOwner')],
    [t('library.audience'), t(`library.audience.${report.audience}`)],
    ...(report.source === 'desk' ? [[t('library.cadence'), t(`library.cadence.${report.cadence}`)] as [string, string]] : []),
    [t('library.bi'), report.bi ? (report.location ?? '–') : t('library.notInBi')],
  ];
  return (
    <section className={page.card} aria-label={t('library.about')}>
      <header>
        <h2>{t('library.about')}</h2>
        {abilities.change && (
          <Button variant="default" size="compact-sm" onClick={() => setEditing(true)}>
            {t('library.edit')}
          </Button>
        )}
      </header>
      {report.purpose && <p className={c.purpose}>{report.purpose}</p>}
      <dl className={c.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {(abilities.publish || abilities.withdraw) && (
        <Button
          variant={abilities.publish ? 'filled' : 'default'}
          size="compact-md"
          loading={change.isPending}
          onClick={() => change.mutate({ do: abilities.publish ? 'publish' : 'withdraw' })}
        >
          {t(abilities.publish ? 'library.publish' : 'library.withdraw')}
        </Button>
      )}
      {change.error && <ProblemNote error={change.error} />}
      {abilities.subscribe && <Mine report={report} />}
      {abilities.subscribeOthers && <Others report={report} />}
      {editing && <TermsDialog report={report} onClose={() => setEditing(false)} />}
    </section>
  );
}
