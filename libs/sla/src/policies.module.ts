import { Module } from '@nestjs/common';
import { CalendarsModule } from '#calendars';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { ReferenceModule } from '#incidents';
import { AgreementsController } from './http/agreements.controller.js';
import { PoliciesController } from './http/policies.controller.js';
import { PolicyDraftsController } from './http/policy-drafts.controller.js';
import { AgreementReader } from './reads/agreement-reader.js';
import { ExplainPolicyMatch } from './reads/explain-policy-match.js';
import { PolicyBook } from './reads/policy-book.js';
import { PolicyNames } from './reads/policy-names.js';
import { PolicyReader } from './reads/policy-reader.js';
import { TargetView } from './reads/target-view.js';
import { AgreementStore } from './store/agreement-store.js';
import { PolicyStore } from './store/policy-store.js';
import { AgreementReferences } from './use-cases/agreement-references.js';
import { ChangeAgreement } from './use-cases/change-agreement.js';
import { ConcludeAgreement } from './use-cases/conclude-agreement.js';
import { CreatePolicy } from './use-cases/create-policy.js';
import { DiscardPolicyDraft } from './use-cases/discard-policy-draft.js';
import { EndAgreement } from './use-cases/end-agreement.js';
import { PublishPolicy } from './use-cases/publish-policy.js';
import { SavePolicyDraft } from './use-cases/save-policy-draft.js';

/** What is promised to whom: policies with their drafts and publication, agreements, and the answer to "which target, and why". */
@Module({
  imports: [CalendarsModule, IdentityModule, CatalogueModule, ReferenceModule],
  controllers: [PoliciesController, PolicyDraftsController, AgreementsController],
  providers: [
    ...[PolicyBook, PolicyStore, PolicyNames, PolicyReader, TargetView, ExplainPolicyMatch],
    ...[CreatePolicy, SavePolicyDraft, DiscardPolicyDraft, PublishPolicy],
    ...[AgreementStore, AgreementReader, AgreementReferences, ConcludeAgreement, ChangeAgreement, EndAgreement],
  ],
  exports: [PolicyBook, PolicyStore, AgreementStore],
})
export class PoliciesModule {}
