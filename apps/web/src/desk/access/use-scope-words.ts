import { useTexts } from '../texts';

/** What a scope lets a client do, in words. */
export function useScopeWords(): (scope: string) => string {
  const texts = useTexts();
  return (scope) => {
    const key = `access.scope.${scope}`;
    return texts.has(key) ? texts.t(key) : scope;
  };
}
