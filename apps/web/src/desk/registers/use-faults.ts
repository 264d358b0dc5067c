import { ApiProblem } from '../../shared/api/problem';

/** What the API says is wrong with a field. */
export function useFaults(error: Error | null): (field: string) => string | undefined {
  const problems = error instanceof ApiProblem ? error.errors : [];
  return (field) => problems.find(({ pointer }) => pointer === `/${field}`)?.detail;
}
