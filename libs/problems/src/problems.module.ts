import { Module, type OnModuleInit } from '@nestjs/common';
import { AssetsModule } from '#assets';
import { CalendarsModule } from '#calendars';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { HistoryWords, TicketKinds, TicketsModule } from '#tickets';
import { KnownErrorsController } from './http/known-errors.controller.js';
import { ProblemAnswer } from './http/problem-answer.js';
import { ProblemEndController } from './http/problem-end.controller.js';
import { ProblemIncidentsController } from './http/problem-incidents.controller.js';
import { ProblemLifecycleController } from './http/problem-lifecycle.controller.js';
import { ProblemSearchController } from './http/problem-search.controller.js';
import { ProblemsController } from './http/problems.controller.js';
import { FollowChangesThatResolve } from './reactions/follow-changes-that-resolve.js';
import { KnownErrors } from './reads/known-errors.js';
import { ProblemBeside } from './reads/problem-beside.js';
import { PROBLEM_HISTORY } from './reads/problem-history.js';
import { ProblemKind } from './reads/problem-kind.js';
import { ProblemPage } from './reads/problem-page.js';
import { ProblemPath } from './reads/problem-path.js';
import { ProblemStore } from './store/problem-store.js';
import { PROBLEM_USE_CASES } from './use-cases/problem-use-cases.js';

/** Problems: the causes behind incidents, known errors and what resolves them (DOMAIN 3.3). */
@Module({
  imports: [AssetsModule, CalendarsModule, IdentityModule, CatalogueModule, TicketsModule],
  controllers: [
    ...[ProblemsController, ProblemSearchController, ProblemEndController],
    ...[ProblemIncidentsController, ProblemLifecycleController, KnownErrorsController],
  ],
  providers: [
    ...[ProblemStore, ProblemKind, ProblemPage, ProblemBeside, ProblemPath, ProblemAnswer, KnownErrors, FollowChangesThatResolve],
    ...PROBLEM_USE_CASES,
  ],
  exports: [KnownErrors, ProblemPage, ...PROBLEM_USE_CASES],
})
export class ProblemsModule implements OnModuleInit {
  constructor(
    private readonly kinds: TicketKinds,
    private readonly words: HistoryWords,
    private readonly kind: ProblemKind,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this.kind);
    this.words.register(PROBLEM_HISTORY);
  }
}
