import type { Item } from './types';

/** What is typed into the form of a device; an empty text is "nothing known". */
export interface ItemForm {
  tag: string;
  name: string;
  class: string;
  institutionId: string;
  custodian: { id: string; name: string } | null;
  serial: string;
  manufacturer: string;
  model: string;
  location: string;
  purchasedOn: string;
  warrantyUntil: string;
  supportUntil: string;
  note: string;
}

export function formOf(item: Item | undefined): ItemForm {
  return {
    tag: item?.tag ?? '',
    name: item?.name ?? '',
    class: item?.class.code ?? '',
    institutionId: item?.institution.id ?? '',
    custodian: item?.custodian ?? null,
    serial: item?.serial ?? '',
    manufacturer: item?.manufacturer ?? '',
    model: item?.model ?? '',
    location: item?.location ?? '',
    purchasedOn: item?.purchasedOn ?? '',
    warrantyUntil: item?.warrantyUntil ?? '',
    supportUntil: item?.supportUntil ?? '',
    note: item?.note ?? '',
  };
}

export function isComplete({ tag, name, class: code, institutionId }: ItemForm, known: boolean): boolean {
  return (known || tag.trim() !== '') && name.trim() !== '' && code !== '' && institutionId !== '';
}

/** The body of the API: what was emptied is null. */
export function bodyOfForm({ name, class: code, institutionId, custodian, ...rest }: ItemForm) {
  const given = (text: string): string | null => text.trim() || null;
  return {
    name: name.trim(),
    class: code,
    institutionId,
    custodianId: custodian?.id ?? null,
    serial: given(rest.serial),
    manufacturer: given(rest.manufacturer),
    model: given(rest.model),
    location: given(rest.location),
    purchasedOn: given(rest.purchasedOn),
    warrantyUntil: given(rest.warrantyUntil),
    supportUntil: given(rest.supportUntil),
    note: given(rest.note),
  };
}
