import type { components } from '../../shared/api-schema';
import { api, bodyOf } from '../../shared/api/api';

export type ApprovalLink = components['schemas']['ApprovalLinkResponse'];
export type Decision = components['schemas']['DecideRequest']['decision'];

/** What a link of an approval mail is about; asking decides nothing. */
export const approvalLink = (token: string, signal?: AbortSignal): Promise<ApprovalLink> =>
  bodyOf(api.GET('/api/v1/approval-links/{token}', { params: { path: { token } }, ...(signal ? { signal } : {}) }));

/** Sends the decision. */
export const decideByLink = (token: string, decision: Decision, reason: string): Promise<unknown> =>
  bodyOf(api.POST('/api/v1/approval-links/{token}', { params: { path: { token } }, body: { decision, ...(reason ? { reason } : {}) } }));
