import { Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { queries } from '../data/queries';
import { useFaults } from '../registers/use-faults';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import c from './admin.module.css';
import type { Grant, GrantRequest, RegisteredPerson, Role } from './admin-queries';
import { roles } from './admin-search';
import { useAdminChange } from './use-admin-change';

/** DOMAIN 9: a second person approves these. */
const WITH_APPROVAL: ReadonlySet<Role> = new Set(['manager', 'auditor', 'administrator']);
const scopes = ['all', 'institution', 'group'] as const;

type Scope = (typeof scopes)[number];

function ScopeRecord({ scope, value, onChange }: { scope: Scope; value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useTexts();
  const { data: institutions = [] } = useQuery({ ...queries.institutions(), enabled: scope === 'institution' });
  const { data: groups = [] } = useQuery({ ...queries.groups(), enabled: scope === 'group' });
  if (scope === 'all') return null;
  const records = scope === 'institution' ? institutions : groups;
  return (
    <Select
      label={t(`admin.scope.${scope}`)}
      required
      data={records.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t('desk.nothingFound')}
    />
  );
}

function Reason({ value, onChange, error }: { value: string; onChange: (text: string) => void; error: string | undefined }) {
  const { t } = useTexts();
  return (
    <Textarea
      label={t('admin.field.reason')}
      description={t('admin.grant.reasonHint')}
      required
      autosize
      minRows={2}
      maxLength={500}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface GiveProps {
  person: RegisteredPerson;
  onClose: () => void;
  onDone: (state: 'granted' | 'pending') => void;
}

/** Gives a person a role; what needs a second person says so before it is sent. */
export function GiveRoleDialog({ person, onClose, onDone }: GiveProps) {
  const { t } = useTexts();
  const [role, setRole] = useState<Role | null>(null);
  const [scope, setScope] = useState<Scope>('all');
  const [scopeId, setScopeId] = useState<string | null>(null);
  const [endsOn, setEndsOn] = useState('');
  const [reason, setReason] = useState('');
  const give = useAdminChange(
    () =>
      bodyOf(
        api.POST('/api/v1/organisation/people/{id}/roles', {
          params: { path: { id: person.id } },
          body: { role: role!, scope, scopeId, endsOn: endsOn || null, reason: reason.trim() },
        }),
      ),
    ({ state }) => onDone(state),
  );
  const fault = useFaults(give.error);
  const waits = role !== null && WITH_APPROVAL.has(role);
  return (
    <FormDialog
      title={t('admin.grant.giveTitle', { name: person.name })}
      submit={t(waits ? 'admin.grant.ask' : 'admin.grant.give')}
      ready={role !== null && reason.trim() !== '' && (scope === 'all') === (scopeId === null)}
      busy={give.isPending}
      error={give.error}
      onSubmit={() => give.mutate()}
      onClose={onClose}
    >
      <Select
        label={t('admin.field.role')}
        required
        data-autofocus
        data={roles.map((one) => ({ value: one, label: t(`admin.role.${one}`) }))}
        value={role}
        onChange={(chosen) => setRole(roles.find((one) => one === chosen) ?? null)}
        allowDeselect={false}
        searchable
      />
      {waits && <p className={c.note}>{t('admin.grant.needsApproval')}</p>}
      <Select
        label={t('admin.field.scope')}
        data={scopes.map((one) => ({ value: one, label: t(`admin.scopeOf.${one}`) }))}
        value={scope}
        onChange={(chosen) => {
          setScope(scopes.find((one) => one === chosen) ?? 'all');
          setScopeId(null);
        }}
        allowDeselect={false}
      />
      <ScopeRecord scope={scope} value={scopeId} onChange={setScopeId} />
      <TextInput
        type="date"
        label={t('admin.field.endsOn')}
        description={t('admin.grant.endsHint')}
        value={endsOn}
        error={fault('endsOn')}
        onChange={(event) => setEndsOn(event.currentTarget.value)}
      />
      <Reason value={reason} onChange={setReason} error={fault('reason')} />
    </FormDialog>
  );
}

/** Takes a role away. */
export function EndGrantDialog({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const end = useAdminChange(
    () => bodyOf(api.POST('/api/v1/organisation/grants/{id}/end', { params: { path: { id: grant.id } }, body: { reason: reason.trim() } })),
    onClose,
  );
  return (
    <FormDialog
      title={t('admin.grant.endTitle', { role: t(`admin.role.${grant.role}`) })}
      submit={t('admin.grant.end')}
      ready={reason.trim() !== ''}
      busy={end.isPending}
      error={end.error}
      grave
      onSubmit={() => end.mutate()}
      onClose={onClose}
    >
      <p>{t('admin.grant.endHint')}</p>
      <Reason value={reason} onChange={setReason} error={undefined} />
    </FormDialog>
  );
}

/** Says no to a role that was asked for. */
export function RefuseDialog({ request, onClose }: { request: GrantRequest; onClose: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const params = { path: { id: request.id } };
  const refuse = useAdminChange(
    () => bodyOf(api.POST('/api/v1/organisation/grant-requests/{id}/refusal', { params, body: { reason: reason.trim() } })),
    onClose,
  );
  return (
    <FormDialog
      title={t('admin.request.refuseTitle', { name: request.person.name })}
      submit={t('admin.request.refuse')}
      ready={reason.trim() !== ''}
      busy={refuse.isPending}
      error={refuse.error}
      onSubmit={() => refuse.mutate()}
      onClose={onClose}
    >
      <Reason value={reason} onChange={setReason} error={undefined} />
    </FormDialog>
  );
}
