import { Injectable } from '@nestjs/common';
import { type ItemSummaryResponse, ItemList } from '#assets';
import { ServiceList } from '#catalogue';
import { type Actor, Directory, holds } from '#identity';
import { KnownErrors } from '#problems';
import { type AskedQuery, type SearchKind, stemsOf, type Wanted, wordsOf } from '#search';
import { marked } from './present-hits.js';
import type { ItemHitResponse, KnownErrorHitResponse, PersonHitResponse, ServiceHitResponse } from './search.response.js';

/** Of everything but tickets so many are shown: whoever looks for more goes to the page of these. */
const SHOWN = 5;
const SHORTEST = 2;

export interface OtherFinds {
  readonly people: PersonHitResponse[];
  readonly services: ServiceHitResponse[];
  readonly items: ItemHitResponse[];
  readonly knownErrors: KnownErrorHitResponse[];
}

/** People, services, configuration items and known errors: each module finds its own, in its own scope. */
@Injectable()
export class FindOthers {
  constructor(
    private readonly directory: Directory,
    private readonly services: ServiceList,
    private readonly items: ItemList,
    private readonly errors: KnownErrors,
  ) {}

  async find(actor: Actor, q: string, asked: AskedQuery, kinds: ReadonlySet<SearchKind>): Promise<OtherFinds> {
    const words = q.replace(/["„“”*]/g, ' ').trim();
    if (words.length < SHORTEST) return { people: [], services: [], items: [], knownErrors: [] };
    const wanted: Wanted = { stems: new Set(asked.words.flatMap(({ stems }) => stems)), beginnings: asked.words.map(({ bare }) => bare) };
    const [people, services, items, knownErrors] = await Promise.all([
      kinds.has('person') && holds(actor, 'people.read') ? this.people(actor, words, wanted) : [],
      kinds.has('service') && holds(actor, 'service.read') ? this.servicesNamed(actor, asked, wanted) : [],
      kinds.has('item') && holds(actor, 'cmdb.read') ? this.itemsNamed(actor, words, wanted) : [],
      kinds.has('known_error') && holds(actor, 'service.read') ? this.known(actor, words, wanted) : [],
    ]);
    return { people, services, items, knownErrors };
  }

  private async people(actor: Actor, q: string, wanted: Wanted): Promise<PersonHitResponse[]> {
    const found = (await this.directory.people(actor, q.slice(0, 100))).slice(0, SHOWN);
    return found.map(({ id, name, email, phone, institution }) => ({ id, name: marked(name, wanted), email, phone, institution }));
  }

  private async servicesNamed(actor: Actor, { words }: AskedQuery, wanted: Wanted): Promise<ServiceHitResponse[]> {
    const offered = await this.services.read(actor);
    const holdsAll = (text: string): boolean => {
      const own = wordsOf(text).map((word) => stemsOf(word.text).stems);
      const stands = (stems: readonly string[], bare: string): boolean =>
        own.some((of) => of.some((stem) => stems.includes(stem) || stem.startsWith(bare)));
      return words.length > 0 && words.every(({ stems, bare }) => stands(stems, bare));
    };
    const found = offered.filter(({ name, description }) => holdsAll(`${name} ${description}`)).slice(0, SHOWN);
    return found.map(({ id, name, description }) => ({ id, name: marked(name, wanted), description }));
  }

  private async itemsNamed(actor: Actor, q: string, wanted: Wanted): Promise<ItemHitResponse[]> {
    const { items } = await this.items.page(actor, { q: q.slice(0, 100), classes: [], statuses: [], sort: 'tag', limit: SHOWN });
    return items.map((item: ItemSummaryResponse) => ({
      ...{ id: item.id, tag: item.tag, class: item.class.name, institution: item.institution, custodian: item.custodian },
      name: marked(item.name, wanted),
    }));
  }

  private async known(actor: Actor, q: string, wanted: Wanted): Promise<KnownErrorHitResponse[]> {
    const found = await this.errors.naming(actor, q);
    return found.map(({ problem, title, workaround, service }) => ({
      ...{ number: problem?.number ?? null, workaround, title: marked(title, wanted) },
      service: service && { ...service },
    }));
  }
}
