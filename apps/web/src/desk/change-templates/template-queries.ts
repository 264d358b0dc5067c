import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];
export type Template = Schemas['TemplateResponse'];
export type TemplateVersion = Schemas['TemplateVersionResponse'];
export type TemplateBody = Schemas['TemplateRequest'];

export const templatesQuery = queryOptions({
  queryKey: ['change-templates'],
  queryFn: () => bodyOf(api.GET('/api/v1/change-templates')),
});
