/** A column of a view: its name, the expression, and what it means. */
export type Column = readonly [name: string, expression: string, comment: string];

export interface View {
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly Column[];
  /** `from ... where ...`; `SEES(x)` is true where the login may see the institution x, `WHOLE` where it sees all of them. */
  readonly from: string;
}

const WHOLE = `exists (select 1 from reports.bi_login l where l.role = session_user::text and l.institution_id is null)`;

const NOBODY = `'00000000-0000-0000-0000-000000000000'::uuid`;

const sees = (institution: string): string =>
  `exists (select 1 from reports.bi_login l where l.role = session_user::text and (l.institution_id is null or l.institution_id = ${institution}))`;

const place = (of: string): Column[] => [
  ['institution_id', `nullif(${of}.institution_id, ${NOBODY})`, 'The institution: institutions.institution_id.'],
  ['service_id', `nullif(${of}.service_id, ${NOBODY})`, 'The service: services.service_id; null where none was named.'],
  ['group_id', `nullif(${of}.group_id, ${NOBODY})`, 'The group: support_groups.group_id; null where none had it.'],
];

const FROZEN = `join (select month, max(id) as id from kpis.edition where code = 'KPI-02' group by month) e on e.id = c.edition and e.month = c.month`;

/**
 * Users by month and institution, and by month alone. `few`: fewer than five, or among the smallest where those are not two at least and five people
 * together: subtraction would show them. Of equal ones none is shown, since the pages may show either.
 */
const RATED = `
      select p.month, p.institution_id, p.users, p.satisfied_users, p.ratings, p.good,
        p.users < 5 or p.least < 5 and not p.whole and (p.smaller < 2 or p.in_smaller < 5) as few
      from (
        select u.*, min(u.users) over (partition by u.month, u.whole) as least,
          count(*) over (partition by u.month, u.whole order by u.users range between unbounded preceding and 1 preceding) as smaller,
          coalesce(sum(u.users) over (partition by u.month, u.whole order by u.users range between unbounded preceding and 1 preceding), 0) as in_smaller
        from (
          select month, institution_id, false as whole, count(*)::int as users,
            (count(*) filter (where 2 * satisfied >= ratings))::int as satisfied_users, sum(ratings)::int as ratings, sum(good)::int as good
          from (
            select c.month, c.institution_id, c.rater_id, sum(c.ratings) as ratings, sum(c.satisfied) as satisfied, sum(c.good) as good
            from kpis.rating_cell c
            ${FROZEN}
            group by c.month, c.institution_id, c.rater_id
          ) i where ratings > 0 group by month, institution_id
          union all
          select month, null, true, count(*)::int, (count(*) filter (where 2 * satisfied >= ratings))::int, sum(ratings)::int, sum(good)::int
          from (
            select c.month, c.rater_id, sum(c.ratings) as ratings, sum(c.satisfied) as satisfied, sum(c.good) as good
            from kpis.rating_cell c
            ${FROZEN}
            group by c.month, c.rater_id
          ) a where ratings > 0 group by month
        ) u
      ) p`;

/** The schema `reporting`: what each view shows and what each column means. */
export const REPORTING_VIEWS: readonly View[] = [
  {
    name: 'institutions',
    comment: 'Institutions. A login for one institution finds that one.',
    columns: [
      ['institution_id', 'i.id', 'Stable identifier.'],
      ['name_lv', 'i.name_lv', 'Name in Latvian.'],
      ['name_en', 'i.name_en', 'Name in English.'],
      ['kind', 'i.kind', 'ministry, agency, service, office, municipality, provider or other.'],
      ['is_client', 'i.is_client', 'Is it served by the Centre?'],
      ['active_from', 'i.active_from', 'First day on the register.'],
      ['active_to', 'i.active_to', 'First day after the last one; null while it is active.'],
    ],
    from: `from identity.institution i where ${sees('i.id')}`,
  },
  {
    name: 'services',
    comment: 'Services of the catalogue, the same for every login.',
    columns: [
      ['service_id', 's.id', 'Stable identifier.'],
      ['code', 's.code', 'Code of the catalogue.'],
      ['name_lv', 's.name_lv', 'Name in Latvian.'],
      ['name_en', 's.name_en', 'Name in English.'],
      ['criticality', 's.criticality', 'low, medium, high or critical.'],
      ['status', 's.status', 'published or retired.'],
    ],
    from: `from catalogue.service s where s.status <> 'draft' and exists (select 1 from reports.bi_login l where l.role = session_user::text)`,
  },
  {
    name: 'support_groups',
    comment: 'Groups that work on tickets, the same for every login. People are nowhere in this schema.',
    columns: [
      ['group_id', 'g.id', 'Stable identifier.'],
      ['name_lv', 'g.name_lv', 'Name in Latvian.'],
      ['name_en', 'g.name_en', 'Name in English.'],
      ['tier', 'g.tier', '1 is the first line.'],
      ['is_user_support', 'g.is_user_support', 'Do its tickets count for KPI-02?'],
    ],
    from: `from identity.support_group g where exists (select 1 from reports.bi_login l where l.role = session_user::text)`,
  },
  {
    name: 'tickets',
    comment: 'Tickets of all kinds as they stand now, restricted ones left out. No titles, texts or people: those may hold personal data.',
    columns: [
      ['ticket_id', 't.id', 'Stable identifier.'],
      ['number', 't.number', 'The number that people know it by.'],
      ['type', 't.type', 'incident, change, ...'],
      ['state', 't.state', 'State of its lifecycle now.'],
      ['source', 't.source', 'portal, phone, email, in_person, monitoring, api or import.'],
      ['imported', 't.origin is not null', 'Was it taken in from another system?'],
      ...place('t'),
      ['resolver_group_id', 't.resolver_group_id', 'The group that resolved it last: support_groups.group_id.'],
      ['impact', 't.impact', '1 is the highest, 3 the lowest.'],
      ['urgency', 't.urgency', '1 is the highest, 3 the lowest.'],
      ['priority', 't.priority', '1 is the highest, 5 the lowest.'],
      ['submitted_at', 't.submitted_at', 'When it was submitted.'],
      ['resolved_at', 't.resolved_at', 'When it was resolved last; null while it is not.'],
      ['closed_at', 't.closed_at', 'When it was closed or cancelled.'],
      ['due_at', 't.due_at', 'The next deadline of its promises; null where none runs.'],
      ['reopen_count', 't.reopen_count', 'How often it was reopened.'],
      ['hop_count', 't.hop_count', 'How often it went to another group.'],
    ],
    from: `from tickets.ticket t where not t.restricted and ${sees('t.institution_id')}`,
  },
  {
    name: 'clocks',
    comment: 'Clock cycles as KPI-09 counts them today; frozen figures are in figures. Restricted tickets count without their number.',
    columns: [
      ['clock_id', 'f.clock_id', 'Stable identifier of the cycle.'],
      ['ticket_id', 'case when t.restricted then null else f.ticket_id end', 'tickets.ticket_id; null for a restricted ticket.'],
      ['kind', 'f.kind', 'response, resolution, ola, supplier or statutory_...; the headline of KPI-09 counts the first two.'],
      ['cycle', 'f.cycle', '1, and one more for each time it began anew.'],
      ['state', 'f.state', 'running, paused, stopped or cancelled.'],
      ['outcome', 'f.outcome', 'met or breached, by the promise in force; null while it is undecided.'],
      ['outcome_at', 'f.outcome_at', 'When it was decided: the stop where met, the deadline where breached.'],
      ['month', 'f.month', 'First day of the month of Europe/Riga in which it counts.'],
      ['exclusion', 'f.exclusion', 'cancelled, merged or test: then it is not counted.'],
      ['outcome_as_agreed', 'f.agreed_outcome', 'The outcome by the first promise: met, breached or pending.'],
      ...place('f'),
      ['priority', 'f.priority', 'Priority at the outcome; 1 is the highest.'],
      ['started_at', 'f.started_at', 'When it began.'],
      ['stopped_at', 'f.stopped_at', 'When it came to its stop.'],
      ['worked_seconds', 'f.worked_seconds', 'Contract time that it consumed.'],
      ['waited_seconds', 'f.waited_seconds', 'Wall-clock time from submission to stop.'],
    ],
    from: `from kpis.clock_fact f left join tickets.ticket t on t.id = f.ticket_id where f.edition = 0 and ${sees('f.institution_id')}`,
  },
  {
    name: 'ratings_monthly',
    comment:
      'Ratings of frozen months by institution and as a whole (institution_id null). Nothing of fewer than five people is shown, nor of a group that would give such a one away by subtraction. Single ratings are nowhere: a month that goes on would tell by its changes what one person said.',
    columns: [
      ['month', 'r.month', 'First day of the month of Europe/Riga in which the ratings were given.'],
      [
        'institution_id',
        `nullif(r.institution_id, ${NOBODY})`,
        'institutions.institution_id; null is the whole Centre, for logins that see all.',
      ],
      ['hidden', 'r.few', 'Too few people, or it would give such a group away: the numbers are null.'],
      ['users', 'case when not r.few then r.users end', 'Users who rated (denominator of KPI-02).'],
      [
        'satisfied_users',
        'case when not r.few then r.satisfied_users end',
        'Those with at least half of their ratings satisfactory or good.',
      ],
      [
        'satisfied_percent',
        'case when not r.few and r.users >= 10 then round(100.0 * r.satisfied_users / r.users, 1)::float8 end',
        'Their share; from ten users on.',
      ],
      ['ratings', 'case when not r.few then r.ratings end', 'Effective ratings.'],
      ['good_ratings', 'case when not r.few then r.good end', 'Those that say good.'],
    ],
    from: `from (${RATED}) r where case when r.institution_id is null then ${WHOLE} else ${sees('r.institution_id')} end`,
  },
  {
    name: 'changes',
    comment: 'Changes as they stand now, restricted ones left out.',
    columns: [
      ['ticket_id', 'c.ticket_id', 'tickets.ticket_id.'],
      ['number', 't.number', 'The number that people know it by.'],
      ['kind', 'c.kind', 'standard, normal or emergency.'],
      ['state', 't.state', 'State of its lifecycle now.'],
      ...place('t'),
      ['risk', 'c.likelihood * c.risk_impact', 'Likelihood times impact, 1 to 25; null while it is not assessed.'],
      ['planned_from', 'coalesce(c.approved_from, c.planned_from)', 'Begin of its window.'],
      ['planned_to', 'coalesce(c.approved_to, c.planned_to)', 'End of its window.'],
      ['actual_from', 'c.actual_from', 'When the work began.'],
      ['actual_to', 'c.actual_to', 'When the work ended.'],
      ['outage_minutes', 'c.outage_minutes', 'Outage that was announced, in minutes.'],
      ['outcome', 'c.outcome', 'successful, with_issues, rolled_back or failed; null before the end.'],
      ['successful', 'f.successful', 'As KPI-10 counts it today: successful and no incident linked in time; null before the end.'],
      ['incidents', 'f.incidents', 'Incidents linked as caused by it.'],
      ['conflict_overridden', 'f.conflict', 'Was it scheduled against a blocking conflict?'],
      ['lead_seconds', 'f.lead_seconds', 'Wall-clock time from submission to actual end.'],
    ],
    from: `from changes.change c join tickets.ticket t on t.id = c.ticket_id
      left join kpis.change_fact f on f.edition = 0 and f.ticket_id = c.ticket_id
      where not t.restricted and ${sees('t.institution_id')}`,
  },
  {
    name: 'figures',
    comment:
      'Indicators of frozen months, every edition: what was published and what replaced it. Of opinions (KPI-02) the whole alone; ratings_monthly has the institutions.',
    columns: [
      ['code', 'e.code', 'KPI-02, KPI-04 to KPI-11, CHG-...'],
      ['month', 'e.month', 'First day of the month of Europe/Riga.'],
      ['edition', 'e.number', '1 is the freeze; each correction is the next.'],
      ['latest', 'e.id = max(e.id) over (partition by e.code, e.month)', 'Is it the one that holds?'],
      ['definition_version', 'e.definition_version', 'Version of the definition by which it was counted.'],
      ['frozen_at', 'e.frozen_at', 'When it was frozen.'],
      ['known_until', 'e.known_until', 'What was recorded later is not in it.'],
      ['input_hash', 'e.input_hash', 'SHA-256 over the rows that went in.'],
      ['dimension', 'm.dimension', 'overall, institution, service, group, kind or priority.'],
      ['key', `nullif(nullif(m.key, ''), ${NOBODY}::text)`, 'Identifier within the dimension; null for the whole and for what has none.'],
      ['numerator', 'm.numerator', 'What counts in.'],
      ['denominator', 'm.denominator', 'Out of how many.'],
      [
        'percent',
        'case when m.median is null and m.denominator >= 10 then round(100.0 * m.numerator / m.denominator, 1)::float8 end',
        'The share, from ten on; null for indicators that are no share.',
      ],
      [
        'low_percent',
        'case when m.denominator >= 5 then round((100 * m.low)::numeric, 1)::float8 end',
        'Lower bound of the 95 % Wilson interval, from five on.',
      ],
      ['high_percent', 'case when m.denominator >= 5 then round((100 * m.high)::numeric, 1)::float8 end', 'Upper bound of the interval.'],
      [
        'median',
        'case when m.denominator >= 5 then m.median end',
        'Of lengths: seconds (KPI-05, KPI-06, CHG-LEAD) or days (KPI-07); from five on.',
      ],
      ['p90', 'case when m.denominator >= 10 then m.p90 end', 'Ninetieth percentile, from ten on.'],
      ['mean', 'case when m.denominator >= 5 then m.mean end', 'Mean, from five on.'],
    ],
    from: `from kpis.edition e join kpis.measurement m on m.edition_id = e.id
      where (e.code <> 'KPI-02' or m.dimension = 'overall' and m.denominator >= 5
          and e.id = (select max(x.id) from kpis.edition x where x.code = e.code and x.month = e.month))
        and case when m.dimension = 'institution' then ${sees(`nullif(m.key, '')::uuid`)} else ${WHOLE} end`,
  },
  {
    name: 'processes',
    comment: 'The register of ITIL processes, for logins that see all.',
    columns: [
      ['process_id', 'p.id', 'Stable identifier.'],
      ['practice', 'p.practice', 'Code of the ITIL practice.'],
      ['name_lv', 'c.name_lv', 'Practice in Latvian.'],
      ['name_en', 'c.name_en', 'Practice in English.'],
      ['stage', 'p.stage', 'identified, designed, approved, piloted, implemented, at_risk, suspended or retired.'],
      ['stage_since', 'p.stage_since', 'Since when.'],
      ['counted', `p.stage in ('implemented', 'at_risk')`, 'Does it count for KPI-03 now?'],
      ['review_due_on', 'p.review_due_on', 'Day by which its yearly review is due.'],
    ],
    from: `from processes.process p join processes.practice c on c.code = p.practice where ${WHOLE}`,
  },
  {
    name: 'process_stages',
    comment: 'Every stage that a process entered, for counting KPI-03 as of any instant.',
    columns: [
      ['process_id', 's.process_id', 'processes.process_id.'],
      ['since', 's.since', 'When it entered the stage.'],
      ['stage', 's.stage', 'The stage.'],
    ],
    from: `from processes.stage_period s where ${WHOLE}`,
  },
  {
    name: 'reports',
    comment: 'The register of reports, for logins that see all.',
    columns: [
      ['code', 'r.code', 'Code of the report.'],
      ['name_lv', 'r.name_lv', 'Name in Latvian.'],
      ['name_en', 'r.name_en', 'Name in English.'],
      ['source', 'r.source', 'desk where it is made here, bi where a BI platform makes it.'],
      ['audience', 'r.audience', 'internal or external.'],
      ['cadence', 'r.cadence', 'none, weekly, monthly or yearly.'],
      ['published', 'r.published', 'Is it published?'],
      ['bi', 'r.bi', 'Is it shown in the BI platform? With published it counts for KPI-15.'],
    ],
    from: `from reports.report r where ${WHOLE}`,
  },
];
