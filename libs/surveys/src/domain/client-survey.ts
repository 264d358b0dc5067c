/** Code of the survey whose headline is KPI-01: the standard questionnaire that every installation begins with (DOMAIN 6). */
export const CLIENT_SURVEY = 'client-satisfaction';

/** Its first version, under the same id in every installation. */
export const STANDARD_VERSION_ID = '0f6f2a7c-6d1e-4f5a-9d0b-5e0000000101';
