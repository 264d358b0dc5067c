import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { TicketsModule } from '#tickets';
import { SavedSearchesController } from './http/saved-searches.controller.js';
import { RebuildJobs } from './jobs/rebuild-jobs.js';
import { KeepDocuments } from './reactions/keep-documents.js';
import { ResolveQuery } from './reads/resolve-query.js';
import { IndexTickets } from './use-cases/index-tickets.js';
import { KeepSearch } from './use-cases/keep-search.js';
import { RebuildIndex } from './use-cases/rebuild-index.js';

/** Words of tickets: the index, kept up to date, and the searches that people keep. */
@Module({
  imports: [IdentityModule, TicketsModule],
  controllers: [SavedSearchesController],
  providers: [IndexTickets, KeepDocuments, RebuildIndex, RebuildJobs, ResolveQuery, KeepSearch],
  exports: [ResolveQuery, RebuildIndex, IndexTickets],
})
export class SearchModule {}
