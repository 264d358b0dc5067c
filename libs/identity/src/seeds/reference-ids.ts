import { stableId } from '../domain/stable-id.js';

/** The institution that provides the services, in every installation. */
export const PROVIDER_ID = stableId('reference', 'provider');

/** The support group that every installation begins with. */
export const FIRST_LINE_ID = stableId('reference', 'first-line');
