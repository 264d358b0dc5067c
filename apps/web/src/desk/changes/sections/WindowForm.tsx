import { useState } from 'react';
import type { Change } from '../types';
import { bodyOfWindow, WindowFields, windowOf } from '../window/WindowFields';
import { SectionForm } from './SectionForm';

/** The window while it is chosen. */
export function WindowForm({ change, onClose }: { change: Change; onClose: () => void }) {
  const [fields, setFields] = useState(() => windowOf(change));
  return (
    <SectionForm change={change} body={bodyOfWindow(fields)} onClose={onClose}>
      <WindowFields fields={fields} onChange={setFields} />
    </SectionForm>
  );
}
