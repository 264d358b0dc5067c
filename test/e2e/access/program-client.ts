import { demoId } from '#identity';
import { ApiClient } from '../../support/client.js';
import type { Call } from './row.js';
import { must, type Reply, type World } from './world.js';

export interface ProgramOptions {
  readonly readOnly: boolean;
  /** All that a client may be given, where left out. */
  readonly scopes?: readonly string[];
}

/** An API client of ilze's institution, made by the administrator, that calls routes as the people of the matrix do. */
export class ProgramClient {
  private constructor(
    private readonly world: World,
    private readonly client: ApiClient,
  ) {}

  static async of(world: World, { readOnly, scopes }: ProgramOptions): Promise<ProgramClient> {
    const admin = await world.client('admin');
    const all = await must(admin.get<{ scopes: string[] }>('/api-clients'));
    const body = {
      name: 'Uzraudzība',
      institutionId: demoId('institution', 'order'),
      readOnly,
      perMinute: 6000,
      scopes: scopes ?? all.scopes,
    };
    const { id } = await must(admin.post<{ id: string }>('/api-clients', body));
    const { token } = await must(admin.put<{ token: string }>(`/api-clients/${id}/token`, { days: 30 }));
    return new ProgramClient(world, ApiClient.withToken(world.test.url, token));
  }

  call(route: string, call: Call): Promise<Reply> {
    return this.world.call(this.client, route, call);
  }
}
