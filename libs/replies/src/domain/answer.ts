import { DomainError, fieldRefused, type Instant } from '#kernel';
import { unknownPlaceholder } from './placeholders.js';

/** Who finds it: its writer alone, a group, everybody who answers. */
export const ANSWER_SCOPES = ['own', 'group', 'everybody'] as const;

export type AnswerScope = (typeof ANSWER_SCOPES)[number];

/** What its writer decides. */
export interface AnswerTerms {
  readonly scope: AnswerScope;
  /** With scope `group`. */
  readonly groupId: string | null;
  readonly name: string;
  /** Markdown with places to be filled; one of the languages at least. */
  readonly textLv: string | null;
  readonly textEn: string | null;
  /** Offered where a ticket is resolved with this code. */
  readonly resolutionCode: string | null;
}

/** An answer kept ready. */
export interface Answer extends AnswerTerms {
  readonly id: string;
  readonly ownerId: string;
  readonly updatedAt: Instant;
  readonly updatedById: string;
  readonly version: number;
}

/** Refuses (422) terms that do not hold together, and a place that nobody could fill, by its name. */
export function requireSoundTerms({ scope, groupId, textLv, textEn }: AnswerTerms): void {
  if ((scope === 'group') !== (groupId !== null)) throw fieldRefused('replies.group-needed', 'groupId');
  if (textLv === null && textEn === null) throw fieldRefused('replies.text-needed', 'textLv');
  for (const [field, text] of Object.entries({ textLv, textEn })) {
    const name = unknownPlaceholder(text ?? '');
    const fault = { pointer: `/${field}`, code: 'replies.placeholder-unknown' };
    if (name !== undefined) throw new DomainError('replies.placeholder-unknown', { name: `{{${name}}}` }, 'invalid', [fault]);
  }
}
