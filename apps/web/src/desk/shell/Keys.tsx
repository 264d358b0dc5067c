import c from './shell.module.css';

/** Keys to press one after the other, as the caps of a keyboard. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className={c.keys}>
      {keys.split(' ').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
