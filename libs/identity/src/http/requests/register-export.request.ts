import { IntersectionType, OmitType } from '@nestjs/swagger';
import { FormatRequest } from '#platform';
import { ListInstitutionsRequest } from './organisation.request.js';
import { ListPeopleRequest } from './people-register.request.js';

export class ExportPeopleRequest extends IntersectionType(OmitType(ListPeopleRequest, ['cursor', 'limit'] as const), FormatRequest) {}

export class ExportInstitutionsRequest extends IntersectionType(
  OmitType(ListInstitutionsRequest, ['cursor', 'limit'] as const),
  FormatRequest,
) {}
