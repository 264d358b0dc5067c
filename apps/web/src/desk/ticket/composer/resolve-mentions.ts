import type { QueryClient } from '@tanstack/react-query';
import { answerQueries } from '../../answers/answer-queries';
import { mentionedNames } from './trigger';

/** The colleagues whom a note names: asked for by their names, since a draft keeps words and they may have been typed by hand. */
export async function resolveMentions(client: QueryClient, ticketId: string, text: string): Promise<string[]> {
  const found = await Promise.all(
    mentionedNames(text).map(async (readings) => {
      for (const name of readings) {
        const people = await client.fetchQuery(answerQueries.colleagues(ticketId, name)).catch(() => []);
        const exact = people.filter((person) => person.name === name);
        if (exact.length === 1 && exact[0]) return exact[0].id;
      }
      return null;
    }),
  );
  return [...new Set(found.filter((id) => id !== null))];
}
