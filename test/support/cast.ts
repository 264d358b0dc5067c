import { seedCatalogueDemo } from '#catalogue';
import { seedIdentityDemo } from '#identity';
import type { UnitOfWork } from '#platform';
import { ApiClient } from './client.js';
import type { Passwords } from './database.js';

/** The people of the demonstration, laid into a test's database; `signIn` gives each one's client. */
export interface Cast {
  readonly passwords: ReadonlyMap<string, string>;
  signIn(login: string): Promise<ApiClient>;
}

interface Stage {
  readonly unitOfWork: UnitOfWork;
  readonly url: string;
  readonly passwords?: Passwords | undefined;
}

async function lay({ unitOfWork }: Stage): Promise<Passwords> {
  const accounts = await unitOfWork.run(async (tx) => {
    const given = await seedIdentityDemo(tx);
    await seedCatalogueDemo(tx);
    return given;
  });
  return Object.fromEntries(accounts.map(({ login, password }) => [login, password]));
}

/**
 * The demonstration's people and services (no tickets), laid into the database where they are not there from the beginning. Ids are
 * `demoId(kind, key)` of #identity.
 */
export async function layCast(test: Stage): Promise<Cast> {
  const { passwords: there = {} } = test;
  const passwords = new Map(Object.entries(Object.keys(there).length > 0 ? there : await lay(test)));
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
