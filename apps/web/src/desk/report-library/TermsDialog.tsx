import { useState } from 'react';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import type { Report } from './library-queries';
import { faultOf, TermsFields, termsOf, type TermsState } from './TermsFields';
import { useReportChange } from './use-report-change';

/** Changes what a manager decides about a report. */
export function TermsDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t } = useTexts();
  const [terms, setTerms] = useState<TermsState>({
    ...{ owner: report.owner, audience: report.audience, cadence: report.cadence, bi: report.bi },
    ...{ location: report.location ?? '', views: report.views.join(', ') },
  });
  const change = useReportChange(report, onClose);
  return (
    <FormDialog
      title={t('library.editTitle')}
      submit={t('library.save')}
      ready
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onSubmit={() => change.mutate({ do: 'terms', body: termsOf(terms) })}
    >
      <TermsFields
        terms={terms}
        cadences={report.cadences}
        alwaysBi={report.source === 'bi'}
        fault={faultOf(change.error)}
        set={(part) => setTerms((before) => ({ ...before, ...part }))}
      />
    </FormDialog>
  );
}
