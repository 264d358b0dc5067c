import { stableId } from '../domain/stable-id.js';

/** The id of a record of the demonstration, by the key that it has in `migrations/seeds/demo` (a person's login, if any). */
export function demoId(kind: 'institution' | 'person' | 'group' | 'service', key: string): string {
  return stableId('demo', kind, key);
}
