import { Checkbox, Select, TextInput } from '@mantine/core';
import { PersonField } from '../create/PersonField';
import { ApiProblem } from '../../shared/api/problem';
import { useTexts } from '../texts';
import type { Report, ReportTerms } from './library-queries';

/** What of a person is needed here. */
export type Owner = NonNullable<Report['owner']>;

export interface TermsState {
  owner: Owner | null;
  audience: ReportTerms['audience'];
  cadence: ReportTerms['cadence'];
  bi: boolean;
  location: string;
  views: string;
}

export const termsOf = ({ owner, audience, cadence, bi, location, views }: TermsState): ReportTerms => ({
  ...{ ownerId: owner?.id ?? null, audience, cadence, bi, location: location.trim() || null },
  views: views.split(/[\s,]+/).filter(Boolean),
});

/** What the server says of a field. */
export const faultOf =
  (error: Error | null) =>
  (field: string): string | undefined =>
    error instanceof ApiProblem ? error.errors.find(({ pointer }) => pointer === `/${field}`)?.detail : undefined;

interface Props {
  terms: TermsState;
  cadences: readonly ReportTerms['cadence'][];
  /** What BI makes is there: nothing to choose. */
  alwaysBi?: boolean;
  fault: (field: string) => string | undefined;
  set: (part: Partial<TermsState>) => void;
}

/** Owner, audience, how often, and where BI shows it. */
export function TermsFields({ terms, cadences, alwaysBi = false, fault, set }: Props) {
  const { t } = useTexts();
  return (
    <>
      <PersonField label={t('library.owner')} value={terms.owner} onChange={(owner) => set({ owner })} />
      {fault('ownerId') && <p role="alert">{fault('ownerId')}</p>}
      <Select
        label={t('library.audience')}
        data={(['internal', 'external'] as const).map((value) => ({ value, label: t(`library.audience.${value}`) }))}
        value={terms.audience}
        allowDeselect={false}
        onChange={(audience) => audience && set({ audience: audience as TermsState['audience'] })}
      />
      {cadences.length > 1 && (
        <Select
          label={t('library.cadence')}
          data={cadences.map((value) => ({ value, label: t(`library.cadence.${value}`) }))}
          value={terms.cadence}
          allowDeselect={false}
          error={fault('cadence')}
          onChange={(cadence) => cadence && set({ cadence: cadence as TermsState['cadence'] })}
        />
      )}
      {!alwaysBi && (
        <Checkbox label={t('library.inBi')} checked={terms.bi} onChange={(event) => set({ bi: event.currentTarget.checked })} />
      )}
      {terms.bi && (
        <>
          <TextInput
            label={t('library.location')}
            maxLength={500}
            value={terms.location}
            error={fault('location')}
            onChange={(event) => set({ location: event.currentTarget.value })}
          />
          <TextInput
            label={t('library.views')}
            description={t('library.viewsText')}
            value={terms.views}
            error={fault('views')}
            onChange={(event) => set({ views: event.currentTarget.value })}
          />
        </>
      )}
    </>
  );
}
