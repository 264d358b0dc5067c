/** Code of the survey whose headline is KPI-01: the standard questionnaire that every installation begins with (DOMAIN 6). */
export const CLIENT_SURVEY = 'client-satisfaction';
