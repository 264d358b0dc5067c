import { fieldRefused } from '#kernel';
import { instantField } from '#platform';
import type { Finish } from '../domain/change.js';
import type { ChangeWindow } from '../domain/change-window.js';
import type { FinishRequest, RescheduleRequest } from './requests/move-change.request.js';

/** The window of a request. Throws 422 where it has no length. */
export function windowField(request: RescheduleRequest): ChangeWindow {
  const from = instantField(request.from, 'from')!;
  const to = instantField(request.to, 'to')!;
  if (to <= from) throw fieldRefused('changes.window-backward', 'to');
  return { from, to };
}

export function finishOf({ outcome, text, actualFrom, actualTo }: FinishRequest): Finish {
  return { outcome, text, from: instantField(actualFrom, 'actualFrom') ?? null, to: instantField(actualTo, 'actualTo') ?? null };
}
