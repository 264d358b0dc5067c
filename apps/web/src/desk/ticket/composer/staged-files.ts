import { useMemo, useSyncExternalStore } from 'react';

/** A file that waits to be sent, is on its way, or did not arrive. */
export interface StagedFile {
  id: string;
  file: File;
  /** Address of a picture within this page, for the preview; null for other files. */
  preview: string | null;
  state: 'waiting' | 'uploading' | 'failed';
  /** Share of what is through, 0 to 1. */
  progress: number;
  /** The comment that it belongs to, once that is written. */
  commentId: string | null;
  /** Where it goes: a reply to a finished ticket makes another one. */
  ticketId: string | null;
  internal: boolean;
  error: unknown;
}

const NONE: readonly StagedFile[] = [];
const staged = new Map<string, readonly StagedFile[]>();
const listeners = new Set<() => void>();
let count = 0;

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Closing the page would lose files that nobody has sent: the browser asks first. */
const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

function change(key: string, files: readonly StagedFile[]): void {
  if (files.length > 0) staged.set(key, files);
  else staged.delete(key);
  if (staged.size > 0) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
  listeners.forEach((listener) => listener());
}

const drawable = (file: File): boolean => /^image\/(png|jpeg|gif|webp)$/.test(file.type);

function stage(file: File): StagedFile {
  count += 1;
  const preview = drawable(file) ? URL.createObjectURL(file) : null;
  return { id: `f${count}`, file, preview, state: 'waiting', progress: 0, commentId: null, ticketId: null, internal: false, error: null };
}

/** The files of one field; they stay while the page does, also when another ticket is opened meanwhile. */
export interface StagedFiles {
  files: readonly StagedFile[];
  add: (files: readonly File[]) => void;
  remove: (id: string) => void;
  update: (id: string, part: Partial<StagedFile>) => void;
}

export function useStagedFiles(key: string): StagedFiles {
  const files = useSyncExternalStore(subscribe, () => staged.get(key) ?? NONE);
  const act = useMemo(() => {
    const now = (): readonly StagedFile[] => staged.get(key) ?? NONE;
    return {
      add: (more: readonly File[]): void => change(key, [...now(), ...more.map(stage)]),
      remove: (id: string): void => {
        const gone = now().find((file) => file.id === id);
        if (gone?.preview) URL.revokeObjectURL(gone.preview);
        change(
          key,
          now().filter((file) => file.id !== id),
        );
      },
      update: (id: string, part: Partial<StagedFile>): void =>
        change(
          key,
          now().map((file) => (file.id === id ? { ...file, ...part } : file)),
        ),
    };
  }, [key]);
  return { files, ...act };
}

/** Pasted pictures all have one name; a name of their own tells them apart. */
export function named(file: File, name: string): File {
  const ending = /\.[a-z0-9]+$/i.exec(file.name)?.[0] ?? '.png';
  return /^image\.[a-z]+$/i.test(file.name) ? new File([file], `${name}${ending}`, { type: file.type }) : file;
}
