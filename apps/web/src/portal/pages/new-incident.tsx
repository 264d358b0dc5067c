import { useState } from 'react';
import type { Ticket } from '../../shared/api/api-types';
import { Page } from '../components/page';
import { IncidentForm } from '../parts/incident-form';
import { IncidentFiled } from '../parts/incident-filed';
import { useTexts } from '../texts';

interface Filed {
  ticket: Ticket;
  /** Files that could not be sent with it. */
  missing: File[];
}

/** Reporting that something does not work: a minute, five fields, then the number and the promise. */
export function NewIncidentPage({ title }: { title: string }) {
  const { t } = useTexts();
  const [filed, setFiled] = useState<Filed | null>(null);
  if (filed) return <IncidentFiled ticket={filed.ticket} missing={filed.missing} />;
  return (
    <Page title={t('new.title')} sub={t('new.sub')} narrow focusHeading={false}>
      <IncidentForm title={title} onFiled={(ticket, missing) => setFiled({ ticket, missing })} />
    </Page>
  );
}
