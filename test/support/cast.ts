import { seedCatalogueDemo } from '#catalogue';
import { seedIdentityDemo } from '#identity';
import type { UnitOfWork } from '#platform';
import { ApiClient } from './client.js';

/** The people of the demonstration, laid into a test's database; `signIn` gives each one's client. */
export interface Cast {
  readonly passwords: ReadonlyMap<string, string>;
  signIn(login: string): Promise<ApiClient>;
}

/** Lays the demonstration's people and services (no tickets) into the database. Ids are `demoId(kind, key)` of #identity. */
export async function layCast(test: { readonly unitOfWork: UnitOfWork; readonly url: string }): Promise<Cast> {
  const accounts = await test.unitOfWork.run(async (tx) => {
    const given = await seedIdentityDemo(tx);
    await seedCatalogueDemo(tx);
    return given;
  });
  const passwords = new Map(accounts.map((a) => [a.login, a.password]));
  const clients = new Map<string, Promise<ApiClient>>();
  return {
    passwords,
    signIn(login) {
      let client = clients.get(login);
      if (!client) {
        client = new ApiClient(test.url).signIn(login, passwords.get(login) ?? '');
        clients.set(login, client);
      }
      return client;
    },
  };
}
