import { NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '../../shared/api/problem';
import { useTexts } from '../texts';
import { Choices } from '../ticket/dialogs/Choices';
import { campaignQueries, type Campaign, type ChangeCampaign } from './campaign-queries';
import c from './dialog.module.css';

export type Mode = Campaign['mode'];

export interface Fields {
  surveyVersionId: string | null;
  titleLv: string;
  titleEn: string;
  year: number;
  mode: Mode | null;
  sampleSize: number | null;
  opensOn: string;
  /** Empty: fifteen working days after the opening. */
  closesOn: string;
}

const modes: Mode[] = ['all_users', 'random_sample', 'institution_contacts'];

export const isComplete = ({ surveyVersionId, titleLv, titleEn, mode, opensOn, sampleSize }: Fields): boolean =>
  surveyVersionId !== null &&
  titleLv.trim() !== '' &&
  titleEn.trim() !== '' &&
  mode !== null &&
  opensOn !== '' &&
  (mode !== 'random_sample' || sampleSize !== null);

/** The fields as the API wants them. */
export function bodyOfFields({ surveyVersionId, mode, closesOn, sampleSize, titleLv, titleEn, ...rest }: Fields): ChangeCampaign {
  return {
    ...rest,
    titleLv: titleLv.trim(),
    titleEn: titleEn.trim(),
    ...(surveyVersionId ? { surveyVersionId } : {}),
    ...(mode ? { mode } : {}),
    ...(closesOn ? { closesOn } : {}),
    sampleSize: mode === 'random_sample' ? sampleSize : null,
  };
}

/** What the API said of each field. */
export function faultsOf(error: unknown): (field: string) => string | undefined {
  const faults = error instanceof ApiProblem ? error.errors : [];
  return (field) => faults.find(({ pointer }) => pointer === `/${field}`)?.detail;
}

interface Props {
  fields: Fields;
  set: (part: Partial<Fields>) => void;
  fault: (field: string) => string | undefined;
  today: string;
}

function Questions({ fields, set, fault }: Props) {
  const { t, locale } = useTexts();
  const { data: surveys = [] } = useQuery(campaignQueries.surveys());
  const versions = surveys.flatMap(({ title, versions: known }) =>
    known.map(({ id, version }) => ({ value: id, label: t('campaigns.asks', { title: title[locale], version: String(version) }) })),
  );
  return (
    <Select
      label={t('campaigns.survey')}
      placeholder={t('campaigns.chooseSurvey')}
      data={versions}
      required
      searchable
      allowDeselect={false}
      value={fields.surveyVersionId}
      error={fault('surveyVersionId')}
      onChange={(surveyVersionId) => set({ surveyVersionId })}
      nothingFoundMessage={t('desk.nothingFound')}
    />
  );
}

function Titles({ fields, set, fault }: Props) {
  const { t } = useTexts();
  return (
    <div className={c.pair}>
      <TextInput
        label={t('campaigns.titleLv')}
        required
        maxLength={200}
        value={fields.titleLv}
        error={fault('titleLv')}
        onChange={(event) => set({ titleLv: event.currentTarget.value })}
      />
      <TextInput
        label={t('campaigns.titleEn')}
        required
        maxLength={200}
        lang="en"
        value={fields.titleEn}
        error={fault('titleEn')}
        onChange={(event) => set({ titleEn: event.currentTarget.value })}
      />
    </div>
  );
}

function People({ fields, set, fault }: Props) {
  const { t } = useTexts();
  return (
    <>
      <Choices
        label={t('campaigns.who')}
        choices={modes.map((mode) => ({ value: mode, text: t(`campaigns.mode.${mode}`), detail: t(`campaigns.mode.${mode}.detail`) }))}
        value={fields.mode}
        onChange={(mode) => set({ mode: mode as Mode })}
      />
      {fields.mode === 'random_sample' && (
        <NumberInput
          label={t('campaigns.sampleSize')}
          description={t('campaigns.sampleSizeHint')}
          required
          min={5}
          max={100_000}
          hideControls
          value={fields.sampleSize ?? ''}
          error={fault('sampleSize')}
          onChange={(value) => set({ sampleSize: typeof value === 'number' ? value : null })}
        />
      )}
    </>
  );
}

function Days({ fields, set, fault, today }: Props) {
  const { t } = useTexts();
  return (
    <div className={c.pair}>
      <TextInput
        type="date"
        label={t('campaigns.opensOn')}
        description={t('campaigns.opensOnHint')}
        required
        min={today}
        value={fields.opensOn}
        error={fault('opensOn')}
        onChange={(event) => set({ opensOn: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('campaigns.closesOn')}
        description={t('campaigns.closesOnHint')}
        min={fields.opensOn || today}
        value={fields.closesOn}
        error={fault('closesOn')}
        onChange={(event) => set({ closesOn: event.currentTarget.value })}
      />
    </div>
  );
}

/** Everything that is decided about a draft. */
export function CampaignFields(props: Props) {
  const { t } = useTexts();
  const { fields, set, fault } = props;
  return (
    <>
      <Questions {...props} />
      <Titles {...props} />
      <NumberInput
        label={t('campaigns.year')}
        required
        min={2000}
        max={2100}
        hideControls
        thousandSeparator=""
        className={c.year}
        value={fields.year}
        error={fault('year')}
        onChange={(value) => typeof value === 'number' && set({ year: value })}
      />
      <People {...props} />
      <Days {...props} />
    </>
  );
}
