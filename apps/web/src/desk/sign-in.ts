import { signInPath } from '../shared/api/sign-in-path';

/** Leaves for the portal's sign-in, which brings the person back here afterwards. */
export function goToSignIn(): void {
  location.assign(signInPath(`${location.pathname}${location.search}`));
}
