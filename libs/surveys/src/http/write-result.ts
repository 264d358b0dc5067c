import { formatInstant } from '#kernel';
import type { RedactedComment } from '../reads/campaign-comments.js';
import type { ResultView } from '../reads/result-view.js';
import type { CampaignResultResponse, RedactedCommentResponse } from './responses/result.response.js';

/** Writes the page of results, a whitelist of its view. */
export function writeResult(view: ResultView): CampaignResultResponse {
  const { campaign, frozen, coverage, comments } = view;
  const { id, year, state, mode, anonymous, opensOn, closesOn, minGroup, closedAt, publishedAt, version } = campaign;
  return {
    ...{ id, year, mode, anonymous, opensOn, closesOn, minGroup, version },
    state: state === 'published' ? 'published' : 'closed',
    title: view.title,
    closedAt: closedAt === null ? '' : formatInstant(closedAt),
    publishedAt: publishedAt === null ? null : formatInstant(publishedAt),
    inputHash: frozen?.inputHash ?? null,
    surveyVersion: view.surveyVersion,
    target: view.target,
    invited: view.invited,
    answered: view.answered,
    responseRate: view.responseRate,
    institutions: view.institutions,
    equal: view.equal,
    byUsers: view.byUsers,
    difference: view.difference,
    unweighted: view.unweighted,
    pinned: view.pinned,
    coverage: { ...coverage, silent: [...coverage.silent], excluded: [...coverage.excluded] },
    filter: view.filter,
    items: view.items.map((item) => ({ ...item, values: [...item.values] })),
    lines: [...view.lines],
    years: [...view.years],
    comments: { ...comments, shown: [...comments.shown] },
    abilities: view.abilities,
  };
}

export function writeComment({
  id,
  question,
  text,
  marks,
  state,
  redaction,
  proposedBy,
  confirm,
}: RedactedComment): RedactedCommentResponse {
  return {
    ...{ id, question, state, proposedBy, confirm },
    original: text,
    marks: [...marks],
    text: redaction?.text ?? null,
    hidden: redaction !== undefined && redaction.text === null,
    version: redaction?.version ?? 0,
  };
}
