/** A service as one chooses it. */
export class ServiceResponse {
  id: string;
  code: string;
  name: string;
  description: string;
}

export class ServicesResponse {
  items: ServiceResponse[];
}
