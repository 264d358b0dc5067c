import { Module } from '@nestjs/common';
import { AssetsModule } from '#assets';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { ProblemsModule } from '#problems';
import { SearchModule } from '#search';
import { TicketsModule } from '#tickets';
import { FindOthers } from './find-others.js';
import { FindSimilar } from './find-similar.js';
import { FindTickets } from './find-tickets.js';
import { IndexState } from './index-state.js';
import { PresentHits } from './present-hits.js';
import { SearchController } from './search.controller.js';

/** The search, which reads the index and the tickets together. */
@Module({
  imports: [IdentityModule, CatalogueModule, AssetsModule, TicketsModule, ProblemsModule, SearchModule],
  controllers: [SearchController],
  providers: [FindTickets, FindOthers, FindSimilar, PresentHits, IndexState],
})
export class SearchViewModule {}
