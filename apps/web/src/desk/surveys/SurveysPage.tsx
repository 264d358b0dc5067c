import { Button, Select, Skeleton } from '@mantine/core';
import { IconPlus, IconVersions } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { NewSurveyDialog } from './NewSurveyDialog';
import { SurveyEditor } from './SurveyEditor';
import { type Survey, surveyQueries } from './survey-queries';
import c from './surveys.module.css';
import type { SurveysSearch } from './surveys-search';

const route = getRouteApi('/admin/surveys');

interface HeadProps {
  surveys: readonly Survey[];
  survey: Survey | undefined;
  version: number | undefined;
  mayCreate: boolean;
  go: (search: SurveysSearch) => void;
}

function Head({ surveys, survey, version, mayCreate, go }: HeadProps) {
  const { t, locale } = useTexts();
  const client = useQueryClient();
  const [making, setMaking] = useState(false);
  const next = useMutation({
    mutationFn: (id: string) => bodyOf(api.POST('/api/v1/surveys/{id}/versions', { params: { path: { id } } })),
    onSuccess: async (added) => {
      await client.invalidateQueries({ queryKey: ['surveys'] });
      go({ survey: added.survey.id, version: added.version });
    },
  });
  return (
    <header className={c.head}>
      <h1>{t('builder.title')}</h1>
      {survey && (
        <>
          <Select
            aria-label={t('builder.survey')}
            className={c.choose}
            allowDeselect={false}
            data={surveys.map(({ id, title }) => ({ value: id, label: title[locale] }))}
            value={survey.id}
            onChange={(id) => id && go({ survey: id })}
          />
          <Select
            aria-label={t('builder.version')}
            className={c.version}
            allowDeselect={false}
            data={survey.versions.map((one) => ({
              value: String(one.version),
              label: `${t('builder.versionOf', { version: String(one.version) })} · ${t(one.frozenAt ? 'builder.frozenMark' : 'builder.draftMark')}`,
            }))}
            value={String(version)}
            onChange={(value) => value && go({ survey: survey.id, version: Number(value) })}
          />
        </>
      )}
      {survey?.abilities.addVersion && (
        <Button leftSection={<IconVersions size={16} aria-hidden />} loading={next.isPending} onClick={() => next.mutate(survey.id)}>
          {t('builder.next')}
        </Button>
      )}
      {mayCreate && (
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
          {t('builder.new')}
        </Button>
      )}
      {next.error && <ProblemNote error={next.error} />}
      {making && (
        <NewSurveyDialog surveys={surveys} onMade={({ id }) => (setMaking(false), go({ survey: id }))} onClose={() => setMaking(false)} />
      )}
    </header>
  );
}

/** The survey builder: surveys, their versions, and what one of them asks. */
export function SurveysPage() {
  const { t } = useTexts();
  const search = route.useSearch();
  const navigate = useNavigate();
  const surveys = useQuery(surveyQueries.surveys());
  const survey = surveys.data?.items.find(({ id }) => id === search.survey) ?? surveys.data?.items[0];
  const version = survey?.versions.find((one) => one.version === search.version)?.version ?? survey?.versions[0]?.version;
  const shown = useQuery({ ...surveyQueries.version(survey?.id ?? '', version ?? 0), enabled: survey !== undefined });
  const failed = surveys.error ?? shown.error;
  if (failed) return <FailedPage error={failed} reset={() => void (surveys.error ? surveys : shown).refetch()} />;
  return (
    <main className={c.page}>
      <Head
        surveys={surveys.data?.items ?? []}
        survey={survey}
        version={version}
        mayCreate={surveys.data?.abilities.create ?? false}
        go={(to) => void navigate({ to: '/admin/surveys', search: to })}
      />
      {shown.data ? (
        <SurveyEditor key={`${shown.data.id} ${shown.data.revision}`} version={shown.data} />
      ) : (
        <div role="status" aria-label={t('desk.loading')}>
          <Skeleton height={420} radius={12} />
        </div>
      )}
    </main>
  );
}
