import { Global, Module } from '@nestjs/common';
import { PeopleNames } from '#platform';
import { IdentityFacts } from './reads/identity-facts.js';

/** Lends names of people to the modules below this one, which may not ask it. */
@Global()
@Module({ providers: [IdentityFacts, { provide: PeopleNames, useExisting: IdentityFacts }], exports: [PeopleNames] })
export class PeopleNamesModule {}
