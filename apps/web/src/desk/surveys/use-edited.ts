import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { ApiProblem } from '../../shared/api/problem';
import type { Definition } from '../../survey/survey-types';
import { type Edited, keepDraft, keptDraft } from './edit-definition';
import { type SurveyVersion, surveyQueries } from './survey-queries';

/** A version being edited: unsaved changes are kept in the browser, saving names the revision that was seen. */
export function useEdited(version: SurveyVersion) {
  const client = useQueryClient();
  const saved: Edited = { title: version.survey.title, definition: version.definition };
  const [edited, setEdited] = useState<Edited>(() => keptDraft(version.id, version.revision) ?? saved);
  const dirty = JSON.stringify(edited) !== JSON.stringify(saved);
  const save = useMutation({
    mutationFn: () =>
      bodyOf(
        api.PUT('/api/v1/surveys/{id}/versions/{version}', {
          params: { path: { id: version.survey.id, version: version.version } },
          headers: { 'if-match': `"${version.revision}"` },
          body: edited,
        }),
      ),
    onSuccess: async (answer) => {
      keepDraft(version.id, version.revision, null);
      setEdited({ title: answer.survey.title, definition: answer.definition });
      client.setQueryData(surveyQueries.version(version.survey.id, version.version).queryKey, answer);
      await client.invalidateQueries({ queryKey: ['surveys'], exact: true });
    },
  });
  const put = (next: Edited): void => {
    setEdited(next);
    keepDraft(version.id, version.revision, next);
  };
  const discard = (): void => {
    keepDraft(version.id, version.revision, null);
    save.reset();
    setEdited(saved);
    void client.invalidateQueries({ queryKey: ['surveys'] });
  };
  const faults = save.error instanceof ApiProblem ? save.error.errors : [];
  const change = (part: Partial<Definition>): void => put({ ...edited, definition: { ...edited.definition, ...part } });
  return { edited, dirty, put, change, discard, save, faults };
}
