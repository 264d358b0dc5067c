import type { DomainEvent } from '#kernel';

export interface VersionFacts {
  readonly surveyId: string;
  readonly code: string;
  readonly versionId: string;
  readonly version: number;
  readonly questions: number;
}

/** What happened to a survey: `surveys.survey-created`, `-saved`, `-version-added` or `-frozen`. The wording itself stays in its table. */
export function surveyEvent(
  what: 'created' | 'saved' | 'version-added' | 'frozen',
  actorId: string | null,
  { surveyId, ...payload }: VersionFacts & { readonly revision?: number },
): DomainEvent {
  return { type: `surveys.survey-${what}`, version: 1, subject: { type: 'survey', id: surveyId }, actorId, payload };
}
