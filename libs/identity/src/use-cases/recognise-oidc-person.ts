import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { Tx } from '#platform';
import type { OidcPerson } from '../domain/oidc-claims.js';
import type { OidcProvider } from '../domain/oidc-provider.js';
import { rolesFor, speaksFor } from '../domain/outside-source.js';
import { type KnownPerson, type LinkedBy, OutsideIdentities } from '../store/outside-identities.js';
import { AddOutsidePerson } from './add-outside-person.js';
import { ApplyMappedRoles } from './apply-mapped-roles.js';

/**
 * Says who of ours a provider has sent: by issuer and subject; at the first time by what the provider is trusted for. A provider lets in
 * nobody of an institution that it does not speak for, whatever it claims.
 */
@Injectable()
export class RecogniseOidcPerson {
  constructor(
    private readonly identities: OutsideIdentities,
    private readonly add: AddOutsidePerson,
    private readonly roles: ApplyMappedRoles,
  ) {}

  /** Answers the person's id. Throws `identity.outside-unknown` (forbidden): there is no account for him, or it is closed. */
  async execute(tx: Tx, provider: OidcProvider, person: OidcPerson): Promise<string> {
    const known = await this.identities.use(tx, person.issuer, person.subject);
    // A link that was made stays: whoever has left is not looked for again by his address.
    const userId = known
      ? admitted(provider, known)
      : ((await this.findAndLink(tx, provider, person)) ?? (await this.addAndLink(tx, provider, person)));
    if (userId === undefined) throw new DomainError('identity.outside-unknown', {}, 'forbidden');
    if (provider.roles !== null) {
      const roles = rolesFor(provider.roles, person.belongsTo);
      await this.roles.execute(tx, { userId, source: `oidc:${provider.code}`, roles });
    }
    return userId;
  }

  private async findAndLink(tx: Tx, provider: OidcProvider, person: OidcPerson): Promise<string | undefined> {
    const { links, code } = provider;
    const byId =
      links.has('external-id') && person.externalId !== null ? await this.identities.byExternalId(tx, person.externalId) : undefined;
    // Who administers signs in by himself; an address alone opens no account that a second person had to approve.
    if (byId) return byId.administers ? undefined : this.link(tx, provider, person, byId, 'external-id');
    const byMail = links.has('mail') && person.mail !== null ? await this.identities.byMail(tx, person.mail) : undefined;
    if (!byMail || byMail.elevated || (await this.identities.hasAt(tx, byMail.id, code))) return undefined;
    return this.link(tx, provider, person, byMail, 'mail');
  }

  private async addAndLink(tx: Tx, provider: OidcProvider, person: OidcPerson): Promise<string | undefined> {
    // Where the provider is not trusted for addresses, the one that it names is not his here either.
    const mail = provider.links.has('mail') ? person.mail : null;
    const id = await this.add.execute(tx, provider, { ...person, mail });
    if (id !== undefined) await this.write(tx, provider, person, { userId: id, linkedBy: 'added' });
    return id;
  }

  private async link(
    tx: Tx,
    provider: OidcProvider,
    person: OidcPerson,
    known: KnownPerson,
    linkedBy: LinkedBy,
  ): Promise<string | undefined> {
    const userId = admitted(provider, known);
    if (userId !== undefined) await this.write(tx, provider, person, { userId, linkedBy });
    return userId;
  }

  private async write(
    tx: Tx,
    { code }: OidcProvider,
    { issuer, subject }: OidcPerson,
    { userId, linkedBy }: { readonly userId: string; readonly linkedBy: LinkedBy },
  ): Promise<void> {
    const linked = await this.identities.link(tx, { issuer, subject, provider: code, userId, linkedBy });
    // Somebody else's sign-in with the same identity came first: this one is tried again.
    if (!linked) throw new DomainError('identity.outside-over', {}, 'conflict');
    const subjectOf = { type: 'user', id: userId };
    await tx.append({
      type: 'identity.outside-linked',
      version: 1,
      subject: subjectOf,
      actorId: userId,
      payload: { provider: code, linkedBy },
    });
  }
}

/** The person's id, where the account is open and the provider speaks for its institution. */
const admitted = (provider: OidcProvider, known: KnownPerson): string | undefined =>
  known.active && speaksFor(provider, known) ? known.id : undefined;
