import { Injectable, type StreamableFile } from '@nestjs/common';
import { type Cell, type ExportFormat, type ListFile, ListFiles, Texts } from '#platform';
import type { Actor, Locale } from '../domain/actor.js';
import type { RegisteredGroupResponse, RegisteredInstitutionResponse } from '../http/responses/organisation.response.js';
import type { PersonRowResponse } from '../http/responses/person.response.js';
import { OrganisationRegister } from './organisation-register.js';
import { type PeopleQuery, PeopleRegister } from './people-register.js';

const fileOf = (name: string, columns: readonly string[]): ListFile => ({
  name,
  title: `identity.export.${name}`,
  columns: columns.map((column) => `identity.field.${column}`),
});

const PEOPLE = fileOf('people', ['name', 'login', 'email', 'phone', 'institutionId', 'unitId', 'roles', 'active', 'leavesOn']);
const INSTITUTIONS = fileOf('institutions', [
  ...['nameLv', 'nameEn', 'kind', 'isClient', 'parentId', 'registrationNo', 'externalId', 'activeFrom', 'activeTo', 'people', 'units'],
]);
const GROUPS = fileOf('groups', ['nameLv', 'nameEn', 'tier', 'leadId', 'members', 'isUserSupport', 'calendarCode', 'email', 'active']);

/** The lists of people, institutions and groups as files, narrowed as on the screen; `OrganisationExport` is what an import reads again. */
@Injectable()
export class RegisterExports {
  constructor(
    private readonly peopleRegister: PeopleRegister,
    private readonly register: OrganisationRegister,
    private readonly texts: Texts,
    private readonly files: ListFiles,
  ) {}

  async people(actor: Actor, query: Omit<PeopleQuery, 'limit' | 'cursor'>, format: ExportFormat): Promise<StreamableFile> {
    return this.files.send(actor.locale, format, PEOPLE, async (place) => {
      const { items, nextCursor } = await this.peopleRegister.page(actor, { ...query, ...place });
      return { items: items.map((person) => this.person(actor.locale, person)), nextCursor };
    });
  }

  async institutions(actor: Actor, q: string | undefined, format: ExportFormat): Promise<StreamableFile> {
    return this.files.send(actor.locale, format, INSTITUTIONS, async (place) => {
      const { items, nextCursor } = await this.register.institutions(actor, { q, ...place });
      return { items: items.map((one) => this.institution(actor.locale, one)), nextCursor };
    });
  }

  async groups(actor: Actor, format: ExportFormat): Promise<StreamableFile> {
    return this.files.send(actor.locale, format, GROUPS, async () => {
      const groups = await this.register.groups(actor);
      return { items: groups.map((group) => this.group(actor.locale, group)), nextCursor: null };
    });
  }

  private person(locale: Locale, { name, login, email, phone, institution, unit, roles, active, leavesOn }: PersonRowResponse): Cell[] {
    const words = roles.map((role) => this.texts.say(locale, `identity.value.role.${role}`));
    return [name, login, email, phone, institution.name, unit?.name ?? null, words.join(', '), this.yes(locale, active), leavesOn];
  }

  private institution(locale: Locale, one: RegisteredInstitutionResponse): Cell[] {
    const { nameLv, nameEn, kind, isClient, parent, registrationNo, externalId, activeFrom, activeTo, people, units } = one;
    return [
      ...[nameLv, nameEn, this.texts.say(locale, `identity.value.kind.${kind}`), this.yes(locale, isClient)],
      ...[parent?.name ?? null, registrationNo, externalId, activeFrom, activeTo, people, units],
    ];
  }

  private group(
    locale: Locale,
    { nameLv, nameEn, tier, members, isUserSupport, calendarCode, email, active }: RegisteredGroupResponse,
  ): Cell[] {
    const working = members.filter((member) => member.active);
    return [
      ...[nameLv, nameEn, tier, members.find(({ lead }) => lead)?.name ?? null, working.map(({ name }) => name).join(', ')],
      ...[this.yes(locale, isUserSupport), calendarCode, email, this.yes(locale, active)],
    ];
  }

  private yes(locale: Locale, is: boolean): string {
    return this.texts.say(locale, `identity.value.${is ? 'yes' : 'no'}`);
  }
}
