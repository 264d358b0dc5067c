import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { formatInstant } from '#kernel';
import { Jobs, Require, Texts } from '#platform';
import type { Actor, Locale } from '../domain/actor.js';
import { sourceOf } from '../domain/ldap-directory.js';
import { SYNCHRONISE } from '../jobs/synchronise-directories.js';
import { Directories } from '../outside/directories.js';
import { OidcClient } from '../outside/oidc-client.js';
import { type DirectorySync, DirectorySyncs } from '../store/directory-syncs.js';
import { SynchroniseDirectory } from '../use-cases/synchronise-directory.js';
import { CurrentActor } from './current-actor.js';
import { DirectorySyncRequest } from './requests/directory-sync.request.js';
import { DirectorySyncAskedResponse, type DirectorySyncResponse, SignInSourcesResponse } from './responses/sign-in-source.response.js';

/** Readings that are shown of each directory. */
const SHOWN = 5;

/** The page asks to confirm here what the refusal of a file asks to confirm there. */
const ENDS_MANY = new Map([['identity.import.endings-unconfirmed', 'identity.sync-ends-many']]);

/** Where people sign in beside our own passwords, and how the directories were read. What is set, the environment says. */
@Controller('sign-in-sources')
@Require('admin.users')
export class SignInSourcesController {
  constructor(
    private readonly directories: Directories,
    private readonly providers: OidcClient,
    private readonly syncs: DirectorySyncs,
    private readonly synchronise: SynchroniseDirectory,
    private readonly jobs: Jobs,
    private readonly texts: Texts,
  ) {}

  @Get()
  async list(@CurrentActor() { locale }: Actor): Promise<SignInSourcesResponse> {
    const { all, sources } = this.directories;
    const [people, linked] = await Promise.all([
      this.syncs.peopleOf(sources),
      this.syncs.linkedAt(this.providers.providers.map(({ code }) => code)),
    ]);
    const directories = all.map(async (directory) => ({
      ...{ code: directory.code, nameLv: directory.nameLv, nameEn: directory.nameEn, people: people.get(sourceOf(directory)) ?? 0 },
      syncs: (await this.syncs.latest(directory.code, SHOWN)).map((sync) => this.toResponse(locale, sync)),
    }));
    return {
      directories: await Promise.all(directories),
      providers: this.providers.providers.map(({ code, nameLv, nameEn, issuer }) => ({
        ...{ code, nameLv, nameEn, issuer, people: linked.get(code) ?? 0 },
      })),
    };
  }

  /** Has a directory read now, by the workers; its outcome stands in the list. */
  @Post('directories/:code/syncs')
  @HttpCode(202)
  async ask(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() { dry = false, endings = null }: DirectorySyncRequest,
  ): Promise<DirectorySyncAskedResponse> {
    const id = await this.synchronise.begin({ directory: code, dry, askedBy: actor.id, endings });
    await this.jobs.add(SYNCHRONISE, { syncId: id }, { jobId: `sync-${id}` });
    return { id };
  }

  private toResponse(locale: Locale, sync: DirectorySync): DirectorySyncResponse {
    const { id, dry, state, created, changed, ended, unchanged, elsewhere, faulty, faults, refusal, startedAt, finishedAt } = sync;
    return {
      ...{ id, dry, state, created, changed, ended, unchanged, elsewhere, faulty, refusal, faults: [...faults] },
      refusalText: refusal === null ? null : this.texts.sayOr(locale, ENDS_MANY.get(refusal) ?? refusal, { count: ended }, refusal),
      askedBy: sync.askedByName,
      startedAt: formatInstant(startedAt),
      finishedAt: finishedAt === null ? null : formatInstant(finishedAt),
    };
  }
}
