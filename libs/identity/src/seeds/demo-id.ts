import { stableId } from '../domain/stable-id.js';
import { FIRST_LINE_ID, PROVIDER_ID } from './reference-ids.js';

export type DemoKind = 'institution' | 'person' | 'group' | 'service' | 'policy-version' | 'agreement';

/** What the demonstration takes over from the reference data instead of laying it out twice. */
const FROM_REFERENCE: Readonly<Record<string, string>> = { 'institution/centre': PROVIDER_ID, 'group/first-line': FIRST_LINE_ID };

/** The id of a record of the demonstration, by the key that it has in `migrations/seeds/demo` (a person's login, if any). */
export function demoId(kind: DemoKind, key: string): string {
  return FROM_REFERENCE[`${kind}/${key}`] ?? stableId('demo', kind, key);
}
