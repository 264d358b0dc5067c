import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { Campaign, ChangeCampaign } from './campaign-queries';

/** The steps that a button can take. */
export type Step = 'approval' | 'opening' | 'closing' | 'cancellation' | 'pause' | 'resumption';

const at = ({ id, version }: Campaign) => ({ params: { path: { id } }, headers: { 'if-match': `"${version}"` } });

function send(campaign: Campaign, step: Step, reason: string | undefined): Promise<Campaign> {
  if (step === 'closing') return bodyOf(api.POST('/api/v1/campaigns/{id}/closing', { ...at(campaign), body: reason ? { reason } : {} }));
  return bodyOf(api.POST(`/api/v1/campaigns/{id}/${step}`, at(campaign)));
}

function useShown(onDone: () => void) {
  const client = useQueryClient();
  return async (campaign: Campaign): Promise<void> => {
    client.setQueryData(['campaigns', campaign.id], campaign);
    await client.invalidateQueries({ queryKey: ['campaigns'] });
    onDone();
  };
}

/** Takes a step of the campaign's life, of the version that is on the screen. */
export function useStep(campaign: Campaign, step: Step, onDone: () => void) {
  const onSuccess = useShown(onDone);
  return useMutation({ mutationFn: (reason?: string) => send(campaign, step, reason), onSuccess });
}

/** Saves the terms of a draft. */
export function useChange(campaign: Campaign, onDone: () => void) {
  const onSuccess = useShown(onDone);
  return useMutation({
    mutationFn: (body: ChangeCampaign) => bodyOf(api.PATCH('/api/v1/campaigns/{id}', { ...at(campaign), body })),
    onSuccess,
  });
}

/** Says which institutions are left out, and why. */
export function useExclude(campaign: Campaign, onDone: () => void) {
  const onSuccess = useShown(onDone);
  return useMutation({
    mutationFn: (items: { institutionId: string; reason: string }[]) =>
      bodyOf(api.PUT('/api/v1/campaigns/{id}/exclusions', { ...at(campaign), body: { items } })),
    onSuccess,
  });
}
