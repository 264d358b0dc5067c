import type { components } from '../../shared/api-schema';
import { api, bodyOf } from '../../shared/api/api';

export type DeskHours = components['schemas']['DeskHoursResponse'];

/** Whether somebody is at the desk now, the next days, and the number to ring. */
export const deskHours = (signal?: AbortSignal): Promise<DeskHours> => bodyOf(api.GET('/api/v1/desk-hours', signal ? { signal } : {}));
